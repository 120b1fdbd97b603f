/** Which of several starts of the same model is shown: the best, and among ties the one that makes the picture calm. */
import { parametersOf } from '../layout.ts';
import type { Problem } from '../problem.ts';
import { arrangementKey } from './arrangement.ts';

/** Starts whose loss is within this share of the best are equally good: training noise alone is some tenths of a percent. */
export const TIE = 0.005;

export interface RankedStart {
  /** Which model of the problem, 0 … models − 1. */
  readonly index: number;
  /** As it was given. */
  readonly loss: number;
}

export interface RankingOptions {
  /** Rows of the batch that are starts of one model (same data, importances and family); all of them by default. */
  readonly indices?: readonly number[];
  /** Share of the best loss within which starts are tied; 0 ranks by loss alone. */
  readonly tie?: number;
}

/**
 * All starts, best first. Those within `tie` of the lowest loss come first, in the order of their arrangement key (then
 * of their loss); the rest follow by loss. The order depends on the models alone, not on what was shown before.
 *
 * @param theta [models, P]
 * @param losses [models], finite, as measureModels gives them: a diverged model ends its batch (trainer.ts)
 */
export function rankStarts(
  problem: Problem,
  theta: Float32Array,
  losses: ArrayLike<number>,
  { indices = problem.models.map((_, k) => k), tie = TIE }: RankingOptions = {},
): RankedStart[] {
  if (indices.length === 0) return [];
  const { n, m } = problem;
  const { importance } = problem.models[indices[0]];
  const ranked = indices.map((index) => ({ index, loss: losses[index] })).sort(byLoss);
  const limit = ranked[0].loss * (1 + tie);
  const tied = ranked.filter(({ loss }) => loss <= limit);
  const keys = new Map(
    tied.map(({ index }) => [index, arrangementKey(parametersOf(problem, theta, index).W, n, m, importance)]),
  );
  const key = (start: RankedStart): string => keys.get(start.index) ?? '';
  tied.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : byLoss(a, b)));
  return [...tied, ...ranked.slice(tied.length)];
}

const byLoss = (a: RankedStart, b: RankedStart): number => a.loss - b.loss || a.index - b.index;

export interface TrainedStart extends RankedStart {
  /** [P]. */
  readonly theta: Float32Array;
}

/** rankStarts for the models of a finished training, in the problem's order. */
export function rankTrained(
  problem: Problem,
  models: readonly { readonly theta: Float32Array; readonly loss: number }[],
): TrainedStart[] {
  const theta = new Float32Array(models.flatMap((model) => [...model.theta]));
  const losses = models.map((model) => model.loss);
  return rankStarts(problem, theta, losses).map((start) => ({ ...start, theta: models[start.index].theta }));
}
