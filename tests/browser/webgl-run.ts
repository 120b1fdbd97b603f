/** Runs the WebGL kernel for the tests, on the page and in a worker. */
import { engine, tensor2d, type Tensor } from '@tensorflow/tfjs-core';
import { asAttrs, TOY_MODEL_TRAIN } from '../../src/models/engine/kernel.ts';
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

export function upload(problem: Problem, state: State): Tensor[] {
  const shape: [number, number] = [problem.models.length, parameterCount(problem)];
  return [state.theta, state.m1, state.m2].map((values) => tensor2d(values, shape));
}

/** One call of the kernel; the inputs are disposed of. */
export function call(problem: Problem, recipe: Recipe, state: Tensor[], from: number, steps: number): Tensor[] {
  const [theta, m1, m2] = state;
  const attrs = asAttrs({ problem, recipe, from, steps });
  const results: unknown = engine().runKernel(TOY_MODEL_TRAIN, { theta, m1, m2 }, attrs);
  for (const tensor of state) tensor.dispose();
  return results as Tensor[];
}

export async function download(tensors: Tensor[], step: number): Promise<State> {
  const [theta, m1, m2] = await Promise.all(tensors.map((tensor) => tensor.data<'float32'>()));
  for (const tensor of tensors) tensor.dispose();
  return { step, theta, m1, m2 };
}

/** Trains in calls of the given numbers of steps. */
export function train(problem: Problem, recipe: Recipe, state: State, ...calls: number[]): Promise<State> {
  let { step } = state;
  let tensors = upload(problem, state);
  for (const steps of calls) {
    tensors = call(problem, recipe, tensors, step, steps);
    step += steps;
  }
  return download(tensors, step);
}

/** The largest difference between two arrays. */
export const distance = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Math.max(...Array.from(a, (value, i) => Math.abs(value - b[i])));
