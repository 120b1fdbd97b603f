import { beforeAll, describe, expect, it } from 'vitest';
import { quadrature } from '../../../src/models/engine/quadrature.ts';
import { lossAndGradient, trainReference } from '../../../src/models/engine/reference.ts';
import { Run } from '../../../src/models/engine/run.ts';
import { loadWasmKernel, type WasmKernel } from '../../../src/models/engine/wasm/index.ts';
import { initialState, parameterCount } from '../../../src/models/layout.ts';
import type { ModelSettings, Problem, Recipe, State } from '../../../src/models/problem.ts';
import { exactLoss } from '../../../src/models/theory/exact-loss.ts';
import { readNothingLoss } from '../../../src/models/theory/read-nothing.ts';
import { largestDifference, mixedProblem, modelOf, RECIPE } from './fixtures.ts';

const EXACT: Recipe = { ...RECIPE, gradient: 'exact', steps: 1000, schedule: 'cosine' };
const SHAPES = [
  [1, 1],
  [2, 1],
  [2, 2],
  [3, 1],
  [3, 2],
] as const;

let kernel: WasmKernel;

beforeAll(async () => {
  kernel = await loadWasmKernel();
});

/** The exact gradient's model k at θ, from the reference. */
function expected(problem: Problem, k: number, theta: ArrayLike<number>) {
  const { x, shares } = quadrature(problem.models[k], problem.m, theta);
  return lossAndGradient(problem.models[k], problem.m, theta, x, shares);
}

describe('the quadrature over all data', () => {
  it.each(SHAPES)('has the loss of the closed form (n = %i, m = %i)', (n, m) => {
    const problem = mixedProblem(n, m, [1, 0.9, 0.3, 0.2, 0.02]);
    const state = trainReference(problem, EXACT, initialState(problem), 60);
    problem.models.forEach((settings, k) => {
      const { theta } = modelOf(problem, state, k);
      const closed = exactLoss(settings, m, theta);
      // But for kinks between the nodes that two features keep, float32 densities are all that differs.
      const tolerance = settings.family === 'relu' && n === 2 ? 1e-3 : 1e-6;
      const difference = expected(problem, k, theta).loss - closed;
      expect(Math.abs(difference) / readNothingLoss(settings), `model ${k}`).toBeLessThan(tolerance);
    });
  });

  it.each(SHAPES)('has the gradient of the closed form, by finite differences (n = %i, m = %i)', (n, m) => {
    const problem = mixedProblem(n, m, [1, 0.9, 0.3, 0.2, 0.02]);
    const state = trainReference(problem, EXACT, initialState(problem), 60);
    problem.models.forEach((settings, k) => {
      const theta = Float64Array.from(modelOf(problem, state, k).theta);
      const { gradient } = expected(problem, k, theta);
      const size = Math.max(...settings.density) * Math.max(...settings.importance);
      gradient.forEach((slope, j) => {
        const at = (step: number) => exactLoss(settings, m, theta.with(j, theta[j] + step));
        const difference = (at(1e-4) - at(-1e-4)) / 2e-4;
        // The closed form itself changes its way by up to 2e-7 between two points.
        const tolerance = settings.family === 'linear' || n === 1 ? 1e-5 : n === 2 ? 5e-3 : 2e-4;
        expect(Math.abs(slope - difference) / size, `parameter ${j} of model ${k}`).toBeLessThan(tolerance);
      });
    });
  });

  it('shares out the whole of the data, each set of active features by its chance', () => {
    const problem = mixedProblem(3, 1, [0.5]);
    const settings = { ...problem.models[0], density: [0.5, 0.25, 0.75] };
    const { x, shares } = quadrature(settings, 1, initialState(problem).theta);
    const chances = new Map<string, number>();
    shares.forEach((share, s) => {
      const set = [0, 1, 2].map((i) => (x[3 * s + i] > 0 ? 1 : 0)).join('');
      chances.set(set, (chances.get(set) ?? 0) + share);
    });
    expect(chances.size).toBe(8);
    expect(chances.get('000')).toBeCloseTo(0.5 * 0.75 * 0.25, 13);
    expect(chances.get('110')).toBeCloseTo(0.5 * 0.25 * 0.25, 13);
    expect(chances.get('111')).toBeCloseTo(0.5 * 0.25 * 0.75, 13);
  });

  it('refuses four features, features that depend on each other, and other families', () => {
    const [model] = mixedProblem(3, 1, [0.5]).models;
    const theta = new Float64Array(20);
    expect(() => quadrature(mixedProblem(4, 2).models[0], 2, theta)).toThrow(RangeError);
    expect(() => quadrature({ ...model, sets: [{ kind: 'correlated', members: [0, 1] }] }, 1, theta)).toThrow(
      RangeError,
    );
    expect(() => quadrature({ ...model, family: 'relu-hidden' }, 1, theta)).toThrow(RangeError);
  });
});

