/** The Gauss–Legendre rule: exact for polynomials of degree 2 · count − 1, and soon exact for anything smooth. */
import { cosTurn } from '../random.ts';

/** A value and its share in a mean. */
export interface Node {
  readonly value: number;
  readonly share: number;
}

/** Newton's steps from a guess that is good to 1e-3 or so: they double the digits each time. */
const STEPS = 6;

const made = new Map<number, readonly Node[]>();

/** The rule of `count` ≥ 1 nodes for the mean over an interval: nodes rising, shares of sum 1. */
export function gaussLegendre(count: number, { from, to } = { from: 0, to: 1 }): readonly Node[] {
  let rule = made.get(count);
  if (!rule) {
    rule = Array.from({ length: count }, (_, k) => nodeAt(count, count - 1 - k));
    made.set(count, rule);
  }
  return rule.map(({ value, share }) => ({ value: from + (to - from) * value, share }));
}

/** The k-th root of the Legendre polynomial P_count from above, k = 0, 1 …, moved to [0, 1]. */
function nodeAt(count: number, k: number): Node {
  let root = cosTurn((4 * k + 3) / (8 * count + 4));
  let slope = 1;
  for (let step = 0; step < STEPS; step++) {
    let before = 0;
    let value = 1;
    for (let d = 1; d <= count; d++) [before, value] = [value, ((2 * d - 1) * root * value - (d - 1) * before) / d];
    slope = (count * (before - root * value)) / (1 - root * root);
    root -= value / slope;
  }
  return { value: (1 + root) / 2, share: 1 / ((1 - root * root) * slope * slope) };
}
