/** Problems of every form for the tests of the WebGL kernel. */
import { expect } from 'vitest';
import { trainReference } from '../../src/models/engine/reference.ts';
import { FAMILIES, type FamilyName } from '../../src/models/families.ts';
import { initialState } from '../../src/models/layout.ts';
import type { FeatureSet, ModelSettings, Problem, Recipe } from '../../src/models/problem.ts';
import { distance, RECIPE, settings, train } from './webgl-run.ts';

export const FAMILY_NAMES = Object.keys(FAMILIES) as FamilyName[];

/** What a problem or recipe may have beside its family. */
export const VARIANTS = ['plain', 'hidden bias', 'dropout', 'sets', 'laws'] as const;
export type Variant = (typeof VARIANTS)[number];

/** Two models of several densities, whose sets and laws differ. */
export function problemOf(family: FamilyName, n: number, m: number, variant: Variant): Problem {
  const across: FeatureSet = { kind: 'anticorrelated', members: [n - 1, 0, 1] };
  const sets: FeatureSet[][] = [[across], n > 4 ? [{ kind: 'correlated', members: [4, 2] }, across] : []];
  const laws = ['three', 'upper'] as const;
  const models = [0, 1].map((k): ModelSettings => {
    const model = settings(family, n, (i) => [0.8, 0.2, 0.5, 0.05][i % 4], 0.9, k);
    if (variant === 'sets') return { ...model, sets: sets[k] };
    return variant === 'laws' ? { ...model, law: laws[k] } : model;
  });
  return { n, m, models, ...(variant === 'hidden bias' ? { hiddenBias: true } : {}) };
}

export const recipeOf = (variant: Variant): Recipe => ({
  ...RECIPE,
  learningRate: 3e-3,
  ...(variant === 'dropout' ? { dropout: 0.3 } : {}),
});

/** Whole and broken blocks of four, more hidden dimensions than features, more features than a block. */
const SHAPES = [
  [3, 6],
  [7, 3],
  [10, 5],
  [20, 10],
  [8, 4],
] as const;

/** Every tied, or every free, family with every variant, in one shape after the other. */
export const casesOf = (tied: boolean): { family: FamilyName; variant: Variant; shape: readonly [number, number] }[] =>
  FAMILY_NAMES.filter((family) => FAMILIES[family].tied === tied).flatMap((family, f) =>
    VARIANTS.map((variant, v) => ({ family, variant, shape: SHAPES[(f + v) % SHAPES.length] })),
  );

/** Fifty steps in float32 stay within 8·10⁻⁷ (measured on software GL); real GPUs round otherwise. */
const TOLERANCE = 1e-5;

/** Trains on the current backend and expects the reference's state. */
export async function expectReference(problem: Problem, recipe: Recipe, steps = 50): Promise<void> {
  const start = initialState(problem);
  const got = await train(problem, recipe, start, steps);
  const wanted = trainReference(problem, recipe, start, steps);
  // The run has gone somewhere, so agreement means something.
  expect(distance(wanted.theta, start.theta)).toBeGreaterThan(0.05);
  for (const part of ['theta', 'm1', 'm2'] as const) {
    // Values up to 3 make second moments of some hundreds.
    const scale = Math.max(1, distance(wanted[part], new Float32Array(wanted[part].length)));
    expect(distance(got[part], wanted[part]) / scale, part).toBeLessThan(TOLERANCE);
  }
}
