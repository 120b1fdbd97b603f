/**
 * Five equally important features in two dimensions of which feature 0 is rarer or more common than the others (E11):
 * the least exact loss with all five kept, and with two opposite pairs kept and one feature left out, without training.
 */
import type { ModelSettings } from '../problem.ts';
import { exactLoss } from './exact-loss.ts';
import { minimise } from './minimise.ts';

export const ODD = { n: 5, m: 2 } as const;

/** A step this small ends the search: the loss is good to ten digits long before. */
const STILL = 1e-5;

/** How many are kept. */
export type OddBranch = 'pentagon' | 'pairs';

export interface OddMinimum {
  /** Per sample, summed over features. */
  readonly loss: number;
  /** W (five rows of two), then b: the parameters of a model (layout.ts), [15]. */
  readonly theta: Float64Array;
  /** The few numbers that the arrangement is made of: where the search for a neighbouring ratio begins. */
  readonly free: Float64Array;
}

/** Free numbers of an arrangement, and the model that they make. */
interface Arrangement {
  readonly start: readonly number[];
  readonly theta: (free: Float64Array) => Float64Array;
}

/**
 * Feature 0 up, two neighbours, two more; the picture is its own mirror image. Free: y₀, x₁, y₁, x₂, y₂, b₀, b₁, b₂; the
 * regular pentagon at density .05 where nothing nearer is known.
 */
const PENTAGON: Arrangement = {
  start: [1.13, 1.07, 0.35, 0.66, -0.91, -0.25, -0.25, -0.25],
  theta: ([y0, x1, y1, x2, y2, b0, b1, b2]) =>
    Float64Array.of(0, y0, x1, y1, x2, y2, -x2, y2, -x1, y1, b0, b1, b2, b2, b1),
};

/**
 * The odd feature is left out altogether; free: the others' length and bias, and its own bias, which begins at its mean:
 * from below zero it would not come back.
 */
const withoutOdd = (density: number): Arrangement => ({
  start: [1, 0, density / 2],
  theta: ([length, b, b0]) => Float64Array.of(0, 0, 0, length, 0, -length, length, 0, -length, 0, b0, b, b, b, b),
});

/**
 * The odd feature is left out, but not quite: a short arrow along another's, which pays where it is common enough (for
 * equal densities of .05, ‖W‖ = .40 saves 2 %). Free: lengths of its arrow, of the one it leans on, of the opposite one
 * and of the other pair, then their biases.
 */
const ODD_LEANING: Arrangement = {
  start: [0.3, 1.03, 1, 1, 0, -0.1, 0, 0],
  theta: ([y0, y1, y2, x, b0, b1, b2, b3]) => Float64Array.of(0, y0, 0, y1, 0, -y2, x, 0, -x, 0, b0, b1, b2, b3, b3),
};

/**
 * Another is left out, and leans on one of the pair that the odd feature is not in: the best place for both. Free: lengths
 * of the one that leans, the one it leans on, the opposite one, the odd one and the one it faces, then their biases.
 */
const OTHER_LEANING: Arrangement = {
  start: [0.4, 1.05, 1, 1, 1, 0, -0.15, 0, 0, 0],
  theta: ([y1, y2, y3, x0, x4, b1, b2, b3, b0, b4]) =>
    Float64Array.of(x0, 0, 0, y1, 0, y2, 0, -y3, -x4, 0, b0, b1, b2, b3, b4),
};

/** Relative density from which it may pay to lean: it does from some .75 on at density .05. */
const LEANS_FROM = 0.5;

const arrangementsOf = (branch: OddBranch, base: number, ratio: number): readonly Arrangement[] => {
  if (branch === 'pentagon') return [PENTAGON];
  if (ratio > 1) return [OTHER_LEANING];
  const without = withoutOdd(base * ratio);
  return ratio > LEANS_FROM ? [without, ODD_LEANING] : [without];
};

/** @param base density of the other four; base · ratio ≤ 1 */
function settingsOf(base: number, ratio: number): ModelSettings {
  return {
    family: 'relu',
    density: [base * ratio, base, base, base, base],
    importance: [1, 1, 1, 1, 1],
    seed: 0,
    start: 0,
    model: 0,
  };
}

/**
 * The nearest minimum of the exact loss.
 * @param from the same branch at a neighbouring ratio, from which few steps are left; a pentagon that is pressed together is
 * not found from a regular one
 */
export function oddMinimum(branch: OddBranch, base: number, ratio: number, from?: OddMinimum): OddMinimum {
  const settings = settingsOf(base, ratio);
  return arrangementsOf(branch, base, ratio)
    .map(({ start, theta }): OddMinimum => {
      const loss = (free: Float64Array): number => exactLoss(settings, ODD.m, theta(free));
      const { x, value } = minimise(loss, from?.free.length === start.length ? from.free : start, STILL);
      return { loss: value, theta: theta(x), free: x };
    })
    .reduce((best, other) => (other.loss < best.loss ? other : best));
}
