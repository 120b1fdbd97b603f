/** The global optimum of the tied linear model x′ = WᵀWx + b, in closed form. */
import type { ModelSettings } from '../problem.ts';
import { featureVariance } from './variance.ts';

export interface LinearOptimum {
  /** Per sample, summed over features. */
  readonly loss: number;
  /** The min(n, m) features that W spans, in order of I_i v(p_i), the larger first. */
  readonly kept: readonly number[];
}

/**
 * W spans the m features with the largest I_i v(p_i), WᵀW is 1 on them and 0 elsewhere, b_i is 0 on them and p_i/2
 * elsewhere; what is left is the sum of I_i v(p_i) over the others. (Eckart–Young on D^{1/2}(I − G) with
 * D = diag(I_i v(p_i)); the truncation is attained by a positive semidefinite G, so tying the weights costs nothing.)
 *
 * @param m hidden dimensions; n or more loses nothing
 */
export function linearOptimum(
  { density, importance }: Pick<ModelSettings, 'density' | 'importance'>,
  m: number,
): LinearOptimum {
  const cost = density.map((p, i) => importance[i] * featureVariance(p));
  const order = cost.map((_, i) => i).sort((i, j) => cost[j] - cost[i] || i - j);
  // Smallest first, so that the many tiny terms of 0.7^i are not lost against the large ones.
  const loss = order.slice(m).reduceRight((sum, i) => sum + cost[i], 0);
  return { loss, kept: order.slice(0, m) };
}
