/** What the closed forms need to know of an active feature's value (problem.ts, ValueLaw). */
import type { ValueLaw } from '../problem.ts';

export interface ValueMoments {
  /** μ₁ = E[x] */
  readonly mean: number;
  /** μ₂ = E[x²] */
  readonly square: number;
  /** μ₄ = E[x⁴] */
  readonly fourth: number;
  /** E[min(x, y)] of two independent values. */
  readonly smaller: number;
  /** E[min(x, y)²] of two independent values: what an antipodal pair loses, to each side, when both are active. */
  readonly smallerSquare: number;
}

export const VALUE_MOMENTS: Readonly<Record<ValueLaw, ValueMoments>> = {
  uniform: { mean: 1 / 2, square: 1 / 3, fourth: 1 / 5, smaller: 1 / 3, smallerSquare: 1 / 6 },
  one: { mean: 1, square: 1, fourth: 1, smaller: 1, smallerSquare: 1 },
  // 1, 2, 3 alike: the smaller of two is 1, 2, 3 with 5/9, 3/9, 1/9.
  three: { mean: 2, square: 14 / 3, fourth: 98 / 3, smaller: 14 / 9, smallerSquare: 26 / 9 },
  // U[½, 1): E[min²] = ∫ 2s P(min > s) ds = ¼ + ∫ from ½ to 1 of 2s (2 − 2s)² ds = ¼ + 5/24.
  upper: { mean: 3 / 4, square: 7 / 12, fourth: 31 / 80, smaller: 2 / 3, smallerSquare: 11 / 24 },
};
