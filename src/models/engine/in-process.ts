/** Training without a worker, for the command line and the tests. */
import { env } from '@tensorflow/tfjs-core';
import { EVALUATION_COUNT } from '../evaluation/counts.ts';
import type { Problem, Recipe } from '../problem.ts';
import type { EngineChoice } from './choice.ts';
import type { Progress, TrainJob, TrainResult } from './job.ts';
import { runTrainJob } from './train-job.ts';

// tfjs greets Node users on the console; the command line prints one JSON object and nothing else.
env().set('IS_TEST', true);

/**
 * Runs a job in this thread.
 * @throws Error with a one-line reason when the engine cannot start or the run diverges
 */
export async function runInProcess(job: TrainJob, progress?: (progress: Progress) => void): Promise<TrainResult> {
  const result = await runTrainJob(job, { cancelled: () => false, ...(progress ? { progress } : {}) });
  if (!result) throw new Error('the run was cancelled');
  return result;
}

/** A whole recipe, measured for publication. Throws as runInProcess does. */
export function trainInProcess(
  problem: Problem,
  recipe: Recipe,
  { engine }: { engine: EngineChoice },
): Promise<TrainResult> {
  const until = recipe.steps;
  return runInProcess({ problem, recipe, engine, until, announce: [], evaluationSamples: EVALUATION_COUNT });
}
