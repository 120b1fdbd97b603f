/** Rules between the parameters of one figure. */
import type { Figure, Values } from './figures.ts';

export interface Settled {
  readonly values: Values;
  /** One entry for each rule that was broken. */
  readonly broken: readonly { readonly key: string; readonly problem: string; readonly value: Values[string] }[];
}

/**
 * Lowers the first of an ordered pair to the second where it exceeds it (m ≤ n: there is no use for more hidden
 * dimensions than features). The lowered value stays in range as long as the ranges' lower ends are ordered too. What
 * needs an option of another key, and has it not, gets its default.
 */
export function settleValues(figure: Figure, values: Values): Settled {
  const settled: Record<string, Values[string]> = { ...values };
  const broken: Settled['broken'][number][] = [];
  for (const [key, other, needed] of figure.rules) {
    const limit = settled[other];
    const fits = needed ? limit === needed : !(settled[key] > limit);
    const value = needed ? figure.parameters[key].default : limit;
    if (fits || settled[key] === value) continue;
    settled[key] = value;
    broken.push({ key, problem: needed ? `needs ${other}=${needed}` : `is more than ${other}=${limit}`, value });
  }
  return { values: settled, broken };
}
