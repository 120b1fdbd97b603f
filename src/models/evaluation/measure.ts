/** The losses of trained models: the exact ones where they are cheap, else on the evaluation set that all starts share. */
import { parameterCount } from '../layout.ts';
import type { ModelSettings, Problem } from '../problem.ts';
import { exactLoss, hasExactLoss } from '../theory/exact-loss.ts';
import { evaluateLosses, type EvaluationOptions } from './loss.ts';

/** Above this n the ReLU model's closed form (3ⁿ corners an output) soon costs more than sampling. */
const CLOSED_FORM_FEATURES = 5;

/**
 * Whether measureModels is exact for these settings: by a closed form, or by a quadrature that is as good as one
 * (theory/exact-loss.ts). The best start is then the one of lowest exact loss, else of lowest loss on shared samples.
 */
export function hasClosedForm(settings: ModelSettings, { hiddenBias }: Pick<Problem, 'hiddenBias'> = {}): boolean {
  const small = settings.family === 'linear' || settings.density.length <= CLOSED_FORM_FEATURES;
  return small && !hiddenBias && hasExactLoss(settings);
}

/**
 * Loss per sample, summed over features, importance-weighted, of every model of a problem.
 * @param theta [models, P]
 */
export function measureModels(problem: Problem, theta: Float32Array, options?: EvaluationOptions): number[] {
  const P = parameterCount(problem);
  const row = (k: number): Float32Array => theta.subarray(k * P, (k + 1) * P);
  const losses: number[] = [];
  const sampled = new Map<string, number[]>();
  problem.models.forEach((settings, k) => {
    if (hasClosedForm(settings, problem)) {
      losses[k] = exactLoss(settings, problem.m, row(k));
      options?.between?.();
    } else sampled.set(taskOf(settings), [...(sampled.get(taskOf(settings)) ?? []), k]);
  });
  for (const group of sampled.values()) {
    const measured = evaluateLosses(problem.models[group[0]], problem.m, group.map(row), options);
    group.forEach((k, at) => (losses[k] = measured[at]));
  }
  return losses;
}

/** Models with the same task are measured on the same samples, drawn once for all of them. */
function taskOf({ family, density, importance, sets, law }: ModelSettings): string {
  return JSON.stringify([family, density, importance, sets, law]);
}
