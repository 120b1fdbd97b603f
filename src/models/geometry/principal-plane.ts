/** The plane in which a group of features is seen best: where polygons are themselves, and an antiprism shows its axis. */
import { dot, rejectOnce, unit } from './vectors.ts';

/** Subspace iterations: a pentagon's plane is exact after one, two near-equal axes of a solid need some. */
const ITERATIONS = 200;

/**
 * Coordinates on the two axes along which Σ (W_i·axis)² is largest, turned so that the first member points up. In more
 * than two dimensions lengths are the projections'.
 *
 * @param W [n, m], row i is feature i
 * @param members features, at least one
 * @returns one point a member, y upwards, in the unit of W
 */
export function principalPlane(W: ArrayLike<number>, m: number, members: readonly number[]): [number, number][] {
  const rows = members.map((i) => Float64Array.from({ length: m }, (_, k) => W[i * m + k]));
  const first = rows[0];
  // The member that adds most to the first spans the plane with it, to begin with.
  const rest = rows.map((row) => rejectOnce(row, [unit(first)]));
  const second = rest.reduce((best, row) => (dot(row, row) > dot(best, best) ? row : best));
  let axes = orthonormal([first, second]);
  for (let k = 0; k < ITERATIONS && axes.length === 2; k++) {
    const next = orthonormal(axes.map((axis) => spreadAlong(rows, axis)));
    if (next.length < 2) break;
    const moved =
      2 - axes.reduce((sum, axis) => sum + next.reduce((part, other) => part + dot(axis, other) ** 2, 0), 0);
    axes = next;
    if (moved < 1e-12) break;
  }
  const points = rows.map((row): [number, number] => [dot(row, axes[0]), axes[1] ? dot(row, axes[1]) : 0]);
  const [x, y] = points[0];
  const length = Math.hypot(x, y) || 1;
  return points.map(([a, b]) => [(a * y - b * x) / length, (a * x + b * y) / length]);
}

/** Σ_i W_i (W_i·axis). */
function spreadAlong(rows: readonly Float64Array[], axis: Float64Array): Float64Array {
  const out = new Float64Array(axis.length);
  for (const row of rows) {
    const along = dot(row, axis);
    for (let k = 0; k < out.length; k++) out[k] += along * row[k];
  }
  return out;
}

/** Unit vectors that span the same; what adds nothing is left out. */
function orthonormal(vectors: readonly Float64Array[]): Float64Array[] {
  const axes: Float64Array[] = [];
  for (const vector of vectors) {
    const rest = rejectOnce(vector, axes);
    if (dot(rest, rest) > 1e-12 * (dot(vector, vector) || 1)) axes.push(unit(rest));
  }
  return axes.length > 0 ? axes : [Float64Array.from(vectors[0], (_, k) => (k === 0 ? 1 : 0))];
}
