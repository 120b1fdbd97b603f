/** measureModels with the forward pass of the WebAssembly kernel, whatever trained; float64 where it cannot run. */
import { measureModels } from '../evaluation/measure.ts';
import type { Problem } from '../problem.ts';
import { wasmKernel } from './cpu.ts';

/**
 * @param theta [models, P]
 * @param count size of the evaluation set where there is no exact loss
 * @param between see EvaluationOptions
 */
export function measureHere(problem: Problem, theta: Float32Array, count: number, between?: () => void): number[] {
  const kernel = wasmKernel();
  // Its forward pass takes what it can train on samples, whatever these models were trained on.
  return measureModels(problem, theta, {
    count,
    between,
    ...(kernel?.supports(problem, {}) ? { meanLoss: kernel.meanLoss.bind(kernel) } : {}),
  });
}
