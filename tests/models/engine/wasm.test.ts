import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { compileKernel, GENERATED } from '../../../scripts/kernel.ts';
import { samples } from '../../../src/models/data.ts';
import { loadWasmKernel, wasmSimdAvailable, type WasmKernel } from '../../../src/models/engine/wasm/index.ts';
import { lossAndGradient, trainReference } from '../../../src/models/engine/reference.ts';
import { initialState } from '../../../src/models/layout.ts';
import type { ModelSettings, Problem, Recipe, Schedule, State } from '../../../src/models/problem.ts';
import { stepScalars } from '../../../src/models/recipe.ts';
import { largestDifference, mixedProblem, modelOf, RECIPE } from './fixtures.ts';

/** A state in the middle of a run, so that no parameter or moment is zero. */
function warmState(problem: Problem, recipe = RECIPE): State {
  return trainReference(problem, recipe, initialState(problem), 3);
}

// The float64 reference takes seconds where the processor is shared.
vi.setConfig({ testTimeout: 60_000 });

let kernel: WasmKernel;

beforeAll(async () => {
  kernel = await loadWasmKernel();
});

describe('the dense path against the float64 reference on the same stream', () => {
  const train: WasmKernel['train'] = (problem, recipe, from, steps) =>
    kernel.train(problem, recipe, from, steps, { path: 'dense' });

  const shapes = [
    ...Array.from({ length: 24 }, (_, j): [number, number] => [j + 1, 1 + ((7 * j) % 9)]),
    ...Array.from({ length: 12 }, (_, j): [number, number] => [j + 1, 1 + (j % 2)]),
    ...Array.from({ length: 12 }, (_, j): [number, number] => [j + 1, 2 - (j % 2)]),
    [30, 1] as [number, number],
    [33, 17] as [number, number],
  ];

  it.each(shapes)('agrees after 50 steps with n = %i features in m = %i dimensions', (n, m) => {
    const problem = mixedProblem(n, m);
    const from = initialState(problem);
    const ours = train(problem, RECIPE, from, 50);
    const theirs = trainReference(problem, RECIPE, from, 50);
    expect(ours.step).toBe(50);
    expect(largestDifference(ours.theta, theirs.theta)).toBeLessThan(2e-5);
    expect(largestDifference(ours.theta, from.theta)).toBeGreaterThan(0.05);
  });

  it('agrees for 80 features in 20 dimensions and the whole batch of 1024', () => {
    const problem = mixedProblem(80, 20, [0.3, 0.05]);
    const recipe = { ...RECIPE, batch: 1024 };
    const from = initialState(problem);
    const ours = train(problem, recipe, from, 50);
    expect(largestDifference(ours.theta, trainReference(problem, recipe, from, 50).theta)).toBeLessThan(2e-5);
  });

  it.each(['constant', 'hold', 'linear', 'cosine'] satisfies Schedule[])(
    'follows the schedule "%s" to its end',
    (schedule) => {
      const problem = mixedProblem(6, 3);
      const recipe: Recipe = { ...RECIPE, schedule, steps: 40 };
      const from = initialState(problem);
      const ours = train(problem, recipe, from, 40);
      expect(largestDifference(ours.theta, trainReference(problem, recipe, from, 40).theta)).toBeLessThan(2e-5);
    },
  );

  it.each([0, 0.5])('shrinks the parameters by the weight decay %d', (weightDecay) => {
    const problem = mixedProblem(7, 2);
    const recipe: Recipe = { ...RECIPE, weightDecay };
    const from = initialState(problem);
    const ours = train(problem, recipe, from, 50);
    expect(largestDifference(ours.theta, trainReference(problem, recipe, from, 50).theta)).toBeLessThan(2e-5);
  });

  it.each([4, 20, 60, 64, 68, 132])('draws a batch of %i, whole tiles or not', (batch) => {
    for (const n of [5, 14]) {
      const problem = mixedProblem(n, 2);
      const recipe: Recipe = { ...RECIPE, batch };
      const from = warmState(problem, recipe);
      const ours = train(problem, recipe, from, 5);
      expect(largestDifference(ours.theta, trainReference(problem, recipe, from, 5).theta)).toBeLessThan(1e-5);
    }
  });

  it.each([
    [5, 2],
    [9, 1],
    [13, 6],
  ])('takes its first step along the reference’s gradient (n = %i, m = %i)', (n, m) => {
    const problem = mixedProblem(n, m);
    const warm = warmState(problem);
    const zeros = new Float32Array(warm.theta.length);
    const after = train(problem, RECIPE, { step: 7, theta: warm.theta, m1: zeros, m2: zeros }, 1);
    problem.models.forEach((settings, k) => {
      const { theta } = modelOf(problem, warm, k);
      const { gradient } = lossAndGradient(settings, m, theta, samples(settings, 7, 0, RECIPE.batch));
      // From zero moments m₁ = (1 − β₁) · gradient.
      const ours = modelOf(problem, after, k).m1.map((value) => value * 10);
      const scale = Math.max(...gradient.map(Math.abs));
      expect(scale).toBeGreaterThan(1e-4);
      expect(largestDifference(ours, gradient) / scale).toBeLessThan(2e-6);
    });
  });

  it('moves a parameter by exactly AdamW’s step for its gradient', () => {
    const problem = mixedProblem(4, 2, [0.2]);
    const from = warmState(problem);
    const after = train(problem, RECIPE, from, 1);
    const { rate, keep, unbias1, unbias2 } = stepScalars(RECIPE, from.step);
    const expected = from.theta.map(
      (value, j) => value * keep - (rate * after.m1[j] * unbias1) / (Math.sqrt(after.m2[j] * unbias2) + 1e-8),
    );
    expect(largestDifference(after.theta, expected)).toBeLessThan(2e-7);
  });
});

