/** The fused WebGL kernel for any form of model: its corners, its draws, its memory and what it refuses. */
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/base';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawsPerStep, registerWebglKernel, startWebgl, supportsWebgl } from '../../src/models/engine/webgl/index.ts';
import type { FamilyName } from '../../src/models/families.ts';
import { initialState } from '../../src/models/layout.ts';
import type { Problem, Recipe } from '../../src/models/problem.ts';
import { expectReference, FAMILY_NAMES, problemOf, recipeOf, VARIANTS } from './webgl-forms.ts';
import { drawsOf, usage } from './webgl-cost.ts';
import { call, download, RECIPE, relu, settings, train, upload } from './webgl-run.ts';

let backend: MathBackendWebGL;

beforeAll(async () => {
  backend = await startWebgl();
  registerWebglKernel();
});

describe('the WebGL kernel takes fifty steps like the reference', () => {
  it('with a hidden bias that takes more texels than a column of the weights', async () => {
    await expectReference(problemOf('absolute', 3, 11, 'hidden bias'), recipeOf('hidden bias'));
  });

  it('with linear and ReLU output behind one kind of hidden layer', async () => {
    const models = (['relu-hidden', 'relu-inner'] as const).map((family, k) => settings(family, 10, 0.2, 0.9, k));
    await expectReference({ n: 10, m: 5, models }, recipeOf('plain'));
  });

  it('with everything at once', async () => {
    const problem = problemOf('absolute-gelu', 9, 6, 'sets');
    const models = problem.models.map((model) => ({ ...model, law: 'upper' as const }));
    await expectReference({ ...problem, models, hiddenBias: true }, { ...recipeOf('dropout'), weightDecay: 0.5 });
  });

  it('with a hundred features in forty dimensions', async () => {
    const problem: Problem = { n: 100, m: 40, models: [settings('absolute', 100, 0.1, 1, 0)] };
    await expectReference(problem, { ...recipeOf('plain'), batch: 64 }, 20);
  });
});

describe('the WebGL kernel for any family', () => {
  it('gives the same bits however a run is cut up', async () => {
    const problem = problemOf('absolute', 10, 5, 'hidden bias');
    const recipe = recipeOf('dropout');
    const start = initialState(problem);
    expect(await train(problem, recipe, start, 10, 1, 19)).toEqual(await train(problem, recipe, start, 30));
  });

  it.each([
    ['a free W₂, a hidden bias and dropout', problemOf('absolute', 10, 5, 'hidden bias'), recipeOf('dropout')],
    ['GELU', problemOf('absolute-gelu', 10, 5, 'plain'), recipeOf('plain')],
    ['feature sets in a small model', problemOf('relu', 5, 2, 'sets'), recipeOf('plain')],
    ['dropout in a small model', relu(5, 2), recipeOf('dropout')],
  ])('makes a step in five draws: %s', (_, problem, recipe) => {
    expect(drawsPerStep(problem, recipe)).toBe(5);
    const [three, ten] = drawsOf(backend, problem, recipe, [3, 10]);
    expect(three).toBe(3 * 5);
    expect(ten).toBe(10 * 5);
  });

  it('keeps no memory over five hundred steps', async () => {
    const problem = problemOf('absolute-gelu', 10, 5, 'sets');
    const recipe = { ...recipeOf('dropout'), batch: 64 };
    let state = call(problem, recipe, upload(problem, initialState(problem)), 0, 10);
    state = call(problem, recipe, state, 10, 100);
    const before = usage(backend);
    for (let from = 110; from < 610; from += 100) state = call(problem, recipe, state, from, 100);
    expect(usage(backend)).toEqual(before);
    const { theta } = await download(problem, recipe, state, 610);
    expect(theta.every(Number.isFinite)).toBe(true);
  });

  it('covers every family, alone and with a hidden bias', () => {
    for (const family of FAMILY_NAMES) {
      for (const variant of VARIANTS) expect(supportsWebgl(problemOf(family, 10, 5, variant))).toBe(true);
    }
  });

  const together = (...families: FamilyName[]): Problem => ({
    n: 2,
    m: 1,
    models: families.map((family, k) => settings(family, 2, 0.5, 1, k)),
  });

  it.each<[string, Problem, Partial<Recipe>, RegExp]>([
    ['models with GELU and with ReLU output', together('gelu', 'relu'), {}, /does not cover this batch/],
    ['models with and without hidden activation', together('relu', 'relu-hidden'), {}, /does not cover this batch/],
    ['models with different targets', together('absolute', 'square'), {}, /does not cover this batch/],
    ['more features than the generator counts', relu(1025, 1), {}, /over 1024 features/],
    ['more hidden dimensions than it counts', relu(1, 1025), {}, /over 1024 features/],
    ['batches wider than a texture', relu(12, 2), { batch: 1 << 20 }, /^1 × \(12 features in 2 dim.* texels a side/],
  ])('refuses, without leaving a tensor, %s', (_, problem, change, reason) => {
    const before = backend.numDataIds();
    const values = upload(problem, initialState(problem));
    expect(() => call(problem, { ...RECIPE, ...change }, values, 0, 1)).toThrow(reason);
    values.dispose();
    expect(backend.numDataIds()).toBe(before);
  });
});
