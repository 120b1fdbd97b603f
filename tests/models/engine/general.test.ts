import { beforeAll, describe, expect, it, vi } from 'vitest';
import { activate, slope } from '../../../src/models/activations.ts';
import { samples } from '../../../src/models/data.ts';
import { dropoutMasks } from '../../../src/models/dropout.ts';
import { lossAndGradient, trainReference } from '../../../src/models/engine/reference.ts';
import { loadWasmKernel, type WasmKernel } from '../../../src/models/engine/wasm/index.ts';
import { FAMILIES, type FamilyName } from '../../../src/models/families.ts';
import { initialState, parameterCount } from '../../../src/models/layout.ts';
import type { FeatureSet, ModelSettings, Problem, Recipe, State, ValueLaw } from '../../../src/models/problem.ts';
import { settingsOf } from '../theory-shapes.ts';
import { largestDifference, modelOf, RECIPE } from './fixtures.ts';

// The float64 reference takes seconds where the processor is shared.
vi.setConfig({ testTimeout: 60_000 });

let kernel: WasmKernel;

beforeAll(async () => {
  kernel = await loadWasmKernel();
});

const families = Object.keys(FAMILIES) as FamilyName[];
const SETS: readonly FeatureSet[] = [
  { kind: 'correlated', members: [1, 4] },
  { kind: 'anticorrelated', members: [6, 0, 3] },
];

interface Variant {
  readonly law?: ValueLaw;
  readonly sets?: readonly FeatureSet[];
  readonly hiddenBias?: boolean;
  readonly dropout?: number;
}

/** What a problem may have besides its family. */
const VARIANTS: readonly [string, Variant][] = [
  ['nothing more', {}],
  ['the law "one"', { law: 'one' }],
  ['the law "three" and sets', { law: 'three', sets: SETS }],
  ['the law "upper" and a hidden bias', { law: 'upper', hiddenBias: true }],
  ['sets and dropout', { sets: SETS, dropout: 0.3 }],
  ['a hidden bias and dropout', { hiddenBias: true, dropout: 0.1 }],
];

/** Models of one family that differ in density (per feature too), importance and stream. */
function problemOf(
  family: FamilyName,
  n: number,
  m: number,
  variant: Variant = {},
  densities = [1, 0.3, 0.05],
): Problem {
  const { law = 'uniform', sets = [], hiddenBias = false } = variant;
  const models = densities.map((p, k): ModelSettings => {
    const density = Array.from({ length: n }, (_, i) => (k === 0 ? p : p * (1 - 0.25 * (i % 3))));
    return settingsOf(n, p, { family, density, decay: 0.9 - 0.05 * k, seed: 13, start: k, model: 3 * k, law, sets });
  });
  return { n, m, models, hiddenBias };
}

const recipeOf = ({ dropout }: Variant, change: Partial<Recipe> = {}): Recipe => ({
  ...RECIPE,
  ...(dropout && { dropout }),
  ...change,
});

const general: WasmKernel['train'] = (problem, recipe, from, steps) =>
  kernel.train(problem, recipe, from, steps, { path: 'general' });

const combinations = families.flatMap((family) => VARIANTS.map(([name, variant]) => [family, name, variant] as const));

/** The largest difference of any model's gradient from the reference's at a state, relative to its largest entry. */
function gradientError(problem: Problem, recipe: Recipe, { step, theta }: State): number {
  const zeros = new Float32Array(theta.length);
  const after = general(problem, recipe, { step, theta, m1: zeros, m2: zeros }, 1);
  const errors = problem.models.map((settings, k) => {
    const x = samples(settings, step, 0, recipe.batch);
    const masks = recipe.dropout && dropoutMasks(settings, problem.m, step, recipe.batch, recipe.dropout);
    const own = modelOf(problem, after, k);
    const before = modelOf(problem, { step, theta, m1: zeros, m2: zeros }, k).theta;
    const { gradient } = lossAndGradient(settings, problem.m, before, x, undefined, masks || undefined);
    const scale = Math.max(...gradient.map(Math.abs));
    expect(scale).toBeGreaterThan(1e-4);
    // From zero moments m₁ = (1 − β₁) · gradient.
    return (
      largestDifference(
        own.m1,
        gradient.map((value) => value / 10),
      ) *
      (10 / scale)
    );
  });
  return Math.max(...errors);
}

describe('the general path against the float64 reference on the same stream', () => {
  it.each(combinations)('has the reference’s gradient: %s with %s', (family, _, variant) => {
    for (const [n, m] of [
      [7, 5],
      [10, 9],
    ]) {
      const problem = problemOf(family, n, m, variant);
      const recipe = recipeOf(variant);
      // In the middle of a run, where no bias is zero.
      const state = trainReference(problem, recipe, initialState(problem), 3);
      expect(gradientError(problem, recipe, state)).toBeLessThan(2e-6);
    }
  });

  it.each([8, 11, 16, 23])('has the reference’s gradient where it follows the active entries, m = %i', (m) => {
    for (const family of families) {
      for (const n of [20, 41]) {
        const problem = problemOf(family, n, m, {}, [0.1, 0.03, 0.01]);
        const state = kernel.train(problem, RECIPE, initialState(problem), 40);
        expect(gradientError(problem, RECIPE, state), `${family}, n = ${n}`).toBeLessThan(2e-6);
      }
    }
  });

  // Float32's rounding sometimes carries a unit over its ReLU’s kink, and a run then jumps by 1e-4 or more: in one of a
  // hundred of these. The seed is one of those where none does.
  it.each(combinations)('agrees after 50 steps: %s with %s', (family, _, variant) => {
    const problem = problemOf(family, 9, 4, variant);
    const recipe = recipeOf(variant);
    const from = initialState(problem);
    const ours = general(problem, recipe, from, 50);
    expect(largestDifference(ours.theta, trainReference(problem, recipe, from, 50).theta)).toBeLessThan(1e-4);
    expect(largestDifference(ours.theta, from.theta)).toBeGreaterThan(0.05);
  });

  it.each([4, 20, 60, 64, 68, 132])('draws a batch of %i, whole tiles or not', (batch) => {
    for (const [, variant] of VARIANTS) {
      const problem = problemOf('absolute', 7, 3, variant);
      const recipe = recipeOf(variant, { batch });
      const from = trainReference(problem, recipe, initialState(problem), 3);
      const ours = general(problem, recipe, from, 5);
      expect(largestDifference(ours.theta, trainReference(problem, recipe, from, 5).theta)).toBeLessThan(1e-5);
    }
  });
});

