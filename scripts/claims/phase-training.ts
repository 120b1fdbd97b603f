/** What E6 and E7 train: one place of a phase diagram, by the figure's own recipe, and the link that opens it there. */
import { densityOf } from '../../src/models/parameters/density.ts';
import { phaseRecipe } from '../../src/models/phase/cell-models.ts';
import { settingsOf, type PhaseTask } from './phase-loss.ts';
import { linkTo, SEED, setting, type Setting } from './setting.ts';
import { lowest, trainAll, type TrainedStart } from './train.ts';

/** At each place. */
export const STARTS = 16;

const phaseSetting = ({ n, r, p, law = 'uniform' }: PhaseTask): Setting<'phase'> =>
  setting('phase', { n, m: n - 1, r, S: densityOf(p), law, starts: STARTS });

/** The best of the starts, at any place: a cell's centre is not the only one that can be trained. */
export async function trainedBest(task: PhaseTask): Promise<TrainedStart> {
  const models = Array.from({ length: STARTS }, (_, start) => settingsOf(task, SEED, start));
  const recipe = phaseRecipe(phaseSetting(task).values);
  return lowest(await trainAll({ n: task.n, m: task.n - 1, models }, recipe));
}

/** The figure with its cross-hair there. */
export const linkToPlace = (task: PhaseTask): string => linkTo(phaseSetting(task));

export const { steps: STEPS } = phaseSetting({ n: 2, r: 1, p: 0.5 }).values;
