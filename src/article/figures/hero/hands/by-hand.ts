/** Weights set by hand: from what is drawn to a model's parameters, and back. */
import { applyFrame, type Frame } from '../../../../models/geometry/align.ts';

/** How far a hand may go: ‖W_i‖, a coordinate of W_i and b_i in size. */
export const MOST = 2;

/** Length and angle of an arrow in the plane, the angle in degrees from h₁ towards h₂, 0 ≤ angle < 360. */
export interface Polar {
  readonly length: number;
  readonly angle: number;
}

export function polarOf([x, y]: ArrayLike<number> & Iterable<number>): Polar {
  const degrees = (Math.atan2(y, x) * 180) / Math.PI;
  return { length: Math.hypot(x, y), angle: (degrees + 360) % 360 };
}

export function rowOf({ length, angle }: Polar): [number, number] {
  const radians = (angle * Math.PI) / 180;
  return [length * Math.cos(radians), length * Math.sin(radians)];
}

/** The same direction, no longer than `most`. */
export function shortened(row: readonly number[], most = MOST): number[] {
  const length = Math.hypot(...row);
  return length > most ? row.map((value) => (value * most) / length) : [...row];
}

/**
 * Parameters with another W_i, [P], tied: W [n, m] then b [n].
 * @param row W_i as it is drawn, [m]
 * @param frame that it is drawn in
 */
export function withWeights(theta: Float32Array, i: number, row: readonly number[], frame: Frame): Float32Array {
  const m = row.length;
  const changed = theta.slice();
  // The frame is orthogonal: its transpose leads back.
  const back = Float64Array.from({ length: m * m }, (_, at) => frame[(at % m) * m + Math.floor(at / m)]);
  changed.set(applyFrame(row, back), i * m);
  return changed;
}

/** Parameters with another b_i, [P]. @param n features */
export function withBias(theta: Float32Array, n: number, i: number, bias: number): Float32Array {
  const changed = theta.slice();
  changed[theta.length - n + i] = bias;
  return changed;
}
