/** Which set each feature is of. */
import type { FigureValues } from '../../../models/parameters/figures.ts';
import { equalSets } from '../../../models/parameters/geometry-problem.ts';

/** @returns 0 and up for each feature, [n]; undefined where features come independently */
export function setsOf({ n, sets, kind }: FigureValues<'dynamics'>): number[] | undefined {
  if (kind === 'independent') return undefined;
  const found = equalSets(n, sets, kind);
  const of = Array.from({ length: n }, (_, i) => found.findIndex(({ members }) => members.includes(i)));
  // A feature that is a set of its own comes after the others.
  let next = found.length;
  return of.map((set) => (set < 0 ? next++ : set));
}

/** Two sets of three in three dimensions: the run whose stages have names (E16). */
export const isTriples = ({ n, m, sets, kind }: FigureValues<'dynamics'>): boolean =>
  n === 6 && m === 3 && sets === 2 && kind === 'correlated';
