/** The lines that theory draws on a phase map. */
import type { PhaseGrid, PhasePlace } from '../models/phase/grid.ts';
import { boundaryDensity, triplePoint } from '../models/theory/phase.ts';
import type { PhaseSetting } from './phase-regions.ts';

/** Points of the curved line: straight pieces of a few px. */
const POINTS = 96;

/**
 * Polylines through places, the curved boundary first. The phases of a feature left out and of one alone meet at equal
 * importance: down to the triple point with two features, down to the bottom with three, where the one of the others
 * that shares changes there too; a linear model has that line alone.
 */
export function theoryLines(grid: PhaseGrid, { n, law, activation }: PhaseSetting): PhasePlace[][] {
  const linear = activation === 'identity';
  const [left, right] = grid.r;
  const triple = triplePoint(n, law);
  const bottom = linear || n === 3 ? grid.p[1] : triple.p;
  const upright = [
    { r: 1, p: grid.p[0] },
    { r: 1, p: bottom },
  ];
  if (linear) return [upright];
  const half = (from: number, to: number): number[] =>
    Array.from({ length: POINTS / 2 }, (_, k) => from * (to / from) ** (k / (POINTS / 2)));
  const along = [...half(left, 1), ...half(1, right), right];
  return [along.map((r) => ({ r, p: boundaryDensity(n, r, law) })), upright];
}
