/** The compiled kernel behind typed functions. Works wherever WebAssembly does: page, worker, Node. */
import { parameterCount } from '../../layout.ts';
import type { ModelSettings, Problem, Recipe, State } from '../../problem.ts';
import { checkExactGradient, takesGradient } from '../quadrature.ts';
import type { KernelExports } from './exports.ts';
import { KERNEL_BASE64 } from './kernel.generated.ts';
import { evaluateLoss } from './loss.ts';
import { placeArrays, readState, STEPS_PER_CALL, trainingArrays, writeJob, writeProblem } from './memory.ts';
import { prepare, type Method } from './prepared.ts';

export interface WasmKernel {
  /** n ≤ 1024, m ≤ 512; the exact gradient where there is one (quadrature.ts). */
  supports(problem: Problem, recipe: Pick<Recipe, 'gradient' | 'dropout'>): boolean;
  /**
   * `steps` ≥ 0 steps of every model from a state; a new state, the old one untouched. The same bits on every machine,
   * however a run is cut up and whatever other models are in the batch.
   *
   * @param method for tests and timings: another path than paths.ts names, or the shared stream
   * @throws RangeError for a problem that is not supported, an exact gradient of too many features, a batch that is not a positive multiple of 4 (< 2²⁴), or a
   * state of another shape
   */
  train(problem: Problem, recipe: Recipe, state: State, steps: number, method?: Method): State;
  /**
   * Mean loss per sample, importance-weighted and summed over features.
   *
   * @param theta one model's parameters, [P]
   * @param x the samples, [count, n], count ≥ 1
   */
  meanLoss(settings: ModelSettings, m: number, theta: Float32Array, x: Float32Array): number;
  /** Size of its memory: grows with the largest shape so far, never with the number of calls or steps. */
  bytes(): number;
}

/** Compiles and instantiates the kernel (milliseconds). Each call makes one with a memory of its own. */
export async function loadWasmKernel(): Promise<WasmKernel> {
  const bytes = Uint8Array.from(atob(KERNEL_BASE64), (character) => character.charCodeAt(0));
  const { instance } = await WebAssembly.instantiate(bytes);
  const kernel = instance.exports as unknown as KernelExports;
  return {
    supports: supportedByWasm,
    train: (problem, recipe, state, steps, method = NO_METHOD) => train(kernel, problem, recipe, state, steps, method),
    meanLoss: (settings, m, theta, x) => evaluateLoss(kernel, settings, m, theta, x),
    bytes: () => kernel.memory.buffer.byteLength,
  };
}

const MAX_N = 1024;
const MAX_M = 512;

function supportedByWasm(problem: Problem, recipe: Pick<Recipe, 'gradient' | 'dropout'>): boolean {
  const { n, m } = problem;
  return n >= 1 && n <= MAX_N && m >= 1 && m <= MAX_M && takesGradient(problem, recipe);
}

/** One object, so that calls without a method are known to be alike. */
const NO_METHOD: Method = {};

function train(
  kernel: KernelExports,
  problem: Problem,
  recipe: Recipe,
  state: State,
  steps: number,
  method: Method,
): State {
  check(problem, recipe, state);
  const prepared = prepare(problem, recipe, method);
  const arrays = trainingArrays(problem, prepared);
  const base = kernel.reserve(placeArrays(0, arrays).end);
  const { at } = placeArrays(base, arrays);
  const memory = kernel.memory.buffer;
  writeProblem(memory, at, problem, prepared, state);
  const end = state.step + steps;
  for (let from = state.step; from < end; from += STEPS_PER_CALL) {
    writeJob(memory, at, problem, recipe, from, Math.min(STEPS_PER_CALL, end - from));
    kernel.train(at.job);
  }
  return readState(memory, at, problem, end);
}

function check(problem: Problem, recipe: Recipe, state: State): void {
  const { batch } = recipe;
  checkExactGradient(problem, recipe);
  if (!supportedByWasm(problem, recipe)) {
    throw new RangeError('The WebAssembly kernel does not train this family or size.');
  }
  if (batch % 4 !== 0 || batch <= 0 || batch >= 2 ** 24) {
    throw new RangeError(`A batch is a positive multiple of 4, not ${batch}.`);
  }
  const expected = problem.models.length * parameterCount(problem);
  if (state.theta.length !== expected || state.m1.length !== expected || state.m2.length !== expected) {
    throw new RangeError(`The state holds ${state.theta.length} parameters, the problem has ${expected}.`);
  }
}
