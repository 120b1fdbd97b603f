/** Where the WebGL engine runs, and what happens when its context goes away. */
import { getBackend } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { trainReference } from '../../src/models/engine/reference.ts';
import { onContextLost, registerWebglKernel, startWebgl } from '../../src/models/engine/webgl/index.ts';
import { initialState } from '../../src/models/layout.ts';
import { distance, RECIPE, relu, train } from './webgl-run.ts';

const problem = relu(5, 2);
const start = initialState(problem);
const wanted = trainReference(problem, RECIPE, start, 20).theta;

it('trains in a module worker like the reference', async () => {
  const worker = new Worker(new URL('./webgl-worker.ts', import.meta.url), { type: 'module' });
  const theta = await new Promise<Float32Array>((resolve, reject) => {
    worker.addEventListener('message', ({ data }) => resolve(data as Float32Array));
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
  });
  worker.terminate();
  expect(distance(theta, wanted)).toBeLessThan(1e-5);
});

it('tells of a lost context once, starts again and trains the same bits', async () => {
  const backend = await startWebgl();
  registerWebglKernel();
  const before = await train(problem, RECIPE, start, 20);

  let unheard = true;
  onContextLost(backend, () => (unheard = false))();
  const lost = new Promise<void>((resolve) => onContextLost(backend, resolve));
  backend.getGPGPUContext().gl.getExtension('WEBGL_lose_context')?.loseContext();
  await lost;
  expect(unheard).toBe(true);

  expect(await startWebgl()).not.toBe(backend);
  expect(getBackend()).toBe('webgl');
  expect(await train(problem, RECIPE, start, 20)).toEqual(before);
});

it('keeps the backend while its context lives', async () => {
  expect(await startWebgl()).toBe(await startWebgl());
});

it('says in one line that there is no WebGL 2', async () => {
  const getContext = OffscreenCanvas.prototype.getContext;
  OffscreenCanvas.prototype.getContext = () => null;
  try {
    await expect(startWebgl()).rejects.toThrow(/^no WebGL 2 context here$/);
  } finally {
    OffscreenCanvas.prototype.getContext = getContext;
  }
});
