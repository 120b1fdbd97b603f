/** Models that were trained elsewhere, on their way into a figure. */
import type { FigureId, FigureValues } from '../../models/parameters/figures.ts';
import { formatCount } from '../../viz/format.ts';
import type { Notice } from '../figure/status.ts';
import { quote } from '../links/index.ts';
import type { ReadModel, ReadRun } from './read-run.ts';
import { RunFileError } from './strict-json.ts';

/** The file's settings with the engine that ran written down: its run goes on there. */
export function replayValues<F extends FigureId>({ values, engine }: ReadRun<F>): FigureValues<F> {
  return engine === 'reference' ? values : { ...values, engine };
}

/** The models whose run has ended. */
export const endedModels = ({ models, recipe }: ReadRun): readonly ReadModel[] =>
  models.filter(({ step }) => step === recipe.steps);

/**
 * The same, where nothing can be shown without them.
 * @throws RunFileError where there is none
 */
export function trainedModels(run: ReadRun): readonly ReadModel[] {
  const ended = endedModels(run);
  if (ended.length === 0)
    throw new RunFileError(`its run stopped at step ${formatCount(run.steps)}: nothing is trained`);
  return ended;
}

/** @param holds whether the file's settings are still those of the figure */
export const againNotice = (name: string, { steps }: ReadRun, holds: () => boolean): Notice => ({
  text: `The run in “${quote(name)}” stopped at step ${formatCount(steps)}: its models are trained here, from their seed.`,
  holds,
});

/**
 * @param holds whether the file's models are still on screen
 * @param again trains them here
 */
export const fileNotice = (name: string, holds: () => boolean, again: () => void): Notice => ({
  text: `These models come from a file, “${quote(name)}”.`,
  action: { label: 'Train them here', run: again },
  holds,
});
