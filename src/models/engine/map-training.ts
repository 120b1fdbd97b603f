/**
 * The page's side of a map: a queue of cells, of which every worker takes the next tile as soon as it is through with
 * one. Tiles are cut to take about as long on every machine; since a cell's models depend on the cell alone, neither
 * the cut nor the number of workers changes a bit of what comes out.
 */
import { cellModels, phaseRecipe, type PhaseValues } from '../phase/cell-models.ts';
import type { EngineChoice } from './choice.ts';
import type { TrainingPool } from './client.ts';
import type { MapJob, MapResult, MapTile } from './job.ts';
import type { Lane } from './lane.ts';
import type { Request } from './messages.ts';
import { patienceFor } from './patience.ts';
import { runnable, type Runnable } from './runnable.ts';
import { failure, RESTARTED, TrainingError } from './training-error.ts';

/** @param share cells done, as a share of the job's */
export type OnTile = (tile: MapTile, share: number) => void;

type Workers = Pick<TrainingPool, 'lanes' | 'nextId'>;

/** How long a tile should take: short enough that the picture grows steadily, long enough for batches to be worth it. */
const TILE_MS = 40;
/** Models of a tile at most, so that a worker's memory does not grow with the map. */
const MOST_MODELS = 2048;
/** Models of a tile on the GPU, which is slow to start and fast once it runs; all alike, for it compiles each shape. */
const WEBGL_MODELS = 4096;
/** Tiles in a worker's hands: while the page draws one, the next is being trained. */
const AHEAD = 2;

/**
 * The cells of a phase diagram, tile by tile.
 * @throws RangeError without any cells
 */
export function trainMap(pool: TrainingPool, job: MapJob, onTile: OnTile): MapTraining {
  const { values } = job;
  const { n, m, starts } = values;
  // A timing is named by their form and number alone.
  const [model] = cellModels(values, [0], 1);
  const models = Array.from({ length: webglTileCells(starts) * starts }, () => model);
  const engine = pool.resolve({ n, m, models }, phaseRecipe(values), values.engine);
  return new MapTraining(pool, { ...job, values: { ...values, engine } }, onTile);
}

/** Times the engines on a tile of a map, as `measure` does; only WebAssembly computes exact gradients. */
export function measureMap(pool: TrainingPool, values: PhaseValues): void {
  if (values.gradient === 'exact') return;
  const { n, m, cells, starts } = values;
  // A small map is gone through more than once: what counts is how many models there are.
  const tile = Array.from({ length: webglTileCells(starts) }, (_, k) => k % (cells * cells));
  pool.measure({ n, m, models: cellModels(values, tile, starts) }, phaseRecipe(values));
}

/** Cells of a tile on the GPU. */
const webglTileCells = (starts: number): number => Math.max(1, Math.floor(WEBGL_MODELS / starts));

export class MapTraining {
  /** Null when cancelled. Rejects with TrainingError. */
  readonly result: Promise<MapResult | null>;

  readonly #workers: Workers;
  readonly #job: MapJob;
  readonly #onTile: OnTile;
  /** What is asked of the workers. */
  #engine: EngineChoice;
  /** How many of the job's cells are asked for, and done. */
  #asked = 0;
  #done = 0;
  /** Tiles that are owed, by request. */
  readonly #owed = new Map<number, Lane>();
  /** How large a lane's next tile is, and how long its tiles have taken, seconds. */
  readonly #size = new Map<Lane, number>();
  readonly #spent = new Map<Lane, number>();
  readonly #paths = new Set<string>();
  readonly #notices: Set<string>;
  #resolve: (result: MapResult | null) => void = () => {};
  #reject: (error: Error) => void = () => {};

  /**
   * @param job `auto` counts as wasm
   * @throws RangeError without any cells
   */
  constructor(workers: Workers, job: MapJob, onTile: OnTile) {
    if (job.cells.length === 0) throw new RangeError('A map needs at least one cell to train.');
    this.#workers = workers;
    this.#job = job;
    this.#onTile = onTile;
    const { engine, notices } = possible(job);
    this.#engine = engine;
    this.#notices = new Set(notices);
    this.result = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    // There is one GPU, and one worker has it.
    (engine === 'webgl' ? workers.lanes.slice(0, 1) : workers.lanes).forEach((lane) => this.#occupy(lane));
  }

  cancel(): void {
    this.#stop();
    this.#resolve(null);
  }

  #occupy(lane: Lane): void {
    for (let tile = 0; tile < AHEAD; tile++) this.#ask(lane);
  }

  #ask(lane: Lane): void {
    const { cells } = this.#job;
    if (this.#asked >= cells.length) return;
    const values = { ...this.#job.values, engine: this.#engine };
    const { n, m, starts } = values;
    const size = this.#engine === 'webgl' ? webglTileCells(starts) : (this.#size.get(lane) ?? 1);
    const tile = cells.slice(this.#asked, this.#asked + size);
    this.#asked += tile.length;
    const id = this.#workers.nextId();
    this.#owed.set(id, lane);
    const request: Request = { type: 'map', id, job: { values, cells: tile } };
    lane.ask(id, request, {
      patience: patienceFor({ n, m, models: { length: tile.length * starts } }, values),
      again: () => [request],
      receive: (response) => {
        lane.settle(id);
        this.#owed.delete(id);
        if (response.type === 'tile') this.#take(lane, response.tile);
        else this.#fail(failure(response));
      },
      lost: (reason) => this.#fail(new TrainingError(reason)),
      restarted: () => this.#notices.add(RESTARTED),
    });
  }

  #take(lane: Lane, tile: MapTile): void {
    const { length } = tile.cells;
    this.#done += length;
    this.#size.set(lane, nextSize(length, tile.seconds, this.#job.values.starts));
    this.#spent.set(lane, (this.#spent.get(lane) ?? 0) + tile.seconds);
    this.#paths.add(tile.path);
    tile.notices.forEach((notice) => this.#notices.add(notice));
    if (this.#engine === 'webgl' && tile.engine !== 'webgl') {
      // The GPU failed, and the worker went on without: the others can help.
      this.#engine = 'wasm';
      this.#workers.lanes.slice(1).forEach((other) => this.#occupy(other));
    }
    this.#ask(lane);
    const { cells } = this.#job;
    this.#onTile(tile, this.#done / cells.length);
    if (this.#done === cells.length) this.#resolve(this.#resultOn(tile.engine));
  }

  #resultOn(engine: MapTile['engine']): MapResult {
    return {
      engine,
      path: [...this.#paths].sort().join('+'),
      seconds: Math.max(...this.#spent.values()),
      models: this.#job.cells.length * this.#job.values.starts,
      notices: [...this.#notices],
    };
  }

  #fail(error: TrainingError): void {
    this.#stop();
    this.#reject(error);
  }

  #stop(): void {
    for (const [id, lane] of this.#owed) {
      lane.settle(id);
      lane.cancel(id);
    }
    this.#owed.clear();
  }
}

/** One model tells for all: they differ in numbers only. */
function possible({ values, cells }: MapJob): Runnable {
  const models = cellModels(values, cells.subarray(0, 1), 1);
  return runnable({ models }, phaseRecipe(values), values.engine);
}

/** Cells of the next tile: aims at TILE_MS, and grows at most fourfold, so that one lucky timing cannot make a long one. */
function nextSize(cells: number, seconds: number, starts: number): number {
  const fitting = seconds > 0 ? Math.floor((cells * TILE_MS) / (1000 * seconds)) : Infinity;
  return Math.max(1, Math.min(fitting, 4 * cells, Math.floor(MOST_MODELS / starts)));
}
