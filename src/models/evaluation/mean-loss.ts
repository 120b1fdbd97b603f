/** Mean loss of one model over given samples: the forward pass alone, in float64, for every family. */
import { activate } from '../activations.ts';
import { FAMILIES } from '../families.ts';
import { offsetsOf } from '../layout.ts';
import type { ModelSettings } from '../problem.ts';
import { wanted } from '../target.ts';

/**
 * Loss per sample (summed over features, importance-weighted), averaged over the rows of x. A backend may supply its
 * own, faster one.
 *
 * @param theta one model's parameters, [P] (layout.ts)
 * @param x the samples, [count, n]; valid during the call only
 */
export type MeanLoss = (settings: ModelSettings, m: number, theta: Float32Array, x: Float32Array) => number;

export const meanLoss: MeanLoss = (settings, m, theta, x) => {
  const { hidden, output, target, ...rest } = FAMILIES[settings.family];
  const n = settings.density.length;
  const count = x.length / n;
  const { read, bias, hiddenBias } = offsetsOf(rest, n, m, theta.length);
  const h = new Float64Array(m);
  let loss = 0;
  for (let s = 0; s < count; s++) {
    for (let k = 0; k < m; k++) h[k] = hiddenBias === undefined ? 0 : theta[hiddenBias + k];
    for (let i = 0; i < n; i++) {
      const xi = x[s * n + i];
      if (xi !== 0) for (let k = 0; k < m; k++) h[k] += theta[i * m + k] * xi;
    }
    for (let k = 0; k < m; k++) h[k] = activate(hidden, h[k]);
    for (let i = 0; i < n; i++) {
      let z = theta[bias + i];
      for (let k = 0; k < m; k++) z += theta[read + i * m + k] * h[k];
      loss += settings.importance[i] * (activate(output, z) - wanted(target, x, s * n, n, i)) ** 2;
    }
  }
  return loss / count;
};
