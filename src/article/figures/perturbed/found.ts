/** A trained model of the figure as it is drawn: the odd feature up, and what became of it. */
import { applyFrame, canonicalFrame } from '../../../models/geometry/align.ts';
import { readOdd, type OddReading } from '../../../models/geometry/odd.ts';
import { modelView, type ModelView } from '../../../viz/model-view.ts';
import type { OddDot } from '../../../viz/odd-curves-layout.ts';
import { ODD_FEATURE } from './protocol.ts';

export interface Found {
  readonly view: ModelView;
  readonly reading: OddReading;
  readonly loss: number;
  /** Which start it is; null of a model that is computed, not trained. */
  readonly start: number | null;
}

/** Measured once for each model, however often it is drawn. */
const known = new WeakMap<ArrayLike<number>, Found>();

/**
 * @param theta W [n, 2], then b [n]
 * @param importance [n]
 */
export function foundOf(
  theta: ArrayLike<number> & object,
  importance: readonly number[],
  loss: number,
  start: number | null,
): Found {
  const before = known.get(theta);
  if (before) return before;
  const n = importance.length;
  const numbers = Float64Array.from(theta);
  const W = applyFrame(numbers.subarray(0, 2 * n), canonicalFrame(numbers.subarray(0, 2 * n), n, 2));
  const b = numbers.subarray(2 * n);
  const found = { view: modelView({ n, m: 2, W, b, importance }), reading: readOdd(W, b, ODD_FEATURE), loss, start };
  known.set(theta, found);
  return found;
}

export const dotOf = ({ view: { metrics }, reading, loss }: Found, ratio: number): OddDot => ({
  ratio,
  loss,
  kept: reading.kept,
  superposition: metrics.superposition[ODD_FEATURE],
  norm: metrics.norms[ODD_FEATURE],
});
