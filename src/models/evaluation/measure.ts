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
  const sampled: PlacedModel[] = [];
  problem.models.forEach((settings, k) => {
    if (hasClosedForm(settings, problem)) {
      losses[k] = exactLoss(settings, problem.m, row(k));
      options?.between?.();
    } else sampled.push({ index: k, theta: row(k) });
  });
  const measured = evaluateModels(problem, sampled, options);
  sampled.forEach(({ index }, at) => (losses[index] = measured[at]));
  return losses;
}

export interface PlacedModel {
  /** Which of the problem's models. */
  readonly index: number;
  /** [P] */
  readonly theta: Float32Array;
}

/**
 * The losses of some of a problem's models on the evaluation set, also where there is a closed form. Models with the
 * same task, such as a setting's starts, are measured on the same samples, drawn once for all of them.
 * @returns in the order of `models`
 */
export function evaluateModels(
  problem: Problem,
  models: readonly PlacedModel[],
  options?: EvaluationOptions,
): readonly number[] {
  const losses: number[] = [];
  const groups = new Map<string, number[]>();
  models.forEach(({ index }, at) => {
    const task = taskOf(problem.models[index]);
    groups.set(task, [...(groups.get(task) ?? []), at]);
  });
  for (const group of groups.values()) {
    const settings = problem.models[models[group[0]].index];
    const thetas = group.map((at) => models[at].theta);
    const measured = evaluateLosses(settings, problem.m, thetas, options);
    group.forEach((at, k) => (losses[at] = measured[k]));
  }
  return losses;
}

/** What the evaluation set and the weights of its losses depend on. */
function taskOf({ family, density, importance, sets, law }: ModelSettings): string {
  return JSON.stringify([family, density, importance, sets, law]);
}
