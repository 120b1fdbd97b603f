/** The exact expected loss of one model: no sampling, so that two starts can be told apart to many digits. */
import { gram } from '../metrics.ts';
import type { ModelSettings } from '../problem.ts';
import { reluOutputLoss } from './relu-output-loss.ts';
import { featureMean, featureVariance } from './variance.ts';

/** Largest n for which the ReLU sum (3ⁿ terms an output) is still worth its time: n = 5 takes some 20 µs, n = 10 some 25 ms. */
export const EXACT_LIMIT = 10;

/** Whether exactLoss covers these settings: independent features, and a linear or a small ReLU output model. */
export function hasExactLoss(settings: ModelSettings): boolean {
  if (settings.sets?.length || (settings.law && settings.law !== 'uniform')) return false;
  return settings.family === 'linear' || (settings.family === 'relu' && settings.density.length <= EXACT_LIMIT);
}

/**
 * Expected loss per sample, summed over features and weighted by importance, in float64.
 *
 * @param theta one model's parameters: W [n, m] then b [n] (layout.ts; both families are tied)
 * @throws RangeError where hasExactLoss(settings) is false
 */
export function exactLoss(settings: ModelSettings, m: number, theta: ArrayLike<number>): number {
  if (!hasExactLoss(settings))
    throw new RangeError(`no closed form for the loss of ${settings.family} with these data`);
  const { density, importance } = settings;
  const n = density.length;
  const G = gram(theta, n, m);
  let loss = 0;
  for (let i = 0; i < n; i++) {
    const row = G.subarray(i * n, (i + 1) * n);
    const output = settings.family === 'linear' ? linearOutputLoss : reluOutputLoss;
    loss += importance[i] * output(row, theta[n * m + i], density, i);
  }
  return loss;
}

/** E[(x_i − Σ_j G_ij x_j − b_i)²]: a squared mean and a sum of variances, since the features are independent. */
function linearOutputLoss(row: Float64Array, bias: number, density: readonly number[], i: number): number {
  let mean = -bias;
  let variance = 0;
  for (let j = 0; j < density.length; j++) {
    const c = (j === i ? 1 : 0) - row[j];
    mean += c * featureMean(density[j]);
    variance += c * c * featureVariance(density[j]);
  }
  return mean * mean + variance;
}
