/** Waiting for the GPU without holding up the thread. */
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/base';

/**
 * Asked by a timer, seldom: asking in every turn of the event loop takes a core from software GL (half its speed,
 * measured), and browsers round shorter timers up to this anyway.
 */
const POLL_MS = 4;

/** Resolves when the GPU has computed all that it was asked so far, or never will, its context being lost. */
export async function computed(backend: MathBackendWebGL): Promise<void> {
  const gl = backend.getGPGPUContext().gl as WebGL2RenderingContext;
  const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  gl.flush();
  if (!fence) return;
  while (!gl.isContextLost() && gl.clientWaitSync(fence, 0, 0) === gl.TIMEOUT_EXPIRED) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  gl.deleteSync(fence);
}
