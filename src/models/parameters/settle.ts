/** Rules between the parameters of one figure. */
import type { Figure, Values } from './figures.ts';

export interface Settled {
  readonly values: Values;
  /** One entry for each rule that was broken. */
  readonly broken: readonly { readonly key: string; readonly problem: string; readonly value: number }[];
}

/**
 * Lowers the first of an ordered pair to the second where it exceeds it (m ≤ n: there is no use for more hidden
 * dimensions than features). The lowered value stays in range as long as the ranges' lower ends are ordered too.
 */
export function settleValues(figure: Figure, values: Values): Settled {
  const settled: Record<string, Values[string]> = { ...values };
  const broken: { key: string; problem: string; value: number }[] = [];
  for (const [low, high] of figure.ordered) {
    const limit = settled[high];
    const value = settled[low];
    if (typeof value !== 'number' || typeof limit !== 'number' || value <= limit) continue;
    settled[low] = limit;
    broken.push({ key: low, problem: `is more than ${high}=${limit}`, value: limit });
  }
  return { values: settled, broken };
}
