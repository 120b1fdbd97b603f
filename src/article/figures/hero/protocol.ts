/** How the hero's models are trained and looked at while they train. */
import type { TrainJob } from '../../../models/engine/job.ts';
import type { FigureValues } from '../../../models/parameters/figures.ts';
import { heroExperiment } from '../../../models/parameters/storage-problem.ts';
import { HOLD_SHARE } from '../../../models/recipe.ts';

/**
 * The first picture is the run itself at this step: close to where it ends (measured: the same arrangement wins), and
 * reached some 20 ms after a slider moves.
 */
export const PREVIEW_STEP = 300;

/** Steps `perDecade` times a decade, from one power of ten to another. */
const decades = (from: number, to: number, perDecade: number): number[] =>
  Array.from({ length: (to - from) * perDecade }, (_, k) => Math.round(10 ** (from + k / perDecade)));

/**
 * Steps at which the loss curve is read: before the first, then four a decade where the curve is smooth and the first
 * picture is waited for, and eight from 100 on.
 */
export const ANNOUNCED: readonly number[] = [
  ...new Set([0, ...decades(0, 2, 4), ...decades(2, 5, 8), PREVIEW_STEP]),
].sort((a, b) => a - b);

/** The dial's pictures are looked at here: where the rate begins to fall, after every geometry has formed. */
export const dialStep = (steps: number): number => Math.round(HOLD_SHARE * steps);

/** Samples that losses are measured on where no closed form gives them. */
export const EVALUATION_SAMPLES = 1 << 16;

/** The whole run of every start. */
export function heroJob(values: FigureValues<'hero'>): TrainJob {
  const { problem, recipe } = heroExperiment(values);
  const { engine } = values;
  return { problem, recipe, engine, until: recipe.steps, announce: ANNOUNCED, evaluationSamples: EVALUATION_SAMPLES };
}