describe('a run of the WebAssembly kernel', () => {
  const cut = (problem: Problem, pieces: number, steps: number): State => {
    const recipe: Recipe = { ...RECIPE, steps: 1000, batch: 64, schedule: 'cosine' };
    let state = initialState(problem);
    for (let piece = 0; piece < pieces; piece++) state = kernel.train(problem, recipe, state, steps);
    return state;
  };

  it.each([
    [5, 2],
    [10, 3],
  ])('has the same bits as 1×1000, 10×100 and 1000×1 steps (n = %i, m = %i)', (n, m) => {
    const problem = mixedProblem(n, m);
    const whole = cut(problem, 1, 1000);
    expect(cut(problem, 10, 100)).toEqual(whole);
    expect(cut(problem, 1000, 1)).toEqual(whole);
    expect(cut(problem, 1, 999)).not.toEqual(whole);
  });

  it.each([
    [5, 2],
    [11, 4],
  ])('gives a model the same bits alone and among others, in any order (n = %i, m = %i)', (n, m) => {
    const problem = mixedProblem(n, m);
    const together = cut(problem, 1, 50);
    problem.models.forEach((settings, k) => {
      expect(cut({ ...problem, models: [settings] }, 1, 50)).toEqual(modelOf(problem, together, k));
    });
    const reversed = { ...problem, models: [...problem.models].reverse() };
    expect(modelOf(reversed, cut(reversed, 1, 50), 0)).toEqual(modelOf(problem, together, 3));
  });

  it('leaves the state it starts from untouched and returns a copy after 0 steps', () => {
    const problem = mixedProblem(5, 2);
    const from = warmState(problem);
    const before = structuredClone(from);
    const still = kernel.train(problem, RECIPE, from, 0);
    kernel.train(problem, RECIPE, from, 5);
    expect(from).toEqual(before);
    expect(still).toEqual(before);
    expect(still.theta.buffer).not.toBe(from.theta.buffer);
  });

  it('needs no more memory after 100 000 steps, nor after 1000 calls', () => {
    const problem = mixedProblem(3, 1, [0.5]);
    const recipe: Recipe = { ...RECIPE, steps: 200_000, batch: 4 };
    let state = kernel.train(problem, recipe, initialState(problem), 1);
    const bytes = kernel.bytes();
    state = kernel.train(problem, recipe, state, 100_000);
    for (let call = 0; call < 1000; call++) state = kernel.train(problem, recipe, state, 3);
    expect(state.step).toBe(103_001);
    expect(kernel.bytes()).toBe(bytes);
  });

  it('grows its memory for a larger shape and then still trains the small one alike', async () => {
    const fresh = await loadWasmKernel();
    const small = mixedProblem(5, 2);
    const large = mixedProblem(200, 40);
    const before = fresh.bytes();
    const first = fresh.train(small, RECIPE, initialState(small), 10);
    fresh.train(large, { ...RECIPE, batch: 64 }, initialState(large), 1);
    expect(fresh.bytes()).toBeGreaterThan(before);
    expect(fresh.train(small, RECIPE, initialState(small), 10)).toEqual(first);
  });
});

