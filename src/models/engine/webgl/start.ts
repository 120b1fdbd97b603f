/** tfjs's WebGL backend, started and proven, or a reason why not. */
import {
  backend,
  env,
  findBackend,
  getBackend,
  registerBackend,
  removeBackend,
  setBackend,
} from '@tensorflow/tfjs-core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/base';
import { program } from './program.ts';

/** 1 + 2⁻²³ needs all of float32's digits; 10⁻³⁰, the size of a quiet feature's second moment, its exponents. */
const PROBE = [1 + 2 ** -23, 1e-30, 16777215, -3.4e38].map(Math.fround);

/**
 * Makes 'webgl' the current backend of tfjs, in a page or a module worker; after a lost context, a fresh one.
 * Software GL is let in: the choice of engine is by timing, not by name.
 *
 * @throws Error with a one-line reason: no WebGL 2 here, or no float32 render targets.
 */
export async function startWebgl(): Promise<MathBackendWebGL> {
  probeContext();
  // Importing dist/base registers the backend, and none of tfjs's own kernels.
  const { MathBackendWebGL } = await import('@tensorflow/tfjs-backend-webgl/dist/base');
  env().set('SOFTWARE_WEBGL_ENABLED', true);
  if (isLost(findBackend('webgl'), MathBackendWebGL)) {
    removeBackend('webgl');
    registerBackend('webgl', () => new MathBackendWebGL(), 2);
  }
  const started = await setBackend('webgl');
  if (!started || getBackend() !== 'webgl') throw new Error('the WebGL backend did not start');
  if (env().getNumber('WEBGL_VERSION') !== 2) throw new Error('this browser has WebGL 1 only');
  const webgl = backend();
  if (!(webgl instanceof MathBackendWebGL)) throw new Error('another backend is registered as webgl');
  await probeFloat32(webgl);
  return webgl;
}

const isLost = (found: unknown, Backend: typeof MathBackendWebGL): boolean =>
  found instanceof Backend && found.getGPGPUContext().gl.isContextLost();

/** A worker without OffscreenCanvas contexts (Safari 17, WebKitGTK) would make tfjs fall back to cpu without a word. */
function probeContext(): void {
  const canvas = typeof OffscreenCanvas === 'undefined' ? pageCanvas() : new OffscreenCanvas(1, 1);
  const context = canvas?.getContext('webgl2') as WebGL2RenderingContext | null | undefined;
  if (!context) throw new Error('no WebGL 2 context here');
  const colorBuffer = context.getExtension('EXT_color_buffer_float');
  context.getExtension('WEBGL_lose_context')?.loseContext();
  if (!colorBuffer) throw new Error('this GPU cannot render to float textures');
}

const pageCanvas = (): HTMLCanvasElement | undefined =>
  typeof document === 'undefined' ? undefined : document.createElement('canvas');

/** With half floats Adam's second moment underflows, so float32 is drawn and read back, digit by digit. */
async function probeFloat32(webgl: MathBackendWebGL): Promise<void> {
  const copy = program({
    name: 'probe',
    inputs: [],
    output: { width: 1, height: 1 },
    uniforms: [{ name: 'value', type: 'vec4' }],
    code: ['void main() { setOutput(value); }'],
  });
  const drawn = webgl.compileAndRun(copy, [], 'float32', [PROBE], true);
  const read = (await webgl.read(drawn.dataId)) as Float32Array;
  webgl.disposeIntermediateTensorInfo(drawn);
  if (PROBE.some((value, i) => value !== read[i])) throw new Error('this GPU renders floats with less than 32 bits');
}
