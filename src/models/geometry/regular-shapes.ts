/**
 * The regular shapes that a group of features is compared with: none of them falls apart into factors. What does is
 * found in its parts – an octahedron as three digons, a triangular bipyramid as a triangle and a digon (E10).
 */
import { POLYTOPES, type PolytopeId } from './polytopes.ts';
import { degrees } from './shape.ts';

export interface RegularShape {
  /** For a sentence, without its article: "digon", "square antiprism", "4-simplex". */
  readonly name: string;
  /** Vertices. */
  readonly n: number;
  /** Dimensions that they span. */
  readonly d: number;
  /** Feature dimensionality D_i of every member, d / n in lowest terms. */
  readonly fraction: readonly [numerator: number, denominator: number];
  /** Angles between the vertices in degrees, [n, n]; every vertex has the same ones in some order. */
  readonly angles: Float64Array;
}

const RINGS: Readonly<Record<number, string>> = {
  5: 'pentagon',
  6: 'hexagon',
  7: 'heptagon',
  8: 'octagon',
  9: 'enneagon',
  10: 'decagon',
  11: 'hendecagon',
  12: 'dodecagon',
};
const SIMPLICES: Readonly<Record<number, string>> = {
  1: 'single feature',
  2: 'digon',
  3: 'triangle',
  4: 'tetrahedron',
};

/** Beyond ten the angles of a simplex, arccos(−1 / (n − 1)), are within 6° of a right one: that cannot be told apart. */
const MOST_IN_SIMPLEX = 10;
const MOST = 12;

/**
 * z of the square antiprism is not fixed: 1/√3 where it is tight, .511 where all its edges are equal, .555 where the
 * ReLU's energy is least. Training is between (.54, measured at p = .19 and .2), and all are within 9° of the last.
 */
const SOLIDS: readonly PolytopeId[] = ['cube', 'least-energy-antiprism', 'icosahedron'];
const SOLID_NAMES: Readonly<Partial<Record<PolytopeId, string>>> = { 'least-energy-antiprism': 'square antiprism' };

const byCount = new Map<number, readonly RegularShape[]>();

/** The regular shapes with this many vertices, most common first; none beyond twelve. */
export function regularShapes(n: number): readonly RegularShape[] {
  const known = byCount.get(n) ?? (n > MOST ? [] : [...rings(n), ...simplices(n), ...solids(n)]);
  byCount.set(n, known);
  return known;
}

const rings = (n: number): RegularShape[] =>
  n in RINGS
    ? [
        shape(RINGS[n], n, 2, (i, j) => {
          const steps = Math.abs(i - j);
          return (Math.min(steps, n - steps) * 360) / n;
        }),
      ]
    : [];

const simplices = (n: number): RegularShape[] =>
  n <= MOST_IN_SIMPLEX
    ? [shape(SIMPLICES[n] ?? `${n - 1}-simplex`, n, Math.max(1, n - 1), () => degrees(-1 / (n - 1)))]
    : [];

const solids = (n: number): RegularShape[] =>
  SOLIDS.map((id) => POLYTOPES[id])
    .filter((solid) => solid.n === n)
    .map(({ id, name, d, vertices }) =>
      shape(SOLID_NAMES[id] ?? name, n, d, (i, j) => {
        let dot = 0;
        for (let k = 0; k < d; k++) dot += vertices[i * d + k] * vertices[j * d + k];
        return degrees(dot);
      }),
    );

function shape(name: string, n: number, d: number, angle: (i: number, j: number) => number): RegularShape {
  const angles = Float64Array.from({ length: n * n }, (_, at) => {
    const [i, j] = [Math.floor(at / n), at % n];
    return i === j ? 0 : angle(i, j);
  });
  const by = divisor(d, n);
  return { name, n, d, fraction: [d / by, n / by], angles };
}

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
