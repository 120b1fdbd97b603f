/** Density from sparsity. */

/** Decimals kept: more than any typed value has, fewer than the 1.1e-16 by which a double near 1 may be off. */
const DECIMALS = 15;

/** p = 1 − S without the subtraction's noise: S = .9 gives .1, not .09999999999999998. Exact decimal rounding, so the same everywhere. */
export function densityOf(sparsity: number): number {
  return Number((1 - sparsity).toFixed(DECIMALS));
}
