/** Runs one TrainJob from the seed. */
import { MOMENT_COUNT } from '../evaluation/counts.ts';
import { hasClosedForm } from '../evaluation/measure.ts';
import { parameterCount } from '../layout.ts';
import type { Problem, State } from '../problem.ts';
import { breathe } from './clock.ts';
import type { Progress, TrainedModel, TrainJob, TrainResult } from './job.ts';
import { measureHere } from './measure.ts';
import { Run } from './run.ts';

export interface TrainHooks {
  /** Asked between chunks, also of samples that the models are measured on; those are measured to the end. */
  readonly cancelled: () => boolean;
  /** Told at the steps of job.announce that come before the end. */
  readonly progress?: (progress: Progress) => void;
}

/**
 * @returns null when it was cancelled
 * @throws DivergedError when the weights stop being finite
 */
export async function runTrainJob(job: TrainJob, hooks: TrainHooks): Promise<TrainResult | null> {
  const { problem, recipe } = job;
  const run = await Run.start(problem, recipe, job.engine);
  try {
    const end = Math.min(job.until, recipe.steps);
    const announced = [...new Set(job.announce)].filter((step) => step < end).sort((x, y) => x - y);
    for (const stop of [...announced, end]) {
      const state = await run.advanceTo(stop, hooks.cancelled, breathe);
      if (hooks.cancelled()) return null;
      if (stop < end) hooks.progress?.(progressOf(job, state, hooks.cancelled));
    }
    const losses = measureHere(problem, run.state.theta, job.evaluationSamples, hooks.cancelled);
    const { theta, m1, m2 } = run.state;
    const models = problem.models.map((settings, k): TrainedModel => {
      const [own, first, second] = [theta, m1, m2].map((array) => rowOf(problem, array, k));
      return { index: k, theta: own, m1: first, m2: second, loss: losses[k], exact: hasClosedForm(settings, problem) };
    });
    const { engine, path, seconds, notices } = run;
    return { engine, path, seconds, steps: end, models, notices: [...notices] };
  } finally {
    run.dispose();
  }
}

/** A copy of model k's row of a [models, P] array. */
function rowOf(problem: Problem, array: Float32Array, k: number): Float32Array {
  const P = parameterCount(problem);
  return array.slice(k * P, (k + 1) * P);
}

function progressOf({ problem }: TrainJob, { step, theta }: State, between: () => void): Progress {
  return { step, theta: theta.slice(), losses: measureHere(problem, theta, MOMENT_COUNT, between) };
}
