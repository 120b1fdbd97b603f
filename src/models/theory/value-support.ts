/** Where an active feature's value lies (problem.ts, ValueLaw). */
import type { ValueLaw } from '../problem.ts';
import { gaussLegendre, type Node } from './gauss-legendre.ts';

/** An interval on which a value is uniform. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** All the values that there are, with their chances; or an interval. */
export type ValueSupport = { readonly points: readonly Node[] } | ({ readonly points?: undefined } & Interval);

const alike = (...values: number[]): ValueSupport => ({
  points: values.map((value) => ({ value, share: 1 / values.length })),
});

export const VALUE_SUPPORT: Readonly<Record<ValueLaw, ValueSupport>> = {
  uniform: { from: 0, to: 1 },
  one: alike(1),
  three: alike(1, 2, 3),
  upper: { from: 0.5, to: 1 },
};

const rules = new Map<string, readonly Node[]>();

/** The values of a law; of an interval, the nodes of the Gauss rule of that many, which is for smooth functions only. */
export function valueNodes(law: ValueLaw, count: number): readonly Node[] {
  const support = VALUE_SUPPORT[law];
  if (support.points) return support.points;
  const key = `${law} ${count}`;
  const rule = rules.get(key) ?? gaussLegendre(count, support);
  rules.set(key, rule);
  return rule;
}
