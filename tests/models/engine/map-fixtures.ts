/** Maps trained for the tests, small enough to compare bit by bit. */
import { afterEach, expect, vi } from 'vitest';
import { TrainingPool, type MapResult, type MapTile } from '../../../src/models/engine/index.ts';
import type { WorkerLike } from '../../../src/models/engine/lane.ts';
import { trainTile } from '../../../src/models/engine/map-tile.ts';
import type { PhaseValues } from '../../../src/models/phase/cell-models.ts';
import { PhaseMap } from '../../../src/models/phase/map.ts';
import { tileOrder } from '../../../src/models/phase/passes.ts';
import { localWorker } from '../../support/local-worker.ts';
import { phaseValues } from '../phase/values.ts';
import { trainMap } from '../../../src/models/engine/map-training.ts';

export const small = phaseValues({ cells: 9, starts: 3, steps: 60 });

const pools: TrainingPool[] = [];
/** Ended after the test. */
export function pool(workers: number, create: () => WorkerLike = localWorker): TrainingPool {
  const made = new TrainingPool(create, workers);
  pools.push(made);
  return made;
}
afterEach(() => {
  pools.splice(0).forEach((each) => each.terminate());
  vi.useRealTimers();
});

interface Trained {
  readonly map: PhaseMap;
  readonly tiles: readonly MapTile[];
  readonly shares: readonly number[];
  readonly result: MapResult | null;
}

/** By a pool, tile by tile. */
export async function train(
  lanes: TrainingPool,
  values: PhaseValues,
  cells = tileOrder(values.cells),
): Promise<Trained> {
  const map = new PhaseMap(values);
  const tiles: MapTile[] = [];
  const shares: number[] = [];
  const { result } = trainMap(lanes, { values, cells }, (tile, share) => {
    map.put(tile);
    tiles.push(tile);
    shares.push(share);
  });
  return { map, tiles, shares, result: await result };
}

/** In one tile, without a pool. */
export async function trainAtOnce(values: PhaseValues): Promise<PhaseMap> {
  const map = new PhaseMap(values);
  const tile = await trainTile({ values, cells: tileOrder(values.cells) }, () => false);
  if (tile) map.put(tile);
  return map;
}

export function expectSameBits(map: PhaseMap, other: PhaseMap): void {
  const { theta, loss, start, norm, superposition, trained } = other;
  expect(trained.every((flag) => flag === 1)).toBe(true);
  expect(map).toMatchObject({ theta, loss, start, norm, superposition, trained });
}
