/** What integrals of ReLU are made of: the k-th antiderivative of (u₊)^q is q!/(q+k)! · (u₊)^{q+k}. */

const factorial = [1];
for (let k = 1; k <= 24; k++) factorial.push(factorial[k - 1] * k);

/** k!, k = 0 … 24. */
export const FACTORIAL: readonly number[] = factorial;

/** (u₊)^k for a small integer k ≥ 1. */
export function ramp(u: number, k: number): number {
  if (u <= 0) return 0;
  let power = u;
  for (let e = 1; e < k; e++) power *= u;
  return power;
}
