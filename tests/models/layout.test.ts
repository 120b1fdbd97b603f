import { describe, expect, it } from 'vitest';
import type { FamilyName } from '../../src/models/families.ts';
import { initialState, parameterCount, parametersOf } from '../../src/models/layout.ts';
import type { Problem } from '../../src/models/problem.ts';
import { settingsOf } from './theory-shapes.ts';

const problem = (n: number, m: number, count: number, family: FamilyName = 'relu'): Problem => ({
  n,
  m,
  models: Array.from({ length: count }, (_, start) => settingsOf(n, 0.5, { family, start })),
});

describe('the layout of parameters', () => {
  it('counts W and b, and W₂ where it is free', () => {
    expect(parameterCount(problem(5, 2, 1))).toBe(15);
    expect(parameterCount(problem(5, 2, 1, 'absolute'))).toBe(25);
  });

  it('places W, then b, model after model, as views', () => {
    const two = problem(3, 2, 2);
    const theta = Float32Array.from({ length: 18 }, (_, j) => j);
    const { W, W2, b } = parametersOf(two, theta, 1);
    expect(Array.from(W)).toEqual([9, 10, 11, 12, 13, 14]);
    expect(Array.from(b)).toEqual([15, 16, 17]);
    expect(W2).toBeUndefined();
    W[0] = -1;
    expect(theta[9]).toBe(-1);
  });

  it('places a free W₂ between them', () => {
    const theta = Float32Array.from({ length: 10 }, (_, j) => j);
    const { W, W2, b } = parametersOf(problem(2, 2, 1, 'absolute'), theta, 0);
    expect([W, W2, b].map((part) => Array.from(part ?? []))).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6, 7],
      [8, 9],
    ]);
  });

  it('starts with Xavier-normal weights, zero bias and zero moments', () => {
    const large = problem(100, 40, 2);
    const { step, theta, m1, m2 } = initialState(large);
    expect(step).toBe(0);
    expect([...m1, ...m2].every((value) => value === 0)).toBe(true);
    for (const k of [0, 1]) {
      const { W, b } = parametersOf(large, theta, k);
      expect(b.every((value) => value === 0)).toBe(true);
      const variance = W.reduce((sum, value) => sum + value * value, 0) / W.length;
      expect(Math.abs(variance / (2 / 140) - 1)).toBeLessThan(5 * Math.sqrt(2 / W.length));
    }
  });

  it('starts free weights smaller, at the deviation √(2 / ((1 + n) m))', () => {
    const { theta } = initialState(problem(100, 40, 1, 'absolute'));
    const weights = theta.subarray(0, 8000);
    const variance = weights.reduce((sum, value) => sum + value * value, 0) / weights.length;
    expect(Math.abs(variance / (2 / (101 * 40)) - 1)).toBeLessThan(5 * Math.sqrt(2 / weights.length));
  });

  it('starts each start elsewhere, and each the same whatever is trained beside it', () => {
    const [three, one] = [initialState(problem(5, 2, 3)), initialState(problem(5, 2, 1))];
    expect(Array.from(three.theta.subarray(0, 15))).toEqual(Array.from(one.theta));
    expect(Array.from(three.theta.subarray(15, 30))).not.toEqual(Array.from(one.theta));
  });
});
