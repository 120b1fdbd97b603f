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
 * regular pentagon of the high-sparsity limit (experiments.md §5.4) where nothing nearer is known.
 */
const PENTAGON: Arrangement = {
  start: [1.13, 1.07, 0.35, 0.66, -0.91, -0.25, -0.25, -0.25],
  theta: ([y0, x1, y1, x2, y2, b0, b1, b2]) =>
    Float64Array.of(0, y0, x1, y1, x2, y2, -x2, y2, -x1, y1, b0, b1, b2, b2, b1),
};

/** The odd feature is left out; free: the others' length and bias, and the odd one's bias. */
const WITHOUT_ODD: Arrangement = {
  start: [1, 0, 0],
  theta: ([length, b, b0]) => Float64Array.of(0, 0, 0, length, 0, -length, length, 0, -length, 0, b0, b, b, b, b),
};

/** Another one is left out. Free: lengths and biases of the odd one and the one it faces, of the other pair, the last bias. */
const WITH_ODD: Arrangement = {
  start: [1, 0, 1, 0, 1, 0, 0],
  theta: ([y0, b0, y1, b1, length, b, bOut]) =>
    Float64Array.of(0, y0, 0, -y1, length, 0, -length, 0, 0, 0, b0, b1, b, b, bOut),
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
 * @param from a minimum of the same branch at a neighbouring ratio, from which few steps are left
 */
export function oddMinimum(branch: OddBranch, base: number, ratio: number, from?: OddMinimum): OddMinimum {
  const settings = settingsOf(base, ratio);
  const pairs = ratio <= 1 ? WITHOUT_ODD : WITH_ODD;
  const { start, theta } = branch === 'pentagon' ? PENTAGON : pairs;
  const loss = (free: Float64Array): number => exactLoss(settings, ODD.m, theta(free));
  const known = from?.free.length === start.length ? from.free : start;
  const { x, value } = minimise(loss, known, STILL);
  return { loss: value, theta: theta(x), free: x };
}
