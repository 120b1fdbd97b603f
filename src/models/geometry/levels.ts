/** The feature dimensionalities that have a name: the lines of the paper's scatter plot, and the polygons below them (E9). */

export interface Level {
  /** D_i of every member. */
  readonly dimensionality: number;
  readonly fraction: readonly [numerator: number, denominator: number];
  /** The shape that gives it, as components.ts names it; "left out" at 0. */
  readonly name: string;
}

const level = (numerator: number, denominator: number, name: string): Level => ({
  dimensionality: numerator / denominator,
  fraction: [numerator, denominator],
  name,
});

/** The highest first. */
export const LEVELS: readonly Level[] = [
  level(1, 1, 'single feature'),
  level(3, 4, 'tetrahedron'),
  level(2, 3, 'triangle'),
  level(1, 2, 'digon'),
  level(2, 5, 'pentagon'),
  level(3, 8, 'square antiprism'),
  level(1, 3, 'hexagon'),
  level(2, 7, 'heptagon'),
  level(0, 1, 'left out'),
];

/** Half of the least distance between two levels, 2/5 and 3/8: the most at which a D_i has one level at most. */
const APART = 1 / 80;

/**
 * The level that a feature is at.
 *
 * @param dimensionality D_i, 0 … 1
 * @param tolerance the most that D_i may differ from it; where two levels are in reach the nearer one counts
 * @returns null between the levels
 */
export function nearestLevel(dimensionality: number, tolerance = APART): Level | null {
  const off = ({ dimensionality: at }: Level): number => Math.abs(at - dimensionality);
  const nearest = LEVELS.reduce((best, other) => (off(other) < off(best) ? other : best));
  return off(nearest) <= tolerance ? nearest : null;
}
