import { beforeAll, describe, expect, it, vi } from 'vitest';
import { trainReference } from '../../../src/models/engine/reference.ts';
import { loadWasmKernel, type WasmKernel } from '../../../src/models/engine/wasm/index.ts';
import { TINY_SHAPES } from '../../../src/models/engine/wasm/paths.ts';
import { initialState } from '../../../src/models/layout.ts';
import { largestDifference, mixedProblem, RECIPE } from './fixtures.ts';

// The float64 reference takes seconds where the processor is shared.
vi.setConfig({ testTimeout: 60_000 });

let kernel: WasmKernel;

beforeAll(async () => {
  kernel = await loadWasmKernel();
});

describe('the tiny path on the shared stream', () => {
  it.each(TINY_SHAPES)('agrees with the float64 reference after 50 steps (n = %i, m = %i)', (n, m) => {
    const problem = mixedProblem(n, m);
    const from = initialState(problem);
    const ours = kernel.train(problem, RECIPE, from, 50, { path: 'tiny', shared: true });
    expect(largestDifference(ours.theta, trainReference(problem, RECIPE, from, 50).theta)).toBeLessThan(2e-5);
    expect(largestDifference(ours.theta, from.theta)).toBeGreaterThan(0.05);
  });

  it.each([4, 20, 60, 64, 68, 132])('draws a batch of %i, whole tiles or not', (batch) => {
    const problem = mixedProblem(5, 2);
    const recipe = { ...RECIPE, batch };
    const from = trainReference(problem, recipe, initialState(problem), 3);
    const ours = kernel.train(problem, recipe, from, 5, { path: 'tiny', shared: true });
    expect(largestDifference(ours.theta, trainReference(problem, recipe, from, 5).theta)).toBeLessThan(1e-5);
  });
});
