import { describe, expect, it, vi } from 'vitest';
import { trainInProcess } from '../../../src/models/engine/in-process.ts';
import { EVALUATION_COUNT } from '../../../src/models/evaluation/counts.ts';
import { TrainingError } from '../../../src/models/engine/index.ts';
import { Run } from '../../../src/models/engine/run.ts';
import { evaluateLoss } from '../../../src/models/evaluation/loss.ts';
import { toProblem } from '../../../src/models/parameters/to-problem.ts';
import { cellModels } from '../../../src/models/phase/cell-models.ts';
import { PhaseMap } from '../../../src/models/phase/map.ts';
import { tileOrder } from '../../../src/models/phase/passes.ts';
import { localWorker, type LocalWorker } from '../../support/local-worker.ts';
import { phaseValues } from '../phase/values.ts';
import { expectSameBits, pool, small, train, trainAtOnce } from './map-fixtures.ts';
import { trainMap } from '../../../src/models/engine/map-training.ts';

/** A cell of it takes hours. */
const endless = phaseValues({ activation: 'gelu', gradient: 'sampled', starts: 64, steps: 1e9 });

describe('a map', () => {
  it.each([
    ['exact gradients', small],
    ['the paper’s mean', { ...small, aggregate: 'paper' } as const],
    ['three features', { ...small, n: 3, m: 2, steps: 20 }],
    ['sampled gradients', { ...small, gradient: 'sampled', steps: 20 } as const],
  ])('has the same bits with one worker, with three, in one piece and in another order: %s', async (_, values) => {
    const whole = await trainAtOnce(values);
    expectSameBits((await train(pool(1), values)).map, whole);
    expectSameBits((await train(pool(3), values)).map, whole);
    const backwards = tileOrder(values.cells).reverse();
    expectSameBits((await train(pool(2), values, backwards)).map, whole);
  });

  it('shows of each cell the best of the models that the link’s problem has', async () => {
    const { map } = await train(pool(1), small);
    const { problem, recipe } = toProblem('phase', small);
    const { models } = await trainInProcess(problem, recipe, { engine: 'wasm' });
    for (let cell = 0; cell < 81; cell++) {
      const starts = models.filter(({ index }) => problem.models[index].model === cell);
      const best = starts.reduce((a, b) => (b.loss < a.loss ? b : a));
      const read = map.read(cell);
      expect(read?.loss).toBe(best.loss);
      expect([...(read?.theta ?? [])]).toEqual([...best.theta]);
      expect(read?.start).toBe(problem.models[best.index].start);
    }
  });

  it('comes in tiles that have every cell once, and tells how far it is', async () => {
    const { tiles, shares, result } = await train(pool(2), small);
    expect(tiles.length).toBeGreaterThan(3);
    expect(tiles.flatMap(({ cells }) => [...cells]).sort((a, b) => a - b)).toEqual([...Array(81).keys()]);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    expect(shares.at(-1)).toBe(1);
    expect(result).toMatchObject({ engine: 'wasm', path: 'exact', models: 243, notices: [] });
  });

  it('trains the cells that it is asked for, those in front first', async () => {
    const { tiles, map } = await train(pool(1), small, Uint32Array.of(80, 4, 17, 3));
    expect(tiles.flatMap(({ cells }) => [...cells])).toEqual([80, 4, 17, 3]);
    expect(map.count).toBe(4);
    expect(() => trainMap(pool(1), { values: small, cells: new Uint32Array() }, () => {})).toThrow(RangeError);
  });

  it('tells nothing more once it is cancelled, and answers null', async () => {
    const lanes = pool(2);
    let tiles = 0;
    const training = trainMap(lanes, { values: small, cells: tileOrder(9) }, () => {
      tiles++;
      training.cancel();
    });
    expect(await training.result).toBeNull();
    await train(lanes, small);
    expect(tiles).toBe(1);
  });

  it('stops in the middle of a tile, and leaves the worker to the next', async () => {
    const lanes = pool(1);
    const training = trainMap(lanes, { values: endless, cells: tileOrder(48) }, () => {});
    const chunk = vi.spyOn(Run.prototype, 'chunk');
    await vi.waitFor(() => expect(chunk.mock.calls.length).toBeGreaterThan(1), 20_000);
    chunk.mockRestore();
    training.cancel();
    expect(await training.result).toBeNull();
    expect((await train(lanes, small)).result?.models).toBe(243);
  });

  it('asks a silent worker’s tiles again and gives the same bits', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const made: LocalWorker[] = [];
    const lanes = pool(1, () => {
      const worker = localWorker();
      made.push(worker);
      return worker;
    });
    const map = new PhaseMap(small);
    let tiles = 0;
    const { result } = trainMap(lanes, { values: small, cells: tileOrder(9) }, (tile) => {
      map.put(tile);
      if (++tiles !== 3) return;
      made[0].kill();
      vi.advanceTimersByTime(5_000);
    });
    expect((await result)?.notices.join()).toMatch(/started again/);
    expect(made).toHaveLength(2);
    expectSameBits(map, await trainAtOnce(small));
  });

  it('gives up, with a reason, on workers that never answer', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const lanes = pool(2, () => {
      const worker = localWorker();
      worker.kill();
      return worker;
    });
    const { result } = trainMap(lanes, { values: small, cells: tileOrder(9) }, () => {});
    vi.advanceTimersByTime(60_000);
    await expect(result).rejects.toThrow(TrainingError);
  });

  it('measures what has no closed form with the model’s own output', async () => {
    const values = phaseValues({ cells: 8, starts: 1, steps: 20, activation: 'gelu', gradient: 'sampled' });
    const { map } = await train(pool(1), values, Uint32Array.of(12));
    const [settings] = cellModels(values, [12], 1);
    const read = map.read(12);
    const expected = evaluateLoss(settings, 1, read?.theta ?? new Float32Array(4), { count: EVALUATION_COUNT });
    // 2^12 samples against 2^18.
    expect((read?.loss ?? NaN) / expected).toBeCloseTo(1, 1);
  });
});
