/** What a run of the WebGL kernel costs, for the tests: draws and memory. */
import { memory } from '@tensorflow/tfjs-core';
import type { MathBackendWebGL, WebGLMemoryInfo } from '@tensorflow/tfjs-backend-webgl/dist/base';
import { initialState } from '../../src/models/layout.ts';
import type { Problem, Recipe } from '../../src/models/problem.ts';
import { call, upload } from './webgl-run.ts';

/** How many draws calls of these numbers of steps take, after a first call of one step. */
export function drawsOf(backend: MathBackendWebGL, problem: Problem, recipe: Recipe, calls: number[]): number[] {
  const { gl } = backend.getGPGPUContext();
  const drawElements = gl.drawElements.bind(gl);
  let count = 0;
  gl.drawElements = (...args) => {
    count++;
    drawElements(...args);
  };
  try {
    // The first call also uploads the values, which takes draws of tfjs's own, and packs them.
    let state = call(problem, recipe, upload(problem, initialState(problem)), 0, 1);
    let from = 1;
    const counts = calls.map((steps) => {
      count = 0;
      state = call(problem, recipe, state, from, steps);
      from += steps;
      return count;
    });
    state.dispose();
    return counts;
  } finally {
    gl.drawElements = drawElements;
  }
}

/** Everything that tfjs holds: tensors, buffers, bytes on both sides. */
export function usage(backend: MathBackendWebGL): number[] {
  const info = memory() as WebGLMemoryInfo;
  return [
    info.numTensors,
    info.numDataBuffers,
    info.numBytes,
    info.numBytesInGPU,
    info.numBytesInGPUAllocated,
    backend.numDataIds(),
  ];
}
