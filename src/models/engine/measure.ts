/** Losses with the forward pass of the WebAssembly kernel, whatever trained; float64 where it cannot run. */
import { evaluatingLosses, type EvaluationOptions } from '../evaluation/loss.ts';
import { measureModels } from '../evaluation/measure.ts';
import type { Problem } from '../problem.ts';
import { breathe, now } from './clock.ts';
import { loadKernel, wasmKernel } from './cpu.ts';
import type { EvaluateJob } from './job.ts';

/** Its forward pass takes what it can train on samples, whatever these models were trained on. */
function forwardPass(problem: Problem): Pick<EvaluationOptions, 'meanLoss'> {
  const kernel = wasmKernel();
  return kernel?.supports(problem, {}) ? { meanLoss: kernel.meanLoss.bind(kernel) } : {};
}

/**
 * @param theta [models, P]
 * @param count size of the evaluation set where there is no exact loss
 * @param between see EvaluationOptions
 */
export function measureHere(problem: Problem, theta: Float32Array, count: number, between?: () => void): number[] {
  return measureModels(problem, theta, { count, between, ...forwardPass(problem) });
}

/** Messages are let in after so many milliseconds: a measurement of seconds can be ended at once. */
const PIECE_MS = 10;

/** @returns one loss a model; null when it was cancelled */
export async function runEvaluateJob(
  { settings, m, hiddenBias = false, thetas, samples }: EvaluateJob,
  cancelled: () => boolean,
): Promise<Float64Array | null> {
  await loadKernel();
  const problem = { n: settings.density.length, m, models: [settings], hiddenBias };
  const pieces = evaluatingLosses(settings, m, thetas, { count: samples, ...forwardPass(problem) });
  let began = now();
  for (let piece = pieces.next(); ; piece = pieces.next()) {
    if (piece.done) return piece.value;
    if (now() - began < PIECE_MS) continue;
    await breathe();
    if (cancelled()) return null;
    began = now();
  }
}
