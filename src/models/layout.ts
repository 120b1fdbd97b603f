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

/** Xavier-normal W (σ² = 2 / (n + m), per model), zero biases, zero moments: step 0 of every run. */
export function initialState(problem: Problem): State {
  const P = parameterCount(problem);
  const weights = P - problem.n - (problem.hiddenBias ? problem.m : 0);
  const theta = new Float32Array(problem.models.length * P);
  const sigma = Math.sqrt(2 / (problem.n + problem.m));
  problem.models.forEach(({ seed, start, model }, k) => {
    const key = streamKey(seed, start, model, 'init');
    for (let j = 0; j < weights; j++) theta[k * P + j] = sigma * normalAt(key, j);
  });
  return { step: 0, theta, m1: new Float32Array(theta.length), m2: new Float32Array(theta.length) };
}