describe('the exact path', () => {
  const cut = (problem: Problem, pieces: number, steps: number): State => {
    let state = initialState(problem);
    for (let piece = 0; piece < pieces; piece++) state = kernel.train(problem, EXACT, state, steps);
    return state;
  };

  it.each(SHAPES)('agrees with the float64 reference after 50 steps (n = %i, m = %i)', (n, m) => {
    const problem = mixedProblem(n, m, [1, 0.9, 0.3, 0.2, 0.02]);
    const ours = cut(problem, 1, 50);
    const theirs = trainReference(problem, EXACT, initialState(problem), 50);
    expect(largestDifference(ours.theta, theirs.theta)).toBeLessThan(2e-5);
    expect(largestDifference(ours.theta, initialState(problem).theta)).toBeGreaterThan(0.05);
  });

  it('trains two features of U[0, 1] to the very bits of the first links', () => {
    const problem = mixedProblem(2, 1, [1, 0.5, 0.2, 0.1, 0.05]);
    const { theta } = cut(problem, 1, 300);
    const words = new Uint32Array(theta.buffer, theta.byteOffset, theta.length);
    expect(words.reduce((hash, word) => Math.imul(hash ^ word, 16777619) >>> 0, 2166136261)).toBe(417562023);
  });

  it('has the same bits as 1×1000, 10×100 and 1000×1 steps', () => {
    const problem = mixedProblem(2, 1);
    const whole = cut(problem, 1, 1000);
    expect(cut(problem, 10, 100)).toEqual(whole);
    expect(cut(problem, 1000, 1)).toEqual(whole);
  });

  it('gives a model the same bits alone and among any number of others', () => {
    const all = mixedProblem(2, 1, [1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.9]);
    const P = parameterCount(all);
    const whole = cut(all, 1, 50);
    for (let count = 1; count <= 7; count++) {
      const some = { ...all, models: all.models.slice(0, count) };
      expect(cut(some, 1, 50).theta).toEqual(whole.theta.slice(0, count * P));
    }
    all.models.forEach((settings, k) => {
      expect(cut({ ...all, models: [settings] }, 1, 50)).toEqual(modelOf(all, whole, k));
    });
  });

  it('depends on the starting weights alone: neither on the batch nor on the data’s stream', () => {
    const problem = mixedProblem(2, 1);
    const from = initialState(problem);
    const models = problem.models.map((settings) => ({ ...settings, seed: 99 }));
    const other = kernel.train({ ...problem, models }, { ...EXACT, batch: 4 }, from, 20);
    expect(other).toEqual(kernel.train(problem, EXACT, from, 20));
  });

  it('refuses, as the reference does, what has no exact gradient', () => {
    const three = mixedProblem(3, 2);
    const with3 = (extra: Partial<ModelSettings>): Problem => ({
      ...three,
      models: three.models.map((settings) => ({ ...settings, ...extra })),
    });
    const refused: [Problem, Recipe][] = [
      [mixedProblem(4, 2), EXACT],
      [with3({ sets: [{ kind: 'anticorrelated', members: [0, 2] }] }), EXACT],
      [with3({ family: 'relu-hidden' }), EXACT],
      [with3({ family: 'absolute' }), EXACT],
      [{ ...three, hiddenBias: true }, EXACT],
      [three, { ...EXACT, dropout: 0.5 }],
    ];
    for (const [problem, recipe] of refused) {
      expect(() => kernel.train(problem, recipe, initialState(problem), 1)).toThrow(RangeError);
      expect(() => trainReference(problem, recipe, initialState(problem), 1)).toThrow(RangeError);
    }
  });

  it('is named by the run, and runs where WebGL was asked for', async () => {
    const problem = mixedProblem(2, 1);
    const run = await Run.start(problem, EXACT, 'webgl');
    expect([run.engine, run.path]).toEqual(['wasm', 'exact']);
    expect(run.notices).toHaveLength(1);
    await run.advanceTo(
      5,
      () => false,
      async () => {},
    );
    expect(run.state).toEqual(kernel.train(problem, EXACT, initialState(problem), 5));
    run.dispose();
  });
});
