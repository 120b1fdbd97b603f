/**
 * A rotation of the hidden space in the plane of two dimensions: what tells a privileged basis from an arbitrary one
 * (experiments E18). A linear hidden layer does not notice it, a ReLU on it does.
 */
import { evaluateLosses, type EvaluationOptions } from '../evaluation/loss.ts';
import { FAMILIES } from '../families.ts';
import { offsetsOf } from '../layout.ts';
import type { ModelSettings } from '../problem.ts';
import { cosTurn } from '../random.ts';

/** Two hidden dimensions. */
export type Plane = readonly [number, number];

/**
 * Each row (w_i, w_j) → (cos·w_i − sin·w_j, sin·w_i + cos·w_j), the other columns as they are. Rotating W, W₂ and c alike
 * turns the hidden space.
 *
 * @param rows [·, m]
 * @param turns the angle, 1 for a whole turn
 */
export function rotateHidden(rows: ArrayLike<number>, m: number, [i, j]: Plane, turns: number): Float64Array {
  const cos = cosTurn(turns);
  const sin = cosTurn(turns - 0.25);
  const turned = Float64Array.from(rows);
  for (let at = 0; at < rows.length; at += m) {
    turned[at + i] = cos * rows[at + i] - sin * rows[at + j];
    turned[at + j] = sin * rows[at + i] + cos * rows[at + j];
  }
  return turned;
}

/**
 * Loss of one model with its hidden space turned by each of the angles, all on the same samples.
 *
 * @param theta one model's parameters, [P]
 * @param turns 1 for a whole turn
 * @returns per sample, summed over features, importance-weighted, [turns]
 */
export function lossUnderRotation(
  settings: ModelSettings,
  m: number,
  theta: Float32Array,
  plane: Plane,
  turns: readonly number[],
  options?: EvaluationOptions,
): Float64Array {
  const turned = turns.map((angle) => {
    // W, W₂ and c stand one after the other, each in rows of m; b, which is not of the hidden space, comes last.
    const { bias } = offsetsOf(FAMILIES[settings.family], settings.density.length, m, theta.length);
    const rotated = Float32Array.from(theta);
    rotated.set(rotateHidden(theta.subarray(0, bias), m, plane, angle));
    return rotated;
  });
  return evaluateLosses(settings, m, turned, options);
}
