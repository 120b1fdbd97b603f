/** The whole of a run for claims about its course: all starts of a setting of figure `dynamics`, frame by frame. */
import { runInProcess } from '../../src/models/engine/in-process.ts';
import { parameterCount } from '../../src/models/layout.ts';
import { dynamicsExperiment } from '../../src/models/parameters/geometry-problem.ts';
import type { Recording } from '../../src/models/recording/recording.ts';
import { ENGINE, type Setting } from './setting.ts';

const known = new Map<string, Promise<readonly Recording[]>>();

/**
 * One recording for each start.
 * @param every a frame each so many steps, the first and the last included
 * @throws Error when training fails
 */
export function recordedRuns({ values }: Setting<'dynamics'>, every: number): Promise<readonly Recording[]> {
  const key = JSON.stringify([values, every]);
  const runs = known.get(key) ?? record(values, every);
  known.set(key, runs);
  return runs;
}

async function record(values: Setting<'dynamics'>['values'], every: number): Promise<Recording[]> {
  const { problem, recipe } = dynamicsExperiment(values);
  const { n, m } = problem;
  const { steps } = recipe;
  const P = parameterCount(problem);
  const runs = problem.models.map(() => ({ n, m, steps, frames: [] as Recording['frames'][number][] }));
  const announce = Array.from({ length: Math.ceil(steps / every) }, (_, k) => k * every);
  // Losses are not what these claims are about.
  const { models } = await runInProcess(
    { problem, recipe, engine: ENGINE, until: steps, announce, evaluationSamples: 1 },
    ({ step, theta, losses }) =>
      runs.forEach(({ frames }, k) => frames.push({ step, theta: theta.slice(k * P, (k + 1) * P), loss: losses[k] })),
  );
  for (const { index, theta, loss } of models) runs[index].frames.push({ step: steps, theta, loss });
  return runs;
}
