/** Problems and comparisons that the tests of the kernel's paths share. */
import { expect } from 'vitest';
import { parameterCount } from '../../../src/models/layout.ts';
import type { ModelSettings, Problem, Recipe, State } from '../../../src/models/problem.ts';

export const RECIPE: Recipe = { steps: 80, batch: 256, learningRate: 3e-3, schedule: 'constant', weightDecay: 1e-2 };

/** Models that differ in everything a batch allows: output, density (per feature too), importance, stream. */
export function mixedProblem(n: number, m: number, densities = [1, 0.4, 0.1, 0.03]): Problem {
  const models = densities.map((p, k): ModelSettings => ({
    family: k % 2 === 0 ? 'relu' : 'linear',
    density: Array.from({ length: n }, (_, i) => (k === 0 ? p : p * (1 - 0.25 * (i % 3)))),
    importance: Array.from({ length: n }, (_, i) => (0.9 - 0.05 * k) ** i),
    seed: 11,
    start: k,
    model: 5 * k,
  }));
  return { n, m, models };
}

export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  let largest = 0;
  for (let j = 0; j < a.length; j++) {
    const difference = Math.abs(a[j] - b[j]);
    if (!(difference <= largest)) largest = difference; // a NaN stays
  }
  return largest;
}

/** Model k's part of a state. */
export function modelOf(problem: Problem, state: State, k: number): State {
  const P = parameterCount(problem);
  const cut = (rows: Float32Array) => rows.slice(k * P, (k + 1) * P);
  return { step: state.step, theta: cut(state.theta), m1: cut(state.m1), m2: cut(state.m2) };
}
