/** The still of figure `basic`: the best start of every model at the default setting, trained and ranked as in the page. */
import { groupsOf, problemOf, startKey, type Start } from '../../src/article/figures/basic/groups.ts';
import { EVALUATION_SAMPLES } from '../../src/article/figures/basic/protocol.ts';
import type { BasicStill } from '../../src/article/figures/basic/still.ts';
import { runInProcess } from '../../src/models/engine/in-process.ts';
import { figureDefaults } from '../../src/models/parameters/figures.ts';
import { toProblem } from '../../src/models/parameters/to-problem.ts';

/** A thousandth of full scale is less than a tone or a tenth of a pixel. */
const DECIMALS = 3;
/** Losses are printed. */
const LOSS_DIGITS = 4;

export async function basicStill(): Promise<BasicStill> {
  const values = figureDefaults('basic');
  const { recipe } = toProblem('basic', values);
  const problem = problemOf(values);
  const result = await runInProcess({
    problem,
    recipe,
    engine: 'wasm',
    until: recipe.steps,
    announce: [],
    evaluationSamples: EVALUATION_SAMPLES,
  });
  const trained = new Map(
    result.models.map(({ index, theta, loss }): [string, Start] => {
      const settings = problem.models[index];
      return [startKey(settings), { start: settings.start, loss, theta }];
    }),
  );
  const models = groupsOf(problem, problem.models, trained).map(({ starts: [{ start, loss, theta }] }) => ({
    start,
    loss: Number(loss.toPrecision(LOSS_DIGITS)),
    theta: Array.from(theta, (value) => Number(value.toFixed(DECIMALS)) + 0),
  }));
  return { command: 'npm run stills', models };
}
