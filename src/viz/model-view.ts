/** What every view of a model is drawn from: plain numbers, already turned and mirrored for display. */
import { featureMetrics, type FeatureMetrics } from '../models/metrics.ts';

/** The numbers a view is made from, before anything is measured of them. */
export interface ModelNumbers {
  /** Features, 1 … 20. */
  readonly n: number;
  /** Hidden dimensions, 1 to 4 where directions are drawn; any where only numbers are. */
  readonly m: number;
  /** n rows of m: row i is feature i. */
  readonly W: ArrayLike<number>;
  /** [n]. */
  readonly b: ArrayLike<number>;
  /** I_i ≥ 0, [n]. */
  readonly importance: ArrayLike<number>;
}

export interface ModelView extends ModelNumbers {
  readonly metrics: FeatureMetrics;
}

/** Measures a model for drawing. Throws a RangeError when an array's length does not fit n and m. */
export function modelView(numbers: ModelNumbers): ModelView {
  const { n, m, W, b, importance } = numbers;
  if (W.length !== n * m || b.length !== n || importance.length !== n) {
    throw new RangeError(`A view of n = ${n}, m = ${m} got W ${W.length}, b ${b.length}, I ${importance.length}`);
  }
  return { n, m, W, b, importance, metrics: featureMetrics(W, n, m) };
}
