/** Paths with a stream of their own: what they draw is told from the reference's samples by statistics alone. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { samples } from '../../../src/models/data.ts';
import { lossAndGradient, trainReference } from '../../../src/models/engine/reference.ts';
import { loadWasmKernel, type WasmKernel } from '../../../src/models/engine/wasm/index.ts';
import type { WasmPath } from '../../../src/models/engine/wasm/paths.ts';
import { initialState, parameterCount } from '../../../src/models/layout.ts';
import type { Problem } from '../../../src/models/problem.ts';
import { largestDifference, mixedProblem, modelOf, RECIPE } from './fixtures.ts';

// The float64 reference takes seconds where the processor is shared.
vi.setConfig({ testTimeout: 60_000 });

let kernel: WasmKernel;

beforeAll(async () => {
  kernel = await loadWasmKernel();
});

const BATCHES = 600;
const BATCH = 64;
/** Of some 200 independent numbers of standard normal size, one lies beyond this with chance 1e-3. */
const FAR = 4.6;

/** One gradient a step, [BATCHES][P], of model k at the same parameters: what the path draws, and what the reference does. */
function gradients(path: WasmPath, problem: Problem, k: number): { ours: Float64Array[]; theirs: Float64Array[] } {
  const recipe = { ...RECIPE, batch: BATCH, steps: BATCHES };
  const warm = trainReference(problem, RECIPE, initialState(problem), 20);
  const { theta } = modelOf(problem, warm, k);
  const zeros = new Float32Array(theta.length);
  const one = { ...problem, models: [problem.models[k]] };
  const steps = Array.from({ length: BATCHES }, (_, t) => t);
  return {
    // From zero moments m₁ = (1 − β₁) · gradient.
    ours: steps.map((step) =>
      Float64Array.from(
        kernel.train(one, recipe, { step, theta, m1: zeros, m2: zeros }, 1, { path }).m1,
        (value) => value * 10,
      ),
    ),
    theirs: steps.map(
      (step) => lossAndGradient(one.models[0], problem.m, theta, samples(one.models[0], step, 0, BATCH)).gradient,
    ),
  };
}

function moments(series: readonly Float64Array[], j: number): { mean: number; variance: number; kurtosis: number } {
  const values = series.map((row) => row[j]);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const power = (e: number) => values.reduce((sum, value) => sum + (value - mean) ** e, 0) / values.length;
  return { mean, variance: power(2), kurtosis: power(2) > 0 ? power(4) / power(2) ** 2 : 3 };
}

const CASES: readonly [WasmPath, number, number][] = [
  ['tiny', 1, 1],
  ['tiny', 2, 1],
  ['tiny', 3, 2],
  ['tiny', 5, 2],
  ['tiny', 6, 3],
  ['tiny', 7, 1],
  ['tiny', 12, 2],
  ['sparse', 1, 1],
  ['sparse', 6, 2],
  ['sparse', 21, 4],
];

describe.each(CASES)('the samples that the %s path draws (n = %i, m = %i)', (path, n, m) => {
  it('give gradients with the mean and the variance of the reference’s', () => {
    const problem = mixedProblem(n, m, [1, 0.4, 0.1, 0.02]);
    problem.models.forEach((_, k) => {
      const { ours, theirs } = gradients(path, problem, k);
      expect(largestDifference(ours[0], theirs[0])).toBeGreaterThan(0);
      for (let j = 0; j < parameterCount(problem); j++) {
        const a = moments(ours, j);
        const b = moments(theirs, j);
        if (a.variance + b.variance < 1e-16) continue;
        const error = Math.sqrt((a.variance + b.variance) / BATCHES);
        expect(Math.abs(a.mean - b.mean) / error, `mean of parameter ${j}, model ${k}`).toBeLessThan(FAR);
        // Samples of a batch that depended on each other would show here.
        const spread = Math.sqrt((Math.max(a.kurtosis, b.kurtosis) * 2) / BATCHES);
        const ratio = Math.log(a.variance / b.variance);
        expect(Math.abs(ratio) / spread, `variance of parameter ${j}, model ${k}`).toBeLessThan(FAR);
      }
    });
  });

  it('do not depend on those of the step before, of another start, or of another seed', () => {
    const problem = mixedProblem(n, m, [0.3]);
    const other = (change: object): Problem => ({ ...problem, models: [{ ...problem.models[0], ...change }] });
    const { ours } = gradients(path, problem, 0);
    const pairs = {
      step: [ours.slice(1), ours.slice(0, -1)],
      start: [ours, gradients(path, other({ start: 1 }), 0).ours],
      seed: [ours, gradients(path, other({ seed: 12 }), 0).ours],
      model: [ours, gradients(path, other({ model: 1 }), 0).ours],
    };
    for (const [name, [a, b]] of Object.entries(pairs)) {
      for (let j = 0; j < parameterCount(problem); j++) {
        const x = moments(a, j);
        const y = moments(b, j);
        if (x.variance < 1e-16 || y.variance < 1e-16) continue;
        const covariance = a.reduce((sum, row, t) => sum + (row[j] - x.mean) * (b[t][j] - y.mean), 0) / a.length;
        const z = (covariance / Math.sqrt(x.variance * y.variance)) * Math.sqrt(a.length);
        expect(Math.abs(z), `${name}, parameter ${j}`).toBeLessThan(FAR);
      }
    }
  });
});
