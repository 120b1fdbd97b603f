/** The hero's still: its best start, the loss along the run, and the dial's pictures, at the default setting. */
import { ANNOUNCED, dialStep } from '../../src/article/figures/hero/protocol.ts';
import { STOPS } from '../../src/article/figures/hero/stops.ts';
import { rankTrained } from '../../src/models/evaluation/best.ts';
import { runInProcess } from '../../src/models/engine/in-process.ts';
import type { Progress } from '../../src/models/engine/job.ts';
import { figureDefaults } from '../../src/models/parameters/figures.ts';
import { toProblem } from '../../src/models/parameters/to-problem.ts';

/** Enough digits to draw: a still is looked at, and trained anew before anything is computed from it. */
const DIGITS = 5;
const short = (value: number): number => Number(value.toPrecision(DIGITS));
const floats = (array: Float32Array): number[] => Array.from(array, short);

export async function heroStill(): Promise<unknown> {
  const values = figureDefaults('hero');
  const { problem, recipe } = toProblem('hero', values);
  const seen: Progress[] = [];
  const result = await runInProcess(
    { problem, recipe, engine: 'wasm', until: recipe.steps, announce: ANNOUNCED, evaluationSamples: 1 },
    (progress) => seen.push(progress),
  );
  const losses = result.models.map((model) => model.loss);
  const [{ index, loss, theta }] = rankTrained(problem, result.models);
  const best = { start: index, loss: short(loss), theta: floats(theta) };
  const moments = [...seen, { step: result.steps, losses }];
  const curve = moments.map((at) => ({ step: at.step, loss: short(at.losses[index]) }));
  const dial = [];
  for (const S of STOPS) dial.push(await dialPicture({ ...values, S }));
  return { command: 'npm run stills', best, curve, dial };
}

async function dialPicture(values: ReturnType<typeof figureDefaults<'hero'>>): Promise<unknown> {
  const { problem, recipe } = toProblem('hero', values);
  const until = dialStep(recipe.steps);
  const result = await runInProcess({ problem, recipe, engine: 'wasm', until, announce: [], evaluationSamples: 1 });
  const [best] = rankTrained(problem, result.models);
  return { step: until, loss: short(best.loss), theta: floats(best.theta) };
}
