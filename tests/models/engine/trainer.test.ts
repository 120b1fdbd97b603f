import { memory } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { trainReference } from '../../../src/models/engine/reference.ts';
import { DivergedError, Trainer } from '../../../src/models/engine/trainer.ts';
import { initialState } from '../../../src/models/layout.ts';
import { FIGURES, figureDefaults } from '../../../src/models/parameters/figures.ts';
import { toProblem } from '../../../src/models/parameters/to-problem.ts';
import type { Problem } from '../../../src/models/problem.ts';

const { problem, recipe } = toProblem('hero', { ...figureDefaults('hero'), starts: 2, steps: 1200, batch: 32 });

it('keeps no more tensors after a thousand steps than after one, and none when it is disposed', async () => {
  (await Trainer.start(problem, recipe, 'wasm')).dispose();
  const before = memory().numTensors;
  const trainer = await Trainer.start(problem, recipe, 'wasm');
  await trainer.advance(1);
  await trainer.read();
  const { numTensors, numBytes } = memory();
  for (let step = 1; step <= 1000; step++) await trainer.advance(1);
  await trainer.read();
  expect(memory().numTensors).toBe(numTensors);
  expect(memory().numBytes).toBe(numBytes);
  trainer.dispose();
  expect(memory().numTensors).toBe(before);
});

it('never goes past the end of the recipe', async () => {
  const trainer = await Trainer.start(problem, recipe, 'wasm');
  await trainer.advance(5000);
  expect((await trainer.read()).step).toBe(1200);
  trainer.dispose();
});

it('trains a family with everything that a problem may have in WebAssembly', async () => {
  const models = problem.models.map((settings) => ({ ...settings, family: 'absolute' as const, law: 'one' as const }));
  const trainer = await Trainer.start({ ...problem, models, hiddenBias: true }, { ...recipe, dropout: 0.1 }, 'wasm');
  expect(trainer.engine).toBe('wasm');
  trainer.dispose();
});

it('trains what the kernel does not cover with the reference', async () => {
  const wide: Problem = { ...problem, m: 513, models: problem.models.slice(0, 1) };
  const small = { ...recipe, batch: 4 };
  const trainer = await Trainer.start(wide, small, 'wasm');
  expect(trainer.engine).toBe('reference');
  await trainer.advance(2);
  const { theta } = await trainer.read();
  expect([...theta]).toEqual([...trainReference(wide, small, initialState(wide), 2).theta]);
  trainer.dispose();
});

it('reports weights that stop being finite, with the last good state', async () => {
  const trainer = await Trainer.start(problem, { ...recipe, learningRate: 1e30 }, 'wasm');
  await trainer.advance(40);
  const error: unknown = await trainer.read().catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(DivergedError);
  expect((error as DivergedError).good.step).toBe(0);
  trainer.dispose();
});

it('ends the whole batch for one model that stops being finite', async () => {
  const state = initialState(problem);
  state.theta.fill(1e38, 0, state.theta.length / 2);
  const trainer = await Trainer.start(problem, recipe, 'wasm', state);
  await trainer.advance(1);
  await expect(trainer.read()).rejects.toThrow(DivergedError);
  trainer.dispose();
});

it('keeps the weights finite at a hundred times the highest learning rate of a link', async () => {
  const learningRate = 100 * FIGURES.hero.parameters.lr.max;
  const trainer = await Trainer.start(problem, { ...recipe, learningRate, schedule: 'constant' }, 'wasm');
  await trainer.advance(1200);
  const { theta } = await trainer.read();
  expect(Math.max(...theta.map(Math.abs))).toBeLessThan(1e4);
  trainer.dispose();
});

it('refuses WebGL for what only the processor computes, with a reason', async () => {
  await expect(Trainer.start(problem, { ...recipe, gradient: 'exact' }, 'webgl')).rejects.toThrow(/exact/);
});

it('refuses WebGL where there is none, with a reason', async () => {
  await expect(Trainer.start(problem, recipe, 'webgl')).rejects.toThrow(/WebGL/);
});
