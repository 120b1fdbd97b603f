/** ToyModelTrain on tfjs's cpu backend: the WebAssembly kernel, or the float64 reference where it cannot run. */
import { registerKernel, type KernelFunc, type TensorInfo } from '@tensorflow/tfjs-core';
// Importing it registers the backend.
import '#tfjs-cpu';
import type { MathBackendCPU } from '#tfjs-cpu';
import type { Problem, Recipe, State } from '../problem.ts';
import { fromAttrs, TOY_MODEL_TRAIN, type ToyModelTrainInputs } from './kernel.ts';
import { trainReference } from './reference.ts';
import { loadWasmKernel, wasmSimdAvailable, type WasmKernel } from './wasm/index.ts';

let wasm: WasmKernel | undefined;
let registered = false;

export const wasmRuns = (problem: Problem, recipe: Recipe): boolean => wasm?.supports(problem, recipe) ?? false;

const toyModelTrain: KernelFunc = ({ inputs, backend, attrs }) => {
  const cpu = backend as MathBackendCPU;
  const { theta, m1, m2 } = inputs as ToyModelTrainInputs;
  const { problem, recipe, from, steps } = fromAttrs(attrs);
  const values = (tensor: TensorInfo): Float32Array => cpu.data.get(tensor.dataId).values as Float32Array;
  const state: State = { step: from, theta: values(theta), m1: values(m1), m2: values(m2) };
  const next = wasm?.supports(problem, recipe)
    ? wasm.train(problem, recipe, state, steps)
    : trainReference(problem, recipe, state, steps);
  return [next.theta, next.m1, next.m2].map((array) => cpu.makeTensorInfo(theta.shape, 'float32', array));
};

/** Registers the kernel (importing the backend registers the backend itself) and loads the WebAssembly module. */
export async function registerCpuKernel(): Promise<void> {
  if (wasmSimdAvailable()) wasm ??= await loadWasmKernel();
  if (!registered) registerKernel({ kernelName: TOY_MODEL_TRAIN, backendName: 'cpu', kernelFunc: toyModelTrain });
  registered = true;
}

/** The WebAssembly kernel; undefined until it is loaded, and where it cannot run. */
export const wasmKernel = (): WasmKernel | undefined => wasm;
