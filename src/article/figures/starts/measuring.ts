/**
 * The end of a run: its starts are measured on the evaluation set of every published number, so that the one that is
 * shown, and its loss, are those that the command line finds for the same link. First pictures do not wait for it.
 */
import type { TrainingPool } from '../../../models/engine/index.ts';
import { Evaluation } from '../../../models/engine/evaluation.ts';
import { EVALUATION_COUNT } from '../../../models/evaluation/counts.ts';
import type { ModelSettings, Problem } from '../../../models/problem.ts';
import { trainingPool } from '../../training.ts';
import type { Shelf } from './shelf.ts';

interface Options {
  /** Which of the trained models; the problem's by default. */
  readonly models?: readonly ModelSettings[];
  /** Who measures: the page's workers. */
  readonly pool?: TrainingPool;
}

/**
 * @param drew hears of each model whose starts are ranked anew
 * @returns null where all is measured
 */
export function measureStarts(
  problem: Problem,
  shelf: Shelf,
  drew: () => void,
  { models = problem.models, pool = trainingPool() }: Options = {},
): Evaluation | null {
  const groups = shelf.unmeasured(models);
  if (groups.length === 0) return null;
  const tasks = groups.map(({ settings, starts }) => ({ settings, thetas: starts.map(({ theta }) => theta) }));
  return new Evaluation(pool, problem, tasks, EVALUATION_COUNT, (k, losses) => {
    shelf.measured(groups[k], losses);
    drew();
  });
}
