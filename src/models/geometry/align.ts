/**
 * A frame for display. The loss depends on W only through WᵀW, so training leaves the hidden space turned and mirrored
 * at random; two models can be compared by eye only in a frame that the model itself determines.
 */
import { byImportance, PARTLY } from './order.ts';
import { norm, reject, unit } from './vectors.ts';

/** An orthogonal m × m matrix, row-major: row k is the k-th axis of the picture in the model's hidden coordinates. */
export type Frame = Float64Array;

/** Two features closer to one line than this (10°) do not fix on which side of it the picture's right is. */
const COLLINEAR = Math.sin(Math.PI / 18);
/** Shorter than this, a direction is rounding error. */
const TINY = 1e-9;

/**
 * The canonical frame of W. The anchor is the most important feature with ‖W_i‖ ≥ .5, or else the longest one.
 *
 * - m = 1: the anchor is positive.
 * - m = 2: the anchor points up, (0, +1), and the most important feature off its line points right, h₁ > 0.
 * - m ≥ 3: likewise by Gram–Schmidt over the features in that order: the anchor points up, (0, 1, 0 …), the next lies in
 *   the plane of the picture and points right, the one after that towards the reader, h₃ > 0, and so on; unused axes are
 *   completed from the hidden basis.
 *
 * @param W [n, m], row i is feature i
 * @param importance [n]; without it features count in the order they are listed
 */
export function canonicalFrame(W: ArrayLike<number>, n: number, m: number, importance?: ArrayLike<number>): Frame {
  const axes: Float64Array[] = [];
  for (const i of inOrderOfWeight(W, n, m, importance)) {
    if (axes.length === m) break;
    const row = Float64Array.from({ length: m }, (_, k) => W[i * m + k]);
    const length = norm(row);
    const rest = reject(row, axes);
    if (length > TINY && norm(rest) > COLLINEAR * length) axes.push(unit(rest));
  }
  for (let k = 0; axes.length < m; k++) {
    const rest = reject(
      Float64Array.from({ length: m }, (_, l) => (l === k ? 1 : 0)),
      axes,
    );
    // Were all basis vectors passed over, their squared lengths off the axes would sum to < 1/4; they sum to m − |axes|.
    if (norm(rest) > 0.5 / Math.sqrt(m)) axes.push(unit(rest));
  }
  // On paper the first thing one sees is what points up: the second axis.
  if (m > 1) axes.splice(0, 2, axes[1], axes[0]);
  const frame = new Float64Array(m * m);
  axes.forEach((axis, k) => frame.set(axis, k * m));
  return frame;
}

/** Represented features by importance, then the others by length. */
function inOrderOfWeight(W: ArrayLike<number>, n: number, m: number, importance?: ArrayLike<number>): number[] {
  const length = (i: number): number => norm(Float64Array.from({ length: m }, (_, k) => W[i * m + k]));
  const order = byImportance(n, importance);
  return [
    ...order.filter((i) => length(i) >= PARTLY),
    ...order.filter((i) => length(i) < PARTLY).sort((i, j) => length(j) - length(i)),
  ];
}

/**
 * W seen in a frame: row i becomes frame · W_i, so every W_i·W_j is unchanged. The frame may be another model's, such as
 * a run's final state for all of its snapshots.
 *
 * @param W [n, m]
 * @returns [n, m]
 */
export function applyFrame(W: ArrayLike<number>, frame: Frame): Float64Array {
  const m = Math.round(Math.sqrt(frame.length));
  const out = new Float64Array(W.length);
  for (let i = 0; i < W.length; i += m)
    for (let k = 0; k < m; k++) for (let l = 0; l < m; l++) out[i + k] += frame[k * m + l] * W[i + l];
  return out;
}
