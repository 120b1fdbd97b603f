/** ToyModelTrain on tfjs's cpu backend: the WebAssembly kernel, or the float64 reference where it cannot run. */
import { registerKernel, type KernelFunc } from '@tensorflow/tfjs-core';
// Importing it registers the backend.
import '#tfjs-cpu';
import type { MathBackendCPU } from '#tfjs-cpu';
import type { Problem, Recipe, State } from '../problem.ts';
import { fromAttrs, TOY_MODEL_TRAIN, type StateInput, type ToyModelTrainAttrs } from './kernel.ts';
import { trainReference } from './reference.ts';
import { loadWasmKernel, wasmSimdAvailable, type WasmKernel } from './wasm/index.ts';

let wasm: WasmKernel | undefined;
let registered = false;

export const wasmRuns = (problem: Problem, recipe: Recipe): boolean => wasm?.supports(problem, recipe) ?? false;

const toyModelTrain: KernelFunc = ({ inputs, backend, attrs }) => {
  const cpu = backend as MathBackendCPU;
  const { state: before } = inputs as StateInput;
  const { problem, recipe, from, steps } = fromAttrs<ToyModelTrainAttrs>(attrs);
  const values = cpu.data.get(before.dataId).values as Float32Array;
  const size = values.length / 3;
  const [theta, m1, m2] = [0, 1, 2].map((part) => values.subarray(part * size, (part + 1) * size));
  const state: State = { step: from, theta, m1, m2 };
  const next = wasm?.supports(problem, recipe)
    ? wasm.train(problem, recipe, state, steps)
    : trainReference(problem, recipe, state, steps);
  const after = new Float32Array(values.length);
  [next.theta, next.m1, next.m2].forEach((array, part) => after.set(array, part * size));
  return cpu.makeTensorInfo(before.shape, 'float32', after);
};

/** Loads the WebAssembly module, once, where it can run. */
export async function loadKernel(): Promise<void> {
  if (wasmSimdAvailable()) wasm ??= await loadWasmKernel();
}

/** Registers the kernel (importing the backend registers the backend itself) and loads the WebAssembly module. */
export async function registerCpuKernel(): Promise<void> {
  await loadKernel();
  if (!registered) registerKernel({ kernelName: TOY_MODEL_TRAIN, backendName: 'cpu', kernelFunc: toyModelTrain });
  registered = true;
}

/** The WebAssembly kernel; undefined until it is loaded, and where it cannot run. */
export const wasmKernel = (): WasmKernel | undefined => wasm;
