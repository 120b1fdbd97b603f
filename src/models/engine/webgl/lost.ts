/** The end of a WebGL context: after it, reads never resolve and nothing throws. */
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/base';

/** Calls back when the backend's context is lost; returns what ends the listening. startWebgl makes a new context. */
export function onContextLost(backend: MathBackendWebGL, callback: () => void): () => void {
  const { canvas } = backend.getGPGPUContext().gl;
  const listener = (): void => callback();
  canvas.addEventListener('webglcontextlost', listener);
  return () => canvas.removeEventListener('webglcontextlost', listener);
}
