/** One training of a map: what is missing of it, coarse first, told at most once a frame. */
import type { EngineName, MapResult } from '../../../models/engine/index.ts';
import { trainMap, type MapTraining } from '../../../models/engine/map-training.ts';
import type { PhaseMap } from '../../../models/phase/map.ts';
import { nearestTrained } from '../../../models/phase/nearest.ts';
import { passSpacings, tileOrder } from '../../../models/phase/passes.ts';
import { trainingPool } from '../../training.ts';

interface Hooks {
  /** The map has grown; never before its first pass is whole. */
  readonly drawn: (shows: Int32Array) => void;
  /** Cells done, as a share of the map, and what trains them. */
  readonly share: (share: number, engine: EngineName) => void;
}

export class MapRun {
  readonly map: PhaseMap;
  /** Whether anything has been drawn of it. */
  drawn = false;
  readonly #hooks: Hooks;
  readonly #first: number;
  #training: MapTraining | undefined;
  #stopped = false;
  #frame = 0;

  constructor(map: PhaseMap, hooks: Hooks) {
    this.map = map;
    this.#hooks = hooks;
    const { cells } = map.values;
    this.#first = Math.ceil(cells / passSpacings(cells)[0]) ** 2;
  }

  /** Tells nobody anything any more. */
  stop(): void {
    this.#stopped = true;
    cancelAnimationFrame(this.#frame);
    this.#training?.cancel();
  }

  /**
   * @returns null when it was stopped, or when nothing was missing
   * @throws TrainingError
   */
  async run(): Promise<MapResult | null> {
    const { map } = this;
    const { values } = map;
    const cells = map.missing(tileOrder(values.cells));
    if (cells.length === 0) return null;
    this.#training = trainMap(trainingPool(), { values, cells }, (tile) => {
      map.put(tile);
      this.#hooks.share(map.count / map.trained.length, tile.engine);
      if (map.count < this.#first) return;
      // The first picture at once, then one a frame at most.
      if (!this.drawn) this.#draw();
      else this.#frame ||= requestAnimationFrame(() => this.#draw());
    });
    const result = await this.#training.result;
    if (this.#stopped) return null;
    this.#draw();
    return result;
  }

  #draw(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.drawn = true;
    const { map } = this;
    this.#hooks.drawn(nearestTrained(map.values.cells, map.trained));
  }
}
