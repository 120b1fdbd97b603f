/**
 * Principal component analysis of the training data: the best that a linear model of m dimensions can do with features of
 * equal importance, and what correlated features collapse into (E14).
 */
import type { ModelSettings } from '../problem.ts';
import { symmetricEigen } from './symmetric-eigen.ts';
import { targetMoments } from './target-moments.ts';
import { VALUE_MOMENTS } from './value-law.ts';

type Data = Pick<ModelSettings, 'family' | 'density' | 'importance' | 'law' | 'sets'>;

/** Eigenvalues closer than this share of the largest are equal: any direction of their span is as good. */
const EQUAL = 1e-9;

export interface Principal {
  /** [n, m], row i is feature i: orthonormal columns. */
  readonly W: Float64Array;
  /** What is lost, per sample, summed over features: the other components' variances. */
  readonly loss: number;
  /** Whether other components would have been as good. */
  readonly free: boolean;
}

/** Cov(x_i, x_j), [n, n]. Features of different sets are independent. */
export function covariance(data: Data): Float64Array {
  const n = data.density.length;
  const C = new Float64Array(n * n);
  const moments = data.density.map((_, i) => targetMoments(data, i));
  moments.forEach(({ mean, square }, i) => (C[i * n + i] = square - mean * mean));
  for (const { kind, members } of data.sets ?? []) {
    const value = VALUE_MOMENTS[data.law ?? 'uniform'].mean;
    const both = kind === 'correlated' ? data.density[members[0]] * value * value : 0;
    for (const i of members)
      for (const j of members) if (i !== j) C[i * n + j] = both - moments[i].mean * moments[j].mean;
  }
  return C;
}

/**
 * The first m principal components. Where several directions have the same variance, of all equally good choices the one
 * nearest to a model.
 *
 * @param like the model, [n, m]
 */
export function principalComponents(data: Data, m: number, like: ArrayLike<number>): Principal {
  const n = data.density.length;
  const { values, vectors } = symmetricEigen(covariance(data), n);
  const isLike = (k: number): boolean => Math.abs(values[k] - values[m - 1]) <= EQUAL * values[0];
  const sure = vectors.filter((_, k) => k < m && !isLike(k));
  const equal = vectors.filter((_, k) => isLike(k));
  const axes = [...sure, ...nearest(equal, m - sure.length, like, m)];
  const W = new Float64Array(n * m);
  axes.forEach((axis, k) => axis.forEach((value, i) => (W[i * m + k] = value)));
  return {
    W,
    loss: values.slice(m).reduceRight((sum, value) => sum + value, 0),
    free: equal.length > m - sure.length,
  };
}

/** `count` orthonormal directions in a span, those along which the model has most weight. */
function nearest(span: readonly Float64Array[], count: number, like: ArrayLike<number>, m: number): Float64Array[] {
  const d = span.length;
  const along = span.map((axis) =>
    Array.from({ length: m }, (_, k) => axis.reduce((sum, value, i) => sum + value * like[i * m + k], 0)),
  );
  const weight = Float64Array.from({ length: d * d }, (_, at) => {
    const [i, j] = [Math.floor(at / d), at % d];
    return along[i].reduce((sum, value, k) => sum + value * along[j][k], 0);
  });
  const { vectors } = symmetricEigen(weight, d);
  return vectors
    .slice(0, count)
    .map((mix) => span[0].map((_, i) => mix.reduce((sum, share, k) => sum + share * span[k][i], 0)));
}
