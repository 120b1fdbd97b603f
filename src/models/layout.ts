/** Where each parameter of a problem lives in a State's arrays. */
import { FAMILIES, type Family } from './families.ts';
import type { Problem, State } from './problem.ts';
import { normalAt, streamKey } from './random.ts';

/** The part of the family that a whole batch shares. */
export function batchFamily(problem: Problem): Family {
  return FAMILIES[problem.models[0].family];
}

/** P: parameters of one model. */
export function parameterCount(problem: Problem): number {
  const weights = problem.n * problem.m;
  return weights * (batchFamily(problem).tied ? 1 : 2) + (problem.hiddenBias ? problem.m : 0) + problem.n;
}

/** The parameters of one model as views: W and W₂ are [n, m] with row i for feature i, c is [m], b is [n]. */
export interface Parameters {
  readonly W: Float32Array;
  readonly W2?: Float32Array;
  readonly c?: Float32Array;
  readonly b: Float32Array;
}

/** Where a model's parts begin in its row of `length` parameters; `hiddenBias` is absent where it has none. */
export interface Offsets {
  /** Of W₂, which is W itself (0) when tied. */
  readonly read: number;
  readonly hiddenBias?: number;
  readonly bias: number;
}

/** @param length P: it tells whether there is a hidden bias */
export function offsetsOf({ tied }: Pick<Family, 'tied'>, n: number, m: number, length: number): Offsets {
  const weights = n * m * (tied ? 1 : 2);
  const bias = length - n;
  return { read: tied ? 0 : n * m, bias, ...(bias > weights ? { hiddenBias: weights } : {}) };
}

/** Views (not copies) of model k's parameters in a [models, P] array. */
export function parametersOf(problem: Problem, theta: Float32Array, k: number): Parameters {
  const P = parameterCount(problem);
  const weights = problem.n * problem.m;
  const row = theta.subarray(k * P, (k + 1) * P);
  return {
    W: row.subarray(0, weights),
    ...(batchFamily(problem).tied ? {} : { W2: row.subarray(weights, 2 * weights) }),
    ...(problem.hiddenBias ? { c: row.subarray(P - problem.n - problem.m, P - problem.n) } : {}),
    b: row.subarray(P - problem.n),
  };
}

/**
 * Standard deviation of the weights at the start. Tied ones are Xavier-normal, √(2 / (n + m)). Free ones begin smaller,
 * where `xavier_normal_` puts them on a model's own tensor [1, n, m]: with n = 100, m = 40 and the wider start the
 * interference of rare features shuts most outputs before they have learned anything (loss .069 instead of .0017 at
 * p = .1, .030 instead of .0008 at p = .03, after 2000 steps).
 */
function initialDeviation({ n, m }: Problem, { tied }: Family): number {
  return Math.sqrt(tied ? 2 / (n + m) : 2 / ((1 + n) * m));
}

/** Normal weights, zero biases, zero moments: step 0 of every run that is not hand-set (neurons/hand-set-start.ts). */
export function initialState(problem: Problem): State {
  const P = parameterCount(problem);
  const weights = P - problem.n - (problem.hiddenBias ? problem.m : 0);
  const theta = new Float32Array(problem.models.length * P);
  const sigma = initialDeviation(problem, batchFamily(problem)) * (problem.initialScale ?? 1);
  problem.models.forEach(({ seed, start, model }, k) => {
    const key = streamKey(seed, start, model, 'init');
    for (let j = 0; j < weights; j++) theta[k * P + j] = sigma * normalAt(key, j);
  });
  return { step: 0, theta, m1: new Float32Array(theta.length), m2: new Float32Array(theta.length) };
}
