import { beforeAll, describe, expect, it, vi } from 'vitest';
import { trainReference } from '../../../src/models/engine/reference.ts';
import { loadWasmKernel, type WasmKernel } from '../../../src/models/engine/wasm/index.ts';
import { skipLaw } from '../../../src/models/engine/wasm/skips.ts';
import { initialState } from '../../../src/models/layout.ts';
import type { Problem, State } from '../../../src/models/problem.ts';
import { largestDifference, mixedProblem, modelOf, RECIPE } from './fixtures.ts';

// The float64 reference takes seconds where the processor is shared.
vi.setConfig({ testTimeout: 60_000 });

let kernel: WasmKernel;

beforeAll(async () => {
  kernel = await loadWasmKernel();
});

describe('the sparse path on the shared stream', () => {
  it.each([
    ...Array.from({ length: 12 }, (_, j): [number, number] => [j + 1, 1 + ((7 * j) % 5)]),
    [20, 5] as [number, number],
    [33, 17] as [number, number],
    [64, 3] as [number, number],
  ])('agrees with the float64 reference after 50 steps (n = %i, m = %i)', (n, m) => {
    const problem = mixedProblem(n, m);
    const from = initialState(problem);
    const ours = kernel.train(problem, RECIPE, from, 50, { path: 'sparse', shared: true });
    expect(largestDifference(ours.theta, trainReference(problem, RECIPE, from, 50).theta)).toBeLessThan(2e-5);
    expect(largestDifference(ours.theta, from.theta)).toBeGreaterThan(0.05);
  });

  it.each([4, 20, 64, 68, 132])('draws a batch of %i, whole tiles or not', (batch) => {
    const problem = mixedProblem(14, 2);
    const recipe = { ...RECIPE, batch };
    const from = trainReference(problem, recipe, initialState(problem), 3);
    const ours = kernel.train(problem, recipe, from, 5, { path: 'sparse', shared: true });
    expect(largestDifference(ours.theta, trainReference(problem, recipe, from, 5).theta)).toBeLessThan(1e-5);
  });
});

describe('a run of the sparse path', () => {
  const cut = (problem: Problem, pieces: number, steps: number): State => {
    const recipe = { ...RECIPE, steps: 1000, batch: 64, schedule: 'cosine' } as const;
    let state = initialState(problem);
    for (let piece = 0; piece < pieces; piece++) {
      state = kernel.train(problem, recipe, state, steps, { path: 'sparse' });
    }
    return state;
  };

  it('has the same bits as 1×1000, 10×100 and 1000×1 steps', () => {
    const problem = mixedProblem(13, 3);
    const whole = cut(problem, 1, 1000);
    expect(cut(problem, 10, 100)).toEqual(whole);
    expect(cut(problem, 1000, 1)).toEqual(whole);
  });

  it('gives a model the same bits alone and among others, and beside models of other paths', () => {
    const problem = mixedProblem(13, 3);
    const together = cut(problem, 1, 50);
    problem.models.forEach((settings, k) => {
      expect(cut({ ...problem, models: [settings] }, 1, 50)).toEqual(modelOf(problem, together, k));
    });
    const mixed = mixedProblem(20, 5, [1, 0.02]);
    const both = kernel.train(mixed, RECIPE, initialState(mixed), 50);
    mixed.models.forEach((settings, k) => {
      const one = { ...mixed, models: [settings] };
      const path = k === 0 ? 'dense' : 'sparse';
      expect(kernel.train(one, RECIPE, initialState(one), 50, { path })).toEqual(modelOf(mixed, both, k));
    });
  });
});

describe('the law of the skips', () => {
  it('goes by the largest density, and keeps of the others their share', () => {
    const { logScale, kept } = skipLaw([0.02, 0.5, 0.1]);
    expect(kept).toEqual([0.04, 1, 0.2]);
    // A skip of g or more has the chance (1 − p)^g: u ≤ ½³ for three and p = ½.
    expect(-3 * logScale).toBeCloseTo(3, 12);
    expect(Math.log2(0.9 ** 5) * skipLaw([0.1]).logScale).toBeCloseTo(5, 12);
  });

  it('skips nothing where everything is on', () => {
    expect(Math.log2(1e-7) * skipLaw([1, 0.5]).logScale).toBeCloseTo(0, 12);
  });
});
