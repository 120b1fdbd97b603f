/** The loss of trained models, measured on the evaluation set. */
import type { ModelSettings } from '../problem.ts';
import { EVALUATION_COUNT } from './counts.ts';
import { evaluationSamples } from './kept-samples.ts';
import { meanLoss as referenceMeanLoss, type MeanLoss } from './mean-loss.ts';
import { emptyProbability } from './samples.ts';

export interface EvaluationOptions {
  /** How many non-empty samples, ≥ 1; fewer are quicker and a prefix of the full set. */
  readonly count?: number;
  /** The forward pass; the float64 one unless a backend brings its own. */
  readonly meanLoss?: MeanLoss;
  /** Called after each model's pass over one chunk of samples (counts.ts), or its closed form: it takes long. */
  readonly between?: () => void;
}

/**
 * evaluateLosses in pieces: it gives way after each model's pass over one chunk of samples (counts.ts), so that whoever
 * asks can do something else in between, or stop asking.
 */
export function* evaluatingLosses(
  settings: ModelSettings,
  m: number,
  thetas: readonly Float32Array[],
  { count = EVALUATION_COUNT, meanLoss = referenceMeanLoss }: Omit<EvaluationOptions, 'between'> = {},
): Generator<void, Float64Array, void> {
  const n = settings.density.length;
  const sums = new Float64Array(thetas.length);
  for (const x of evaluationSamples(settings, count)) {
    for (const [k, theta] of thetas.entries()) {
      sums[k] += meanLoss(settings, m, theta, x) * (x.length / n);
      yield;
    }
  }
  const p0 = emptyProbability(settings);
  const empty = new Float32Array(n);
  return sums.map((sum, k) => (1 - p0) * (sum / count) + p0 * meanLoss(settings, m, thetas[k], empty));
}

/**
 * Expected loss per sample, summed over features, of several models that share their data and importances:
 * (1 − p₀) · mean over the non-empty samples + p₀ · loss of the empty one, p₀ the probability of the empty sample.
 * The samples are drawn once for all of them. The standard error of 2^18 samples is .1–.7 % of the loss (measured on
 * pentagons, p = 1 … .001); it is largely common to the models and so drops out of comparisons.
 *
 * @param settings of any of the models: seed, start and model do not matter
 * @param thetas one model's parameters each, [P]
 * @returns [models]
 */
export function evaluateLosses(
  settings: ModelSettings,
  m: number,
  thetas: readonly Float32Array[],
  { between, ...options }: EvaluationOptions = {},
): Float64Array {
  const pieces = evaluatingLosses(settings, m, thetas, options);
  let piece = pieces.next();
  for (; !piece.done; piece = pieces.next()) between?.();
  return piece.value;
}

/** evaluateLosses for one model. */
export function evaluateLoss(
  settings: ModelSettings,
  m: number,
  theta: Float32Array,
  options?: EvaluationOptions,
): number {
  return evaluateLosses(settings, m, [theta], options)[0];
}
