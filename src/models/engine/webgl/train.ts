/**
 * ToyModelTrain on tfjs's WebGL backend, 2 or 5 draws a step. The state stays in its texture from call to call: 1 draw
 * packs the values that a run starts from, 1 unpacks a state that is read.
 *
 * Draws go through MathBackendWebGL.compileAndRun, the way of tfjs's own kernels: it compiles and caches, takes
 * textures from the shared pool and keeps tf.memory() right, for about 10 µs a draw. The programs address texels
 * themselves (texelFetch), so nothing of tfjs's shape arithmetic runs on the GPU.
 */
import { env, type TensorInfo } from '@tensorflow/tfjs-core';
import type { GPGPUProgram, MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/base';
import { isValues, type ToyModelReadAttrs, type ToyModelTrainAttrs } from '../kernel.ts';
import { adamProgram, adamScalars } from './adam.ts';
import { gradientProgram } from './gradient.ts';
import { requireTextures } from './limits.ts';
import { packProgram, unpackProgram } from './pack.ts';
import { backProgram, errorProgram, hiddenProgram, sumProgram } from './passes.ts';
import { withSettings } from './settings.ts';
import { shapeOf, supportsWebgl, type Shape } from './shape.ts';

/** The sheet of partial gradients at a step. */
type Gradient = (run: Run, state: TensorInfo, settings: TensorInfo, step: number) => TensorInfo;
type Run = (program: GPGPUProgram, inputs: TensorInfo[], uniforms?: number[]) => TensorInfo;

interface Programs {
  readonly pack: GPGPUProgram;
  readonly gradient: Gradient;
  readonly adam: GPGPUProgram;
  readonly unpack: GPGPUProgram;
}

const built = new Map<string, Programs>();

/** Built once a shape: the code of a program is a few kB of text. */
function programsFor(shape: Shape): Programs {
  const key = Object.values(shape).join();
  let programs = built.get(key);
  if (!programs) {
    requireTextures(shape, env().getNumber('WEBGL_MAX_TEXTURE_SIZE'));
    programs = {
      pack: packProgram(shape),
      gradient: shape.draws === 2 ? recompute(shape) : passes(shape),
      adam: adamProgram(shape),
      unpack: unpackProgram(shape),
    };
    built.set(key, programs);
  }
  return programs;
}

function recompute(shape: Shape): Gradient {
  const gradient = gradientProgram(shape);
  return (run, state, settings, step) => run(gradient, [state, settings], [step]);
}

function passes(shape: Shape): Gradient {
  const hidden = hiddenProgram(shape);
  const error = errorProgram(shape);
  const back = backProgram(shape);
  const sum = sumProgram(shape);
  return (run, state, settings, step) => {
    const h = run(hidden, [state, settings], [step]);
    const dz = run(error, [state, settings, h], [step]);
    // A linear hidden layer goes back without the data and h.
    const dh = run(back, [state, dz, settings, h].slice(0, back.variableNames.length), [step]);
    return run(sum, [settings, h, dz, dh], [step]);
  };
}

const NOT_COVERED =
  'the WebGL engine does not cover this batch: over 1024 features, or models that differ beyond a linear or ReLU output';

/**
 * @returns the state as it lies in its texture
 * @throws Error for problems that supportsWebgl refuses, RangeError for what is too large for this GPU's textures.
 */
export function trainWebgl(
  backend: MathBackendWebGL,
  start: TensorInfo,
  { problem, recipe, from, steps }: ToyModelTrainAttrs,
): TensorInfo {
  if (!supportsWebgl(problem)) throw new Error(NOT_COVERED);
  const programs = programsFor(shapeOf(problem, recipe));

  let made: TensorInfo[] = [];
  const run: Run = (program, inputs, uniforms) => {
    const output = backend.compileAndRun(program, inputs, 'float32', uniforms && [uniforms], true);
    made.push(output);
    return output;
  };
  /** Gives everything made since the last call back to tfjs's pool of textures, except what is kept. */
  const release = (...kept: TensorInfo[]): void => {
    for (const info of made) if (!kept.includes(info)) backend.disposeIntermediateTensorInfo(info);
    made = kept;
  };

  try {
    return withSettings(backend, problem, (settings) => {
      let state = isValues(start) ? run(programs.pack, [start]) : start;
      for (let step = from; step < from + steps; step++) {
        const gradient = programs.gradient(run, state, settings, step);
        state = run(programs.adam, [state, gradient], adamScalars(recipe, step));
        release(state);
      }
      return state;
    });
  } catch (error) {
    release();
    throw error;
  }
}

/** ToyModelRead: the values of a state that trainWebgl returned. */
export function readWebgl(
  backend: MathBackendWebGL,
  state: TensorInfo,
  { problem, recipe }: ToyModelReadAttrs,
): TensorInfo {
  return backend.compileAndRun(programsFor(shapeOf(problem, recipe)).unpack, [state], 'float32', undefined, true);
}