describe('GELU in the kernel', () => {
  it.each([1, 4, 12, 100])('and its slope are those of float64 to 1e-6 between −%i and as much', (span) => {
    // Features that read nothing: x′ = GELU(b), which should be 1, and ∂loss/∂b = (GELU(b) − 1) GELU′(b).
    const n = 1024;
    const settings = settingsOf(n, 1, { family: 'gelu', law: 'one', importance: Array<number>(n).fill(0.5) });
    const problem: Problem = { n, m: 1, models: [settings] };
    const theta = new Float32Array(2 * n).map((_, j) => (j < n ? 0 : span * ((2 * (j - n) + 1) / n - 1)));
    const zeros = new Float32Array(2 * n);
    const after = kernel.train(problem, { ...RECIPE, batch: 4 }, { step: 0, theta, m1: zeros, m2: zeros }, 1);
    for (let j = n; j < 2 * n; j++) {
      const expected = (activate('gelu', theta[j]) - 1) * slope('gelu', theta[j]);
      const error = Math.abs(10 * after.m1[j] - expected) / Math.max(1, Math.abs(expected));
      expect(error, `GELU(${theta[j]})`).toBeLessThan(1e-6);
    }
  });
});

describe('a run of the general path', () => {
  const everything: Variant = { law: 'three', sets: SETS, hiddenBias: true, dropout: 0.2 };
  const cut = (problem: Problem, dropout: number | undefined, pieces: number, steps: number): State => {
    const recipe = recipeOf({ dropout }, { steps: 1000, batch: 64, schedule: 'cosine' });
    let state = initialState(problem);
    for (let piece = 0; piece < pieces; piece++) state = kernel.train(problem, recipe, state, steps);
    return state;
  };

  it.each([
    ['absolute-gelu', everything],
    ['square', { sets: SETS }],
    ['relu', { law: 'upper' }],
  ] as const)('has the same bits as 1×1000, 10×100 and 1000×1 steps (%s)', (family, variant: Variant) => {
    const problem = problemOf(family, 7, 9, variant);
    const whole = cut(problem, variant.dropout, 1, 1000);
    expect(cut(problem, variant.dropout, 10, 100)).toEqual(whole);
    expect(cut(problem, variant.dropout, 1000, 1)).toEqual(whole);
    expect(cut(problem, variant.dropout, 1, 999)).not.toEqual(whole);
  });

  it('gives a model the same bits alone and among others, in any order', () => {
    const problem = problemOf('max-min', 7, 4, everything);
    const together = cut(problem, 0.2, 1, 50);
    problem.models.forEach((settings, k) => {
      expect(cut({ ...problem, models: [settings] }, 0.2, 1, 50)).toEqual(modelOf(problem, together, k));
    });
    const reversed = { ...problem, models: [...problem.models].reverse() };
    expect(modelOf(reversed, cut(reversed, 0.2, 1, 50), 0)).toEqual(modelOf(problem, together, 2));
  });

  it('gives a model the same bits beside models of other paths, which keep theirs', () => {
    const [plain, ...others] = problemOf('relu', 7, 2).models;
    const models = [{ ...others[0], sets: SETS }, plain, { ...others[1], family: 'gelu' as const }];
    const together = cut({ n: 7, m: 2, models }, undefined, 1, 50);
    models.forEach((settings, k) => {
      const alone = cut({ n: 7, m: 2, models: [settings] }, undefined, 1, 50);
      expect(alone).toEqual(modelOf({ n: 7, m: 2, models }, together, k));
    });
  });
});

describe('the mean loss of the WebAssembly kernel for every family', () => {
  it.each(families)('is the reference’s: %s', (family) => {
    for (const [n, m, count, hiddenBias] of [
      [1, 1, 1, true],
      [5, 2, 1000, false],
      [24, 7, 67, true],
    ] as const) {
      const problem = problemOf(family, n, m, { hiddenBias });
      const theta = Float32Array.from({ length: parameterCount(problem) }, (_, j) => 0.2 + 0.6 * Math.sin(1.7 * j + 1));
      for (const settings of problem.models) {
        const x = samples(settings, 3, 0, count);
        const { loss } = lossAndGradient(settings, m, theta, x);
        expect(Math.abs(kernel.meanLoss(settings, m, theta, x) - loss)).toBeLessThan(1e-12 + 2e-6 * loss);
      }
    }
  });
});
