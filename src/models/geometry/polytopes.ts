/**
 * The shapes that features in superposition arrange themselves in: uniform polytopes, and tegum products of them (E9,
 * E10). In a tegum product the factors lie in spaces at right angles, so that the features of one never meet those of
 * another, and the dimensions that they fill add up.
 */

export type PolytopeId =
  | 'single'
  | 'digon'
  | 'triangle'
  | 'tetrahedron'
  | '4-simplex'
  | '5-simplex'
  | 'square'
  | 'pentagon'
  | 'hexagon'
  | 'heptagon'
  | 'octahedron'
  | 'triangular-bipyramid'
  | 'pentagonal-bipyramid'
  | 'cube'
  | 'square-antiprism'
  | 'least-energy-antiprism'
  | 'icosahedron';

/** Features that share dimensions with each other and with no others. */
export interface Factor {
  /** Indices of its vertices, ascending. */
  readonly members: readonly number[];
  /** Dimensions that it fills. */
  readonly dimensions: number;
  /**
   * Feature dimensionality D_i of each member as a fraction in lowest terms: dimensions / members wherever the shape is
   * tight (Σ_j û_j û_jᵀ is a multiple of the identity). Null where it is not, and D_i is no fraction.
   */
  readonly fraction: readonly [numerator: number, denominator: number] | null;
}

export interface Polytope {
  readonly id: PolytopeId;
  /** For a sentence: "square antiprism". */
  readonly name: string;
  /** Vertices. */
  readonly n: number;
  /** Dimensions that they span. */
  readonly d: number;
  /**
   * [n, d], each row of length 1: a W whose features all have length 1. As in every picture the second coordinate points
   * up, the first to the right and the third towards the reader.
   */
  readonly vertices: readonly number[];
  /** One for a polytope that is no product. */
  readonly factors: readonly Factor[];
}

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

function factor(members: readonly number[], dimensions: number, tight = true): Factor {
  const by = divisor(dimensions, members.length);
  return { members, dimensions, fraction: tight ? [dimensions / by, members.length / by] : null };
}

/** k points around the circle, the first on top, clockwise. [k, 2] */
const polygon = (k: number): number[] =>
  Array.from({ length: k }, (_, i) => (2 * Math.PI * i) / k).flatMap((angle) => [Math.sin(angle), Math.cos(angle)]);

/** The order in which axes are used up: upwards first. */
const axis = (k: number): number => (k < 2 ? 1 - k : k);

/** d + 1 points, as far from each other as can be: W_i·W_j = −1/d for any two. [d + 1, d] */
function simplex(d: number): number[] {
  const vertices = new Array<number>((d + 1) * d).fill(0);
  // What is left of length 1 once the first axes are used up.
  let rest = 1;
  for (let k = 0; k < d; k++) {
    const along = d === 1 ? 0 : axis(k);
    const below = -rest / (d - k);
    vertices[k * d + along] = rest;
    for (let i = k + 1; i <= d; i++) vertices[i * d + along] = below;
    rest = Math.sqrt(rest ** 2 - below ** 2);
  }
  return vertices;
}

/** Two squares on parallel planes at heights ±z, one turned by 45° against the other. [8, 3] */
function antiprism(z: number): number[] {
  const r = Math.sqrt(1 - z ** 2);
  return Array.from({ length: 8 }, (_, i) => (Math.PI * i) / 4).flatMap((angle, i) => [
    r * Math.sin(angle),
    i % 2 === 0 ? z : -z,
    r * Math.cos(angle),
  ]);
}

/** Points of three coordinates made as long as 1. [n, 3] */
const unit = (points: readonly (readonly [number, number, number])[]): number[] =>
  points.flatMap((point) => point.map((x) => x / Math.hypot(...point)));

const SIGNS = [1, -1] as const;
const CUBE = SIGNS.flatMap((y) => SIGNS.flatMap((x) => SIGNS.map((z) => [x, y, z] as const)));
const GOLDEN = (1 + Math.sqrt(5)) / 2;
const ICOSAHEDRON = SIGNS.flatMap((a) =>
  SIGNS.flatMap((b) => [[0, b, a * GOLDEN] as const, [a * GOLDEN, 0, b] as const, [b, a * GOLDEN, 0] as const]),
);

