/**
 * The training step in plain float64 TypeScript: the oracle that every backend is tested against, and the last resort
 * where neither WebGL nor WebAssembly SIMD exists. It covers every family; clarity comes before speed.
 */
import { activate, slope } from '../activations.ts';
import { samples } from '../data.ts';
import { dropoutMasks } from '../dropout.ts';
import { FAMILIES } from '../families.ts';
import { offsetsOf, parameterCount } from '../layout.ts';
import type { ModelSettings, Problem, Recipe, State } from '../problem.ts';
import { ADAM, stepScalars } from '../recipe.ts';
import { wanted } from '../target.ts';
import { checkExactGradient, quadrature } from './quadrature.ts';

/** Loss per sample (summed over features, importance-weighted) and its gradient by one model's parameters. */
export interface LossAndGradient {
  readonly loss: number;
  /** [P], in the layout of State. */
  readonly gradient: Float64Array;
}

/**
 * @param theta one model's parameters, [P]
 * @param x the samples, [count, n]
 * @param shares of the samples in the mean, [count]; all alike when absent
 * @param masks factors on the hidden layer, [count, m] (dropout.ts); all 1 when absent
 */
export function lossAndGradient(
  settings: ModelSettings,
  m: number,
  theta: ArrayLike<number>,
  x: ArrayLike<number>,
  shares?: ArrayLike<number>,
  masks?: ArrayLike<number>,
): LossAndGradient {
  const { hidden, output, target, ...rest } = FAMILIES[settings.family];
  const n = settings.density.length;
  const count = x.length / n;
  const { read, bias, hiddenBias } = offsetsOf(rest, n, m, theta.length);
  const gradient = new Float64Array(theta.length);
  const pre = new Float64Array(m);
  const h = new Float64Array(m);
  const dh = new Float64Array(m);
  let loss = 0;
  for (let s = 0; s < count; s++) {
    const share = shares ? shares[s] : 1 / count;
    for (let k = 0; k < m; k++) pre[k] = hiddenBias === undefined ? 0 : theta[hiddenBias + k];
    dh.fill(0);
    for (let i = 0; i < n; i++) {
      const xi = x[s * n + i];
      if (xi !== 0) for (let k = 0; k < m; k++) pre[k] += theta[i * m + k] * xi;
    }
    for (let k = 0; k < m; k++) h[k] = activate(hidden, pre[k]) * (masks ? masks[s * m + k] : 1);
    for (let i = 0; i < n; i++) {
      let z = theta[bias + i];
      for (let k = 0; k < m; k++) z += theta[read + i * m + k] * h[k];
      const error = activate(output, z) - wanted(target, x, s * n, n, i);
      loss += share * settings.importance[i] * error * error;
      const dz = share * 2 * settings.importance[i] * error * slope(output, z);
      if (dz === 0) continue;
      gradient[bias + i] += dz;
      for (let k = 0; k < m; k++) {
        gradient[read + i * m + k] += dz * h[k];
        dh[k] += dz * theta[read + i * m + k];
      }
    }
    for (let k = 0; k < m; k++) dh[k] *= slope(hidden, pre[k]) * (masks ? masks[s * m + k] : 1);
    if (hiddenBias !== undefined) for (let k = 0; k < m; k++) gradient[hiddenBias + k] += dh[k];
    for (let i = 0; i < n; i++) {
      const xi = x[s * n + i];
      if (xi !== 0) for (let k = 0; k < m; k++) gradient[i * m + k] += dh[k] * xi;
    }
  }
  return { loss, gradient };
}

const drawn = (settings: ModelSettings, step: number, batch: number): { x: Float32Array; shares?: undefined } => ({
  x: samples(settings, step, 0, batch),
});

/**
 * `steps` steps of every model from a state; a new state, the old one untouched.
 *
 * @throws RangeError for an exact gradient of data that it does not cover (quadrature.ts), of a hidden bias or of dropout
 */
export function trainReference(problem: Problem, recipe: Recipe, state: State, steps: number): State {
  checkExactGradient(problem, recipe);
  const P = parameterCount(problem);
  const theta = Float64Array.from(state.theta);
  const m1 = Float64Array.from(state.m1);
  const m2 = Float64Array.from(state.m2);
  for (let t = state.step; t < state.step + steps; t++) {
    const { rate, keep, unbias1, unbias2 } = stepScalars(recipe, t);
    problem.models.forEach((settings, k) => {
      const row = theta.subarray(k * P, (k + 1) * P);
      const { x, shares } =
        recipe.gradient === 'exact' ? quadrature(settings, problem.m, row) : drawn(settings, t, recipe.batch);
      const masks = recipe.dropout ? dropoutMasks(settings, problem.m, t, recipe.batch, recipe.dropout) : undefined;
      const { gradient } = lossAndGradient(settings, problem.m, row, x, shares, masks);
      for (let j = 0, q = k * P; j < P; j++, q++) {
        m1[q] = ADAM.beta1 * m1[q] + (1 - ADAM.beta1) * gradient[j];
        m2[q] = ADAM.beta2 * m2[q] + (1 - ADAM.beta2) * gradient[j] ** 2;
        theta[q] = theta[q] * keep - (rate * (m1[q] * unbias1)) / (Math.sqrt(m2[q] * unbias2) + ADAM.epsilon);
      }
    });
  }
  return {
    step: state.step + steps,
    theta: Float32Array.from(theta),
    m1: Float32Array.from(m1),
    m2: Float32Array.from(m2),
  };
}
