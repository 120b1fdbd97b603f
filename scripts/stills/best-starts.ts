/** The best start of every density of an experiment, with a few digits of each number: what a still holds. */
import { groupsOf, startKey, type Start } from '../../src/article/figures/starts/groups.ts';
import type { StillStart } from '../../src/article/figures/neurons/still.ts';
import { trainInProcess } from '../../src/models/engine/in-process.ts';
import type { Experiment } from '../../src/models/parameters/experiment.ts';

/** A thousandth of full scale is less than a tone or a tenth of a pixel. */
const DECIMALS = 3;
/** Losses are printed. */
const LOSS_DIGITS = 4;

/** @returns one for each density, in the problem's order */
export async function bestStarts(experiment: Experiment): Promise<StillStart[]> {
  return (await allStarts(experiment)).map(([best]) => best);
}

/** @returns for each density, in the problem's order, all starts, the best first */
export async function allStarts({ problem, recipe }: Experiment): Promise<StillStart[][]> {
  const result = await trainInProcess(problem, recipe, { engine: 'wasm' });
  const trained = new Map(
    result.models.map(({ index, theta, loss }): [string, Start] => {
      const settings = problem.models[index];
      return [startKey(settings), { start: settings.start, loss, theta }];
    }),
  );
  return groupsOf(problem.models, trained).map(({ starts }) =>
    starts.map(({ start, loss, theta }) => ({
      start,
      loss: Number(loss.toPrecision(LOSS_DIGITS)),
      theta: Array.from(theta, (value) => Number(value.toFixed(DECIMALS)) + 0),
    })),
  );
}
