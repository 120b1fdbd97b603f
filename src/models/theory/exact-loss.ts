/** The exact expected loss of one model: no sampling, so that two starts can be told apart to many digits. */
import { FAMILIES } from '../families.ts';
import { gram } from '../metrics.ts';
import type { ModelSettings, ValueLaw } from '../problem.ts';
import { pointLoss } from './point-loss.ts';
import { reluOutputLoss } from './relu-output-loss.ts';
import { VALUE_SUPPORT, valueNodes } from './value-support.ts';
import { featureMean, featureVariance } from './variance.ts';

/** Largest n for which the ReLU sum (3ⁿ terms an output) is still worth its time: n = 5 takes some 20 µs, n = 10 some 25 ms. */
export const EXACT_LIMIT = 10;

/** The most points to sum over, all features together: n = 5 of the law `three`, n = 3 with GELU. */
const POINT_LIMIT = 1024;

/** Gauss nodes for GELU: the loss is good to 1e-7 at the lengths that models have (‖W_i‖ ≤ 2 of two features, ≤ 1.6 of three). */
const smoothNodes = (n: number): number => (n < 3 ? 8 : 6);

/** Of output i, from row i of WᵀW and its bias. */
type OutputLoss = (row: Float64Array, bias: number, i: number) => number;

function outputLossOf({ family, density, sets, law = 'uniform' }: ModelSettings): OutputLoss | null {
  if (sets?.length || (family !== 'linear' && family !== 'relu' && family !== 'gelu')) return null;
  if (family === 'linear') return (row, bias, i) => linearOutputLoss(row, bias, density, i, law);
  const n = density.length;
  const support = VALUE_SUPPORT[law];
  if (family === 'relu' && !support.points) {
    return n <= EXACT_LIMIT ? (row, bias, i) => reluOutputLoss(row, bias, density, i, support) : null;
  }
  const nodes = valueNodes(law, smoothNodes(n));
  if ((1 + nodes.length) ** n > POINT_LIMIT) return null;
  const activation = FAMILIES[family].output;
  return (slopes, bias, index) => pointLoss({ activation, index, slopes, density, nodes }, bias);
}

/** Whether exactLoss covers these settings: independent features, and a linear, or a small ReLU or GELU output model. */
export const hasExactLoss = (settings: ModelSettings): boolean => outputLossOf(settings) !== null;

/**
 * Expected loss per sample, summed over features and weighted by importance, in float64.
 *
 * @param theta one model's parameters: W [n, m] then b [n] (layout.ts; these families are tied)
 * @throws RangeError where hasExactLoss(settings) is false
 */
export function exactLoss(settings: ModelSettings, m: number, theta: ArrayLike<number>): number {
  const outputLoss = outputLossOf(settings);
  if (!outputLoss) throw new RangeError(`no closed form for the loss of ${settings.family} with these data`);
  const { density, importance } = settings;
  const n = density.length;
  const G = gram(theta, n, m);
  let loss = 0;
  for (let i = 0; i < n; i++) {
    loss += importance[i] * outputLoss(G.subarray(i * n, (i + 1) * n), theta[n * m + i], i);
  }
  return loss;
}

/** E[(x_i − Σ_j G_ij x_j − b_i)²]: a squared mean and a sum of variances, since the features are independent. */
function linearOutputLoss(
  row: Float64Array,
  bias: number,
  density: readonly number[],
  i: number,
  law: ValueLaw,
): number {
  let mean = -bias;
  let variance = 0;
  for (let j = 0; j < density.length; j++) {
    const c = (j === i ? 1 : 0) - row[j];
    mean += c * featureMean(density[j], law);
    variance += c * c * featureVariance(density[j], law);
  }
  return mean * mean + variance;
}
