/** The edges of the convex hull of a few points, in two, three or four dimensions. */
import { dot, norm, reject, unit } from './vectors.ts';

export interface HullEdge {
  /** Indices of its ends, the lower first. */
  readonly ends: readonly [number, number];
  /**
   * Outward unit normals of the facets that meet in it, each [m]. Empty where the points lie in fewer dimensions than m
   * and the hull has no inside.
   */
  readonly normals: readonly Float64Array[];
}

/**
 * How far from a facet a point may lie and still belong to it, as a share of the largest distance from the middle:
 * trained shapes are a little irregular, and a square whose corners miss its plane by this much is still a square.
 */
const FLAT = 0.02;

interface Facet {
  /** Indices of the points on it, ascending. */
  readonly members: readonly number[];
  readonly normal: Float64Array;
}

/**
 * Supporting hyperplanes are found by trying every set of points that could span one: C(N, m) of them, so N is for small
 * pictures (20 points in space: 1140). Two points are joined by an edge where the facets that both lie on have nothing
 * else in common. Fewer than three points, or points on one line, have none.
 *
 * @param points [N, m]
 * @param m 2, 3 or 4
 */
export function hullEdges(points: ArrayLike<number>, m: number): HullEdge[] {
  const rows = Array.from({ length: points.length / m }, (_, i) =>
    Float64Array.from({ length: m }, (_, k) => points[i * m + k]),
  );
  const middle = new Float64Array(m).map((_, k) => rows.reduce((sum, row) => sum + row[k], 0) / rows.length);
  const centred = rows.map((row) => row.map((x, k) => x - middle[k]));
  const size = Math.max(0, ...centred.map(norm));
  const basis = spanned(centred, FLAT * size);
  if (basis.length < 2) return [];
  const inside = centred.map((row) => Float64Array.from(basis, (axis) => dot(axis, row)));
  const facets = facetsOf(inside, basis.length, FLAT * size);
  const full = basis.length === m;
  const edges: HullEdge[] = [];
  for (let i = 0; i < rows.length; i++) {
    for (let j = i + 1; j < rows.length; j++) {
      const shared = facets.filter(({ members }) => members.includes(i) && members.includes(j));
      const common = shared.reduce<readonly number[] | null>(
        (rest, { members }) => (rest ?? members).filter((k) => members.includes(k)),
        null,
      );
      if (common?.length !== 2) continue;
      edges.push({ ends: [i, j], normals: full ? shared.map(({ normal }) => outOf(normal, basis)) : [] });
    }
  }
  return edges;
}

/** Axes at right angles for the space that the points span, the furthest point first. */
function spanned(points: readonly Float64Array[], least: number): Float64Array[] {
  const axes: Float64Array[] = [];
  for (;;) {
    let furthest = new Float64Array(0);
    for (const point of points) {
      const rest = reject(point, axes);
      if (norm(rest) > norm(furthest)) furthest = new Float64Array(rest);
    }
    if (norm(furthest) <= Math.max(least, 1e-9)) return axes;
    axes.push(unit(furthest));
  }
}

function facetsOf(points: readonly Float64Array[], d: number, tolerance: number): Facet[] {
  const found = new Map<string, Facet>();
  for (const [first, ...others] of subsets(points.length, d)) {
    const normal = normalTo(others.map((i) => points[i].map((x, k) => x - points[first][k])));
    if (!normal) continue;
    const offset = dot(normal, points[first]);
    // The middle of the points is at 0, so an outward normal has a positive offset.
    if (offset < 0) normal.forEach((x, k) => (normal[k] = -x));
    const reach = Math.abs(offset);
    if (points.some((point) => dot(normal, point) > reach + tolerance)) continue;
    const members = points.flatMap((point, i) => (dot(normal, point) >= reach - tolerance ? [i] : []));
    found.set(members.join(), { members, normal });
  }
  const facets = [...found.values()];
  // Near-flat points are found several times, by some of them: the largest set is the facet.
  return facets.filter(
    ({ members }) =>
      !facets.some((other) => other.members.length > members.length && members.every((i) => other.members.includes(i))),
  );
}

/** The unit vector at right angles to d − 1 vectors of d; null where they span less. */
function normalTo(vectors: readonly Float64Array[]): Float64Array | null {
  const axes: Float64Array[] = [];
  for (const vector of vectors) {
    const rest = reject(vector, axes);
    if (norm(rest) < 1e-6) return null;
    axes.push(unit(rest));
  }
  const d = axes.length + 1;
  const rests = Array.from({ length: d }, (_, k) =>
    reject(
      new Float64Array(d).map((_, l) => (l === k ? 1 : 0)),
      axes,
    ),
  );
  return unit(rests.reduce((longest, rest) => (norm(rest) > norm(longest) ? rest : longest)));
}

/** Coordinates in a basis back in the space around it. */
function outOf(v: Float64Array, basis: readonly Float64Array[]): Float64Array {
  return new Float64Array(basis[0].length).map((_, k) => basis.reduce((sum, axis, l) => sum + v[l] * axis[k], 0));
}

/** All sets of `size` indices below `count`. */
function* subsets(count: number, size: number, from = 0): Generator<number[]> {
  if (size === 0) yield [];
  else
    for (let i = from; i <= count - size; i++) for (const rest of subsets(count, size - 1, i + 1)) yield [i, ...rest];
}
