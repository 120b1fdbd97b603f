/** Runs the WebGL kernel for the tests, on the page and in a worker. */
import { engine, tensor3d, type Tensor } from '@tensorflow/tfjs-core';
import { asAttrs, TOY_MODEL_READ, TOY_MODEL_TRAIN } from '../../src/models/engine/kernel.ts';
import type { FamilyName } from '../../src/models/families.ts';
import { parameterCount } from '../../src/models/layout.ts';
import type { ModelSettings, Problem, Recipe, State } from '../../src/models/problem.ts';

export const RECIPE: Recipe = { steps: 1000, batch: 128, learningRate: 1e-2, schedule: 'hold', weightDecay: 0 };

/** One density for all features, or each feature's own. */
type Density = number | ((feature: number) => number);

export function settings(family: FamilyName, n: number, density: Density, decay: number, model: number): ModelSettings {
  return {
    family,
    density: Array.from({ length: n }, (_, i) => (typeof density === 'number' ? density : density(i))),
    importance: Array.from({ length: n }, (_, i) => decay ** i),
    seed: 4_000_000_007,
    start: 1,
    model,
  };
}

/** One ReLU model. */
export const relu = (n: number, m: number, density: Density = 0.2): Problem => ({
  n,
  m,
  models: [settings('relu', n, density, 0.9, 0)],
});

/** The values that a run starts from. */
export function upload(problem: Problem, { theta, m1, m2 }: State): Tensor {
  return tensor3d([...theta, ...m1, ...m2], [3, problem.models.length, parameterCount(problem)]);
}

/** One call of the kernel; the state it starts from is disposed of. */
export function call(problem: Problem, recipe: Recipe, state: Tensor, from: number, steps: number): Tensor {
  const result: unknown = engine().runKernel(TOY_MODEL_TRAIN, { state }, asAttrs({ problem, recipe, from, steps }));
  state.dispose();
  return result as Tensor;
}

/** The values of what `call` returned, which is disposed of. */
export async function download(problem: Problem, recipe: Recipe, state: Tensor, step: number): Promise<State> {
  const values = engine().runKernel(TOY_MODEL_READ, { state }, asAttrs({ problem, recipe })) as unknown as Tensor;
  const array = await values.data<'float32'>();
  for (const tensor of [state, values]) tensor.dispose();
  const [theta, m1, m2] = [0, 1, 2].map((part) =>
    array.slice((part * array.length) / 3, ((part + 1) * array.length) / 3),
  );
  return { step, theta, m1, m2 };
}

/** Trains in calls of the given numbers of steps. */
export function train(problem: Problem, recipe: Recipe, state: State, ...calls: number[]): Promise<State> {
  let { step } = state;
  let tensor = upload(problem, state);
  for (const steps of calls) {
    tensor = call(problem, recipe, tensor, step, steps);
    step += steps;
  }
  return download(problem, recipe, tensor, step);
}

/** The largest difference between two arrays. */
export const distance = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Math.max(...Array.from(a, (value, i) => Math.abs(value - b[i])));
