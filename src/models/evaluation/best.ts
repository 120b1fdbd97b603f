/** Which of several starts of the same model is shown: the best, and among ties the one that makes the picture calm. */
import { parametersOf, parameterCount } from '../layout.ts';
import type { Problem } from '../problem.ts';
import { exactLoss, hasExactLoss } from '../theory/exact-loss.ts';
import { arrangementKey } from './arrangement.ts';
import { evaluateLosses, type EvaluationOptions } from './loss.ts';

/** Up to this n the exact loss of a ReLU output decides; beyond, its sum over 3ⁿ corners soon costs more than sampling. */
export const EXACT_RANKING = 5;
/** Starts whose loss is within this share of the best are equally good: training noise alone is some tenths of a percent. */
export const TIE = 0.005;

export interface RankedStart {
  /** Which model of the problem, 0 … models − 1. */
  readonly index: number;
  /** Per sample, summed over features: exact, or on the evaluation set. */
  readonly loss: number;
}

export interface RankingOptions extends EvaluationOptions {
  /** Rows of the batch that are starts of one model (same data, importances and family); all of them by default. */
  readonly indices?: readonly number[];
  /** [models], where they are known already; indexed like the problem's models. */
  readonly losses?: ArrayLike<number>;
  /** Share of the best loss within which starts are tied; 0 ranks by loss alone. */
  readonly tie?: number;
}

/**
 * All starts, best first. Those within `tie` of the lowest loss come first, in the order of their arrangement key (then
 * of their loss); the rest follow by loss. The order depends on the models alone, not on what was shown before.
 *
 * @param theta [models, P]
 */
export function rankStarts(problem: Problem, theta: Float32Array, options: RankingOptions = {}): RankedStart[] {
  const { indices = problem.models.map((_, k) => k), tie = TIE, losses: known } = options;
  if (indices.length === 0) return [];
  const { n, m } = problem;
  const { importance } = problem.models[indices[0]];
  const losses = known ? indices.map((k) => known[k]) : measure(problem, theta, indices, options);
  const ranked = indices.map((index, at) => ({ index, loss: losses[at] })).sort(byLoss);
  const limit = ranked[0].loss * (1 + tie);
  const tied = ranked.filter(({ loss }) => loss <= limit);
  const keys = new Map(
    tied.map(({ index }) => [index, arrangementKey(parametersOf(problem, theta, index).W, n, m, importance)]),
  );
  const key = (start: RankedStart): string => keys.get(start.index) ?? '';
  tied.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : byLoss(a, b)));
  return [...tied, ...ranked.slice(tied.length)];
}

function measure(
  problem: Problem,
  theta: Float32Array,
  indices: readonly number[],
  options: EvaluationOptions,
): ArrayLike<number> {
  const settings = problem.models[indices[0]];
  const P = parameterCount(problem);
  const thetas = indices.map((k) => theta.subarray(k * P, (k + 1) * P));
  const exact = hasExactLoss(settings) && (settings.family === 'linear' || problem.n <= EXACT_RANKING);
  return exact
    ? thetas.map((parameters) => exactLoss(settings, problem.m, parameters))
    : evaluateLosses(settings, problem.m, thetas, options);
}

/** A diverged start (NaN) comes last. */
function byLoss(a: RankedStart, b: RankedStart): number {
  if (Number.isNaN(a.loss) || Number.isNaN(b.loss)) return Number(Number.isNaN(a.loss)) - Number(Number.isNaN(b.loss));
  return a.loss - b.loss || a.index - b.index;
}
