/**
 * The exact expected loss of a ReLU output model of features in sets (E12–E14): given which features are present, their
 * values are independent, so the loss is a mean of exact losses over the ways in which the sets can be switched.
 */
import type { ModelSettings } from '../problem.ts';
import { exactLoss } from './exact-loss.ts';

/** One way in which features can be switched, and how likely it is. */
interface Pattern {
  readonly probability: number;
  /** 1 for each feature that is present, else 0; features outside the sets keep their density. [n]. */
  readonly density: readonly number[];
}

/**
 * Expected loss per sample, summed over features and weighted by importance, in float64.
 *
 * @param theta one model's parameters: W [n, m] then b [n]
 * @throws RangeError for families and sizes that exactLoss does not cover
 */
export function exactSetLoss(settings: ModelSettings, m: number, theta: ArrayLike<number>): number {
  const { sets: _, ...independent } = settings;
  return patternsOf(settings).reduce(
    (loss, { probability, density }) => loss + probability * exactLoss({ ...independent, density }, m, theta),
    0,
  );
}

function patternsOf({ density, sets = [] }: Pick<ModelSettings, 'density' | 'sets'>): Pattern[] {
  let patterns: Pattern[] = [{ probability: 1, density }];
  for (const { kind, members } of sets) {
    const p = density[members[0]];
    const ways: readonly (readonly number[])[] = kind === 'correlated' ? [members] : members.map((i) => [i]);
    const switched = (on: readonly number[], share: number): Pattern[] =>
      patterns.map(({ probability, density }) => ({
        probability: probability * share,
        density: density.map((each, i) => (members.includes(i) ? Number(on.includes(i)) : each)),
      }));
    patterns = [...switched([], 1 - p), ...ways.flatMap((on) => switched(on, p / ways.length))];
  }
  return patterns.filter(({ probability }) => probability > 0);
}
