import { memory } from '@tensorflow/tfjs-core';
import { afterAll, expect, it } from 'vitest';
import { wasmKernel } from '../../../src/models/engine/cpu.ts';
import { TrainingPool } from '../../../src/models/engine/index.ts';
import { Run } from '../../../src/models/engine/run.ts';
import { figureDefaults } from '../../../src/models/parameters/figures.ts';
import { toProblem } from '../../../src/models/parameters/to-problem.ts';
import { PhaseMap } from '../../../src/models/phase/map.ts';
import { tileOrder } from '../../../src/models/phase/passes.ts';
import { localWorker } from '../../support/local-worker.ts';
import { phaseValues } from '../phase/values.ts';
import { trainMap } from '../../../src/models/engine/map-training.ts';

const pool = new TrainingPool(localWorker, 1);
afterAll(() => pool.terminate());

it('a million models go through one worker in less than 256 MB', async () => {
  // One step each: how long they train does not change what they take.
  const values = phaseValues({ cells: 256, starts: 16, steps: 1 });
  const before = process.memoryUsage().rss;
  const map = new PhaseMap(values);
  let most = 0;
  const { result } = trainMap(pool, { values, cells: tileOrder(256) }, (tile) => {
    map.put(tile);
    most = Math.max(most, process.memoryUsage().rss);
  });
  expect((await result)?.models).toBe(2 ** 20);
  expect(map.count).toBe(2 ** 16);
  expect((most - before) / 2 ** 20).toBeLessThan(256);
  expect(wasmKernel()?.bytes()).toBeLessThan(2 ** 20);
});

it('a hundred thousand steps take no memory and no tensor more than the first chunk', async () => {
  // One model, as in the bench’s W1.
  const { problem, recipe } = toProblem('hero', { ...figureDefaults('hero'), starts: 1 });
  const run = await Run.start(problem, { ...recipe, steps: 100_000 }, 'wasm');
  const taken = () => ({ tensors: memory().numTensors, bytes: memory().numBytes, wasm: wasmKernel()?.bytes() });
  await run.chunk(100_000);
  const first = taken();
  while (run.step < 100_000) await run.chunk(100_000);
  expect(taken()).toEqual(first);
  run.dispose();
  expect(memory()).toMatchObject({ numTensors: 0, numBytes: 0 });
});
