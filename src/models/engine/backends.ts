/** Brings up one tfjs backend with its implementation of ToyModelTrain, once. */
import { getBackend, ready, setBackend } from '@tensorflow/tfjs-core';
import type { Problem, Recipe } from '../problem.ts';
import { loadKernel, registerCpuKernel, wasmRuns } from './cpu.ts';
import type { EngineName } from './choice.ts';

/** The tfjs backend that carries an engine: WebAssembly and the reference are kernels of the `cpu` backend. */
const BACKEND: Record<EngineName, string> = { webgl: 'webgl', wasm: 'cpu', reference: 'cpu' };

const started = new Map<string, Promise<void>>();

/** Who wants to know that the WebGL context is gone. */
const waiting = new Set<() => void>();
/** Whether it is: asked of the context itself, because the event comes later than the first garbage. */
let contextLost = (): boolean => false;
/** When all that the GPU was asked so far is computed. */
let webglComputed = (): Promise<void> => Promise.resolve();

async function start(backend: string): Promise<void> {
  if (backend === 'cpu') {
    await registerCpuKernel();
    return;
  }
  // What the GPU trains is measured here (measure.ts): a kernel that does not load is not missed by what it trains.
  await loadKernel().catch(() => {});
  // Loaded only where it is asked for: a reader whose device is served by WebAssembly never downloads it.
  const webgl = await import('./webgl/index.ts');
  const gpu = await webgl.startWebgl();
  webgl.registerWebglKernel();
  contextLost = () => gpu.getGPGPUContext().gl.isContextLost();
  webglComputed = () => webgl.computed(gpu);
  webgl.onContextLost(gpu, () => {
    for (const tell of [...waiting]) tell();
  });
}

/** Calls back when an engine's device is lost, at once if it is already; returns what ends the waiting. */
export function onDeviceLost(name: EngineName, tell: () => void): () => void {
  if (name !== 'webgl') return () => {};
  if (contextLost()) tell();
  waiting.add(tell);
  return () => waiting.delete(tell);
}

export const isDeviceLost = (name: EngineName): boolean => name === 'webgl' && contextLost();

/** Resolves when an engine has computed all that it was asked so far: at once but for a GPU, or when that is lost. */
export const computed = (name: EngineName): Promise<void> => (name === 'webgl' ? webglComputed() : Promise.resolve());

/** A failed start is forgotten, so that a later call may succeed (a GPU can come back). */
function startOnce(backend: string): Promise<void> {
  let starting = started.get(backend);
  if (!starting) {
    starting = start(backend);
    starting.catch(() => started.delete(backend));
    started.set(backend, starting);
  }
  return starting;
}

/** Forgets that a backend was started: after a lost context the next use makes a new one. */
export function dropBackend(name: EngineName): void {
  started.delete(BACKEND[name]);
}

/**
 * Makes an engine the current one.
 * @throws Error with a one-line reason when it cannot run here, or cannot run this problem
 */
export async function useEngine(name: EngineName, problem: Problem): Promise<void> {
  const backend = BACKEND[name];
  await startOnce(backend);
  if (name === 'webgl') {
    const { supportsWebgl } = await import('./webgl/index.ts');
    if (!supportsWebgl(problem)) throw new Error('the WebGL kernel does not cover this batch of models');
  }
  if (getBackend() !== backend) {
    const ok = await setBackend(backend);
    await ready();
    // setBackend can answer true and fall back silently (Safari's workers): ask what runs.
    if (!ok || getBackend() !== backend) throw new Error(`tfjs could not start its ${backend} backend`);
  }
}

/** What the cpu backend would run for a problem: WebAssembly where it exists and covers it, else the reference. */
export function cpuEngineFor(problem: Problem, recipe: Recipe): EngineName {
  return wasmRuns(problem, recipe) ? 'wasm' : 'reference';
}
