/** The fused WebGL implementation of the engine's kernels. */
import { getKernel, registerKernel } from '@tensorflow/tfjs-core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/base';
import { fromAttrs, TOY_MODEL_READ, TOY_MODEL_TRAIN, type StateInput } from '../kernel.ts';
import { readWebgl, trainWebgl } from './train.ts';

export { computed } from './fence.ts';
export { onContextLost } from './lost.ts';
export { drawsPerStep, supportsWebgl } from './shape.ts';
export { startWebgl } from './start.ts';

/** Once is enough, more does no harm. */
export function registerWebglKernel(): void {
  if (getKernel(TOY_MODEL_TRAIN, 'webgl')) return;
  registerKernel({
    kernelName: TOY_MODEL_TRAIN,
    backendName: 'webgl',
    kernelFunc: ({ inputs, backend, attrs }) =>
      trainWebgl(backend as MathBackendWebGL, (inputs as StateInput).state, fromAttrs(attrs)),
  });
  registerKernel({
    kernelName: TOY_MODEL_READ,
    backendName: 'webgl',
    kernelFunc: ({ inputs, backend, attrs }) =>
      readWebgl(backend as MathBackendWebGL, (inputs as StateInput).state, fromAttrs(attrs)),
  });
}
