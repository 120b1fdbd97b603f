/** The fused WebGL kernel against the float64 reference on the same stream of data. */
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/base';
import { beforeAll, describe, expect, it } from 'vitest';
import { trainReference } from '../../src/models/engine/reference.ts';
import { drawsPerStep, registerWebglKernel, startWebgl } from '../../src/models/engine/webgl/index.ts';
import { initialState } from '../../src/models/layout.ts';
import type { Problem, Recipe, State } from '../../src/models/problem.ts';
import { drawsOf, usage } from './webgl-cost.ts';
import { call, distance, download, RECIPE, relu, settings, train, upload } from './webgl-run.ts';

let backend: MathBackendWebGL;

beforeAll(async () => {
  backend = await startWebgl();
  registerWebglKernel();
});

/** Linear and ReLU models of several densities in one batch, one of them with a density for each feature. */
const mixed: Problem = {
  n: 20,
  m: 5,
  models: [
    settings('linear', 20, 1, 0.7, 0),
    settings('relu', 20, 1, 0.7, 1),
    settings('relu', 20, 0.3, 0.95, 2),
    settings('relu', 20, (i) => 1 / (1 + i), 0.7, 3),
    settings('linear', 20, 0.05, 1, 4),
  ],
};

/** Small enough for two draws. */
const small: Problem = { n: 5, m: 2, models: [settings('linear', 5, 0.3, 0.9, 0), settings('relu', 5, 0.3, 0.9, 1)] };

/** Fifty steps in float32 stay within 5·10⁻⁷ (measured on software GL); real GPUs round otherwise. */
const TOLERANCE = 1e-5;

async function expectReference(problem: Problem, recipe: Recipe, start: State, steps = 50): Promise<void> {
  const got = await train(problem, recipe, start, steps);
  const wanted = trainReference(problem, recipe, start, steps);
  // The run has gone somewhere, so agreement means something.
  expect(distance(wanted.theta, start.theta)).toBeGreaterThan(0.05);
  expect(got.step).toBe(wanted.step);
  for (const part of ['theta', 'm1', 'm2'] as const) expect(distance(got[part], wanted[part])).toBeLessThan(TOLERANCE);
}

describe('the WebGL kernel', () => {
  it.each<[string, Problem, Partial<Recipe>]>([
    ['five features in two dimensions', relu(5, 2), {}],
    ['two features in one dimension', relu(2, 1), {}],
    ['three features in two dimensions', relu(3, 2), {}],
    ['twelve features in two dimensions', relu(12, 2), {}],
    ['linear and ReLU models of several densities', mixed, {}],
    ['linear and ReLU models in two draws', small, {}],
    ['dense data (p = 1)', relu(5, 2, 1), {}],
    ['seven features in three dimensions, where no block of four is full', relu(7, 3), {}],
    ['weight decay', relu(5, 2), { weightDecay: 0.5 }],
    ['weight decay in five draws', relu(12, 2), { weightDecay: 0.5 }],
    ['a batch that is no multiple of the chunks', relu(5, 2), { batch: 1000 }],
    ['a batch that is no multiple of the chunks in five draws', relu(12, 2), { batch: 100 }],
    ['a linear fall of the learning rate', relu(5, 2), { schedule: 'linear', steps: 60 }],
  ])('takes fifty steps like the reference: %s', async (_, problem, change) => {
    await expectReference(problem, { ...RECIPE, ...change }, initialState(problem));
  });

  it.each([relu(5, 2), relu(12, 2)])('goes on from a state with steps behind it (n = $n)', async (problem) => {
    const start = trainReference(problem, RECIPE, initialState(problem), 7);
    await expectReference(problem, RECIPE, start);
  });

  it.each([relu(5, 2), mixed])('gives the same bits however a run is cut up (n = $n)', async (problem) => {
    const start = initialState(problem);
    const whole = await train(problem, RECIPE, start, 30);
    expect(await train(problem, RECIPE, start, 10, 1, 19)).toEqual(whole);
  });

  it('takes hidden dimensions beyond one block of four in each of a batch of models', async () => {
    const problem: Problem = { n: 9, m: 6, models: [0, 1, 2].map((model) => settings('relu', 9, 0.4, 1, model)) };
    await expectReference(problem, RECIPE, initialState(problem));
  });

  it('trains many small models at once', async () => {
    const densities = Array.from({ length: 300 }, (_, k) => 0.01 ** (k / 299));
    const problem: Problem = { n: 2, m: 1, models: densities.map((p, k) => settings('relu', 2, p, 1, k)) };
    await expectReference(problem, { ...RECIPE, batch: 64 }, initialState(problem), 20);
  });

  it('keeps two problems apart that take turns', async () => {
    const a = relu(5, 2);
    const b: Problem = { ...a, models: [settings('relu', 5, 0.2, 0.9, 99)] };
    const alone = await train(a, RECIPE, initialState(a), 5);
    await train(b, RECIPE, initialState(a), 5);
    expect(await train(a, RECIPE, initialState(a), 5)).toEqual(alone);
    expect((await train(b, RECIPE, initialState(a), 5)).theta).not.toEqual(alone.theta);
  });

  it.each([
    [relu(5, 2), 2],
    [relu(12, 2), 5],
  ])('makes a step in as many draws as drawsPerStep says', async (problem, draws) => {
    expect(drawsPerStep(problem)).toBe(draws);
    const [three, ten] = drawsOf(backend, problem, RECIPE, [3, 10]);
    expect(three).toBe(3 * draws);
    expect(ten).toBe(10 * draws);
  });

  it.each([relu(5, 2), relu(12, 2)])('keeps no memory over a thousand steps (n = $n)', async (problem) => {
    const recipe = { ...RECIPE, batch: 64 };
    let state = call(problem, recipe, upload(problem, initialState(problem)), 0, 10);
    state = call(problem, recipe, state, 10, 100);
    const before = usage(backend);
    for (let from = 110; from < 1110; from += 100) state = call(problem, recipe, state, from, 100);
    expect(usage(backend)).toEqual(before);
    const { theta } = await download(problem, recipe, state, 1110);
    expect(theta.every(Number.isFinite)).toBe(true);
  });
});