describe('the mean loss of the WebAssembly kernel', () => {
  it.each([
    [1, 1, 1],
    [5, 2, 1000],
    [24, 7, 67],
    [300, 12, 1100],
  ])('is the reference’s for n = %i, m = %i and %i samples', (n, m, count) => {
    const problem = mixedProblem(n, m);
    const { theta } = initialState(problem);
    problem.models.forEach((settings, k) => {
      const own = modelOf(problem, { step: 0, theta, m1: theta, m2: theta }, k).theta;
      own.fill(0.05, n * m); // a bias that is not zero
      const x = samples(settings, 3, 0, count);
      const { loss } = lossAndGradient(settings, m, own, x);
      expect(Math.abs(kernel.meanLoss(settings, m, own, x) / loss - 1)).toBeLessThan(2e-6);
    });
  });

  it('is kept in double precision: a million equal samples have the loss of one', () => {
    const settings: ModelSettings = { ...mixedProblem(1, 1, [1]).models[0], importance: [0.7] };
    const theta = Float32Array.of(0.5, 0.1);
    const one = kernel.meanLoss(settings, 1, theta, Float32Array.of(0.3));
    expect(one).toBeCloseTo(0.7 * (0.25 * 0.3 + 0.1 - 0.3) ** 2, 7);
    expect(Math.abs(kernel.meanLoss(settings, 1, theta, new Float32Array(1e6).fill(0.3)) / one - 1)).toBeLessThan(
      1e-12,
    );
  });
});

describe('what the WebAssembly kernel takes', () => {
  const withModel = (change: Partial<ModelSettings>): Problem => {
    const problem = mixedProblem(5, 2);
    return { ...problem, models: problem.models.map((settings) => ({ ...settings, ...change })) };
  };

  const unlike = [
    withModel({ family: 'relu-hidden' }),
    withModel({ family: 'absolute' }),
    withModel({ sets: [{ kind: 'correlated', members: [0, 1] }] }),
    { ...mixedProblem(5, 2), hiddenBias: true },
  ];

  it('supports every family up to 1024 features and 512 dimensions', () => {
    expect(kernel.supports(mixedProblem(5, 2), RECIPE)).toBe(true);
    expect(kernel.supports(mixedProblem(5, 2), { ...RECIPE, dropout: 0.5 })).toBe(true);
    expect(kernel.supports(mixedProblem(1024, 512, [1]), RECIPE)).toBe(true);
    expect(kernel.supports(mixedProblem(1025, 2, [1]), RECIPE)).toBe(false);
    expect(kernel.supports(mixedProblem(5, 513, [1]), RECIPE)).toBe(false);
    for (const problem of [...unlike, withModel({ law: 'one' })]) expect(kernel.supports(problem, RECIPE)).toBe(true);
  });

  it('supports the exact gradient for up to three independent features, read linearly', () => {
    const exact: Recipe = { ...RECIPE, gradient: 'exact' };
    expect(kernel.supports(mixedProblem(3, 2), exact)).toBe(true);
    expect(kernel.supports(mixedProblem(3, 2), { ...exact, dropout: 0.5 })).toBe(false);
    expect(kernel.supports(mixedProblem(4, 2), exact)).toBe(false);
    for (const problem of unlike) expect(kernel.supports(problem, exact)).toBe(false);
  });

  it('refuses a problem, a batch or a state that does not fit', () => {
    const problem = mixedProblem(5, 2);
    const from = initialState(problem);
    const wide = mixedProblem(5, 513, [1]);
    expect(() => kernel.train(wide, RECIPE, initialState(wide), 1)).toThrow(RangeError);
    const exact: Recipe = { ...RECIPE, gradient: 'exact' };
    const small: Problem = { ...mixedProblem(2, 1), hiddenBias: true };
    expect(() => kernel.train(small, exact, initialState(small), 1)).toThrow(RangeError);
    expect(() => kernel.train(problem, { ...RECIPE, batch: 6 }, from, 1)).toThrow(RangeError);
    expect(() => kernel.train(mixedProblem(6, 2), RECIPE, from, 1)).toThrow(RangeError);
  });

  it('runs where this test runs', () => {
    expect(wasmSimdAvailable()).toBe(true);
  });
});

describe('the compiled kernel', () => {
  it('is what the compiler makes of the source', async () => {
    expect((await compileKernel()) === (await readFile(GENERATED, 'utf8'))).toBe(true);
  });
});
