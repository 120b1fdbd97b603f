/** The one start that is not random: a large network of absolute values that begins with some of them set by hand (E19). */
import { Run } from '../../src/models/engine/run.ts';
import { EVALUATION_COUNT } from '../../src/models/evaluation/counts.ts';
import { measureHere } from '../../src/models/engine/measure.ts';
import { initialState, parametersOf, type Parameters } from '../../src/models/layout.ts';
import { toProblem } from '../../src/models/parameters/to-problem.ts';
import { ENGINE, setting, type Setting } from './setting.ts';

export const RARE = 0.01;
/** The network, and the recipe that the hand-set start is trained by: of a density 1 − S. */
const tried = (density: number): Setting<'absolute'> =>
  setting('absolute', { n: 100, m: 40, p: [density], starts: 2, steps: 4000, lr: 0.003 });
/** What the hand-set start of the claim is compared with: the same network and recipe from random starts. */
export const TRIED = tried(RARE);

/** The first random start, with |x_i| = ReLU(x_i) + ReLU(−x_i) added for the m/2 most important features, trained. */
export async function trainHandSet(density: number): Promise<Parameters & { readonly loss: number }> {
  const { problem: all, recipe } = toProblem('absolute', tried(density).values);
  const problem = { ...all, models: all.models.slice(0, 1) };
  const state = initialState(problem);
  const { W, W2 = W } = parametersOf(problem, state.theta, 0);
  for (let k = 0; k < problem.m; k++) {
    const at = (k >> 1) * problem.m + k;
    W[at] += k & 1 ? -1 : 1;
    W2[at] += 1;
  }
  const run = await Run.start(problem, recipe, ENGINE, state);
  const { theta } = await run.advanceTo(
    recipe.steps,
    () => false,
    () => Promise.resolve(),
  );
  const [loss] = measureHere(problem, theta, EVALUATION_COUNT);
  run.dispose();
  return { ...parametersOf(problem, theta, 0), loss };
}
