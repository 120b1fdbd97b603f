/** tfjs op by op, in a worker: what anyone gets who writes the training step with tfjs. */
import {
  cast,
  env,
  getBackend,
  less,
  mul,
  randomUniform,
  ready,
  setBackend,
  tensor3d,
  tidy,
  type Tensor3D,
} from '@tensorflow/tfjs';
import { getThreadsCount, setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threaded from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import type { Problem, Recipe } from '../../../src/models/problem.ts';
import { OpByOp, type Samples } from '../../../tests/support/tfjs-op-by-op.ts';
import type { Stepper } from './stepper.ts';

export async function openOpByOp(
  engine: 'tfjs-webgl' | 'tfjs-wasm',
  problem: Problem,
  recipe: Recipe,
): Promise<Stepper> {
  const about = engine === 'tfjs-webgl' ? await startWebgl() : await startWasm();
  const training = new OpByOp(problem, recipe, drawnSamples(problem, recipe));
  return {
    about,
    async run(steps) {
      for (let step = 0; step < steps; step++) training.step();
      await training.read();
    },
  };
}

/** Samples from tfjs's own generator, two random tensors a step. */
function drawnSamples({ n, models }: Problem, { batch }: Recipe): Samples {
  const shape: [number, number, number] = [models.length, batch, n];
  const density = tensor3d(
    models.flatMap((model) => [...model.density]),
    [models.length, 1, n],
  );
  return () => tidy(() => mul<Tensor3D>(randomUniform(shape), cast(less(randomUniform(shape), density), 'float32')));
}

async function startWebgl(): Promise<Stepper['about']> {
  env().set('SOFTWARE_WEBGL_ENABLED', true);
  await use('webgl');
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  const info = gl?.getExtension('WEBGL_debug_renderer_info');
  return { renderer: String(gl && info ? gl.getParameter(info.UNMASKED_RENDERER_WEBGL) : 'unknown') };
}

async function startWasm(): Promise<Stepper['about']> {
  setWasmPaths({
    'tfjs-backend-wasm.wasm': plain,
    'tfjs-backend-wasm-simd.wasm': simd,
    'tfjs-backend-wasm-threaded-simd.wasm': threaded,
  });
  // Asked for; tfjs grants itself half the cores at most.
  setThreadsCount(navigator.hardwareConcurrency);
  await use('wasm');
  const parallel = await env().getAsync('WASM_HAS_MULTITHREAD_SUPPORT');
  return { threads: parallel ? getThreadsCount() : 1 };
}

async function use(backend: string): Promise<void> {
  const ok = await setBackend(backend);
  await ready();
  if (!ok || getBackend() !== backend) throw new Error(`tfjs could not start its ${backend} backend`);
}
