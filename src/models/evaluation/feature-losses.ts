/** What each feature costs: the loss of a model output by output. */
import { FAMILIES } from '../families.ts';
import { forward, type Network } from '../neurons/forward.ts';
import type { ModelSettings } from '../problem.ts';
import { wanted } from '../target.ts';
import { evaluationSamples } from './kept-samples.ts';
import { emptyProbability } from './samples.ts';

/**
 * Expected loss of each output, importance-weighted; their sum is evaluateLoss on as many samples.
 *
 * @param settings of the model; its seed, start and number do not matter
 * @param count non-empty samples, ≥ 1
 * @returns [n]
 */
export function featureLosses(settings: ModelSettings, network: Network, count: number): Float64Array {
  const family = FAMILIES[settings.family];
  const n = settings.density.length;
  const p0 = emptyProbability(settings);
  const losses = new Float64Array(n);
  const add = (x: Float32Array, share: number): void => {
    const { y } = forward(family, network, x);
    for (let i = 0; i < n; i++)
      losses[i] += share * settings.importance[i] * (y[i] - wanted(family.target, x, 0, n, i)) ** 2;
  };
  for (const chunk of evaluationSamples(settings, count)) {
    for (let from = 0; from < chunk.length; from += n) add(chunk.subarray(from, from + n), (1 - p0) / count);
  }
  add(new Float32Array(n), p0);
  return losses;
}
