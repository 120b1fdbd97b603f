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
 * @param theta W [n, m] with m of 1 or 2, then b [n]
 * @param importance [n]
 */
export function foundOf(
  theta: ArrayLike<number> & object,
  importance: readonly number[],
  loss: number,
  start: number | null,
): Found {
  const before = known.get(theta);
  if (before?.loss === loss) return before;
  // The same weights may have been measured on fewer samples.
  const found = before ? { ...before, loss } : readFound(theta, importance, loss, start);
  known.set(theta, found);
  return found;
}

function readFound(theta: ArrayLike<number>, importance: readonly number[], loss: number, start: number | null): Found {
  const n = importance.length;
  const numbers = Float64Array.from(theta);
  const m = numbers.length / n - 1;
  const raw = numbers.subarray(0, n * m);
  const W = applyFrame(raw, canonicalFrame(raw, n, m));
  const b = numbers.subarray(n * m);
  return {
    view: modelView({ n, m, W, b, importance }),
    reading: readOdd(inPlane(W, m), b, ODD_FEATURE),
    loss,
    start,
  };
}

/** A number line as the first axis of a plane. */
const inPlane = (W: Float64Array, m: number): Float64Array =>
  m === 2 ? W : Float64Array.from({ length: 2 * W.length }, (_, k) => (k & 1 ? 0 : W[k / 2]));

export const dotOf = ({ view: { metrics }, reading, loss }: Found, ratio: number): OddDot => ({
  ratio,
  loss,
  kept: reading.kept,
  superposition: metrics.superposition[ODD_FEATURE],
  norm: metrics.norms[ODD_FEATURE],
});
