import { expect, test } from 'vitest';

test('the browser of the tests has WebGL 2 that renders to float32', () => {
  const gl = document.createElement('canvas').getContext('webgl2');
  expect(gl?.getExtension('EXT_color_buffer_float')).toBeTruthy();
});

test('a module worker of the tests has WebGL 2 of its own', async () => {
  const source = `postMessage(new OffscreenCanvas(1, 1).getContext('webgl2') !== null);`;
  const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  const worker = new Worker(url, { type: 'module' });
  const answer = await new Promise((resolve) => worker.addEventListener('message', (e) => resolve(e.data)));
  worker.terminate();
  expect(answer).toBe(true);
});