/** z² at which the antiprism is tight: every direction of the space is shared alike. */
const TIGHT = 1 / 3;
/**
 * z² at which Σ_{i≠j} ReLU(u_i·u_j)² of the antiprism is least: the zero of the derivative of
 * 16 (z⁴ + ((1 − z²)/√2 − z²)²).
 */
const LEAST_ENERGY = (1 + 3 * Math.SQRT2) / 17;

const numbered = (count: number, from = 0): number[] => Array.from({ length: count }, (_, i) => from + i);

/** One factor: the whole. */
function whole(id: PolytopeId, name: string, d: number, vertices: readonly number[], tight = true): Polytope {
  const n = vertices.length / d;
  return { id, name, n, d, vertices, factors: [factor(numbered(n), d, tight)] };
}

/** The tegum product of shapes, each in the coordinates of its own that are named with it. */
function product(
  id: PolytopeId,
  name: string,
  shapes: readonly { readonly vertices: readonly number[]; readonly axes: readonly number[] }[],
): Polytope {
  const d = shapes.reduce((sum, { axes }) => sum + axes.length, 0);
  const vertices: number[] = [];
  const factors: Factor[] = [];
  for (const { vertices: own, axes } of shapes) {
    const from = vertices.length / d;
    for (let at = 0; at < own.length; at += axes.length) {
      const row = new Array<number>(d).fill(0);
      axes.forEach((along, k) => (row[along] = own[at + k]));
      vertices.push(...row);
    }
    factors.push(factor(numbered(vertices.length / d - from, from), axes.length));
  }
  return { id, name, n: vertices.length / d, d, vertices, factors };
}

const DIGON = simplex(1);
const [RIGHT, UP, TOWARDS] = [0, 1, 2];

export const POLYTOPES: Readonly<Record<PolytopeId, Polytope>> = {
  single: whole('single', 'single feature', 1, [1]),
  digon: whole('digon', 'digon', 1, DIGON),
  triangle: whole('triangle', 'triangle', 2, simplex(2)),
  tetrahedron: whole('tetrahedron', 'tetrahedron', 3, simplex(3)),
  '4-simplex': whole('4-simplex', '4-simplex', 4, simplex(4)),
  '5-simplex': whole('5-simplex', '5-simplex', 5, simplex(5)),
  // Around the circle, so that neighbours are at right angles: the pairs are those that face each other.
  square: { ...whole('square', 'square', 2, polygon(4)), factors: [factor([0, 2], 1), factor([1, 3], 1)] },
  pentagon: whole('pentagon', 'pentagon', 2, polygon(5)),
  hexagon: whole('hexagon', 'hexagon', 2, polygon(6)),
  heptagon: whole('heptagon', 'heptagon', 2, polygon(7)),
  octahedron: product('octahedron', 'octahedron', [
    { vertices: DIGON, axes: [UP] },
    { vertices: DIGON, axes: [RIGHT] },
    { vertices: DIGON, axes: [TOWARDS] },
  ]),
  'triangular-bipyramid': product('triangular-bipyramid', 'triangular bipyramid', [
    { vertices: simplex(2), axes: [RIGHT, TOWARDS] },
    { vertices: DIGON, axes: [UP] },
  ]),
  'pentagonal-bipyramid': product('pentagonal-bipyramid', 'pentagonal bipyramid', [
    { vertices: polygon(5), axes: [RIGHT, TOWARDS] },
    { vertices: DIGON, axes: [UP] },
  ]),
  cube: whole('cube', 'cube', 3, unit(CUBE)),
  'square-antiprism': whole('square-antiprism', 'square antiprism', 3, antiprism(Math.sqrt(TIGHT))),
  'least-energy-antiprism': whole(
    'least-energy-antiprism',
    'square antiprism of least energy',
    3,
    antiprism(Math.sqrt(LEAST_ENERGY)),
    false,
  ),
  icosahedron: whole('icosahedron', 'icosahedron', 3, unit(ICOSAHEDRON)),
};
