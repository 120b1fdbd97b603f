import { describe, expect, it } from 'vitest';
import { trainReference } from '../../src/models/engine/reference.ts';
import { initialState } from '../../src/models/layout.ts';
import type { Problem } from '../../src/models/problem.ts';
import { exactLoss } from '../../src/models/theory/exact-loss.ts';
import { linearOptimum } from '../../src/models/theory/linear.ts';
import { readNothingLoss } from '../../src/models/theory/read-nothing.ts';
import { settingsOf } from './theory-shapes.ts';

/** r^from + … + r^(n−1) by the formula for a geometric series. */
const tail = (r: number, from: number, n: number): number => (r ** from - r ** n) / (1 - r);

describe('the optimum of the linear model', () => {
  it.each([
    [1, 0.046464],
    [0.3, 0.043212],
    [0.1, 0.017192],
    [0.03, 0.00545],
    [0.01, 0.001845],
    [0.001, 0.000186],
  ])('for twenty features in five dimensions at p = %d is %d', (p, expected) => {
    const { loss, kept } = linearOptimum(settingsOf(20, p, { decay: 0.7 }), 5);
    expect(Math.abs(loss - expected)).toBeLessThan(1e-6);
    expect(loss).toBeCloseTo((p / 3 - p ** 2 / 4) * tail(0.7, 5, 20), 12);
    expect(kept).toEqual([0, 1, 2, 3, 4]);
  });

  it.each([1, 0.3, 0.1, 0.03, 0.01, 0.001])(
    'for eighty features in twenty dimensions at p = %d is v(p) · 1.21358',
    (p) => {
      const { loss } = linearOptimum(settingsOf(80, p, { decay: 0.9 }), 20);
      expect(Math.abs(tail(0.9, 20, 80) - 1.21358)).toBeLessThan(1e-5);
      expect(loss).toBeCloseTo((p / 3 - p ** 2 / 4) * tail(0.9, 20, 80), 12);
    },
  );

  it('keeps the features whose variance, not importance alone, is worth most', () => {
    // I v(p): 1 × .0325, .9 × 1/12, .5 × .0775
    const settings = settingsOf(3, 0, { family: 'linear', density: [0.1095, 1, 0.3], importance: [1, 0.9, 0.5] });
    expect(linearOptimum(settings, 1).kept).toEqual([1]);
    expect(linearOptimum(settings, 2).kept).toEqual([1, 2]);
  });

  it('is reached by spanning the kept features, and no perturbation falls below it', () => {
    const settings = settingsOf(3, 0, { family: 'linear', density: [0.2, 1, 0.5], importance: [1, 0.9, 0.5] });
    const { loss, kept } = linearOptimum(settings, 2);
    expect(kept).toEqual([1, 0]);
    const best = [1, 0, 0, 1, 0, 0, 0, 0, 0.25];
    expect(exactLoss(settings, 2, best)).toBeCloseTo(loss, 12);
    for (let j = 0; j < best.length; j++)
      for (const step of [-0.05, 0.05]) {
        const theta = best.map((value, at) => value + (at === j ? step : 0.01 * Math.sin(7 * at)));
        expect(exactLoss(settings, 2, theta)).toBeGreaterThan(loss);
      }
  });

  it('is where training arrives: twelve features in three dimensions, within 1 %', () => {
    const settings = settingsOf(12, 0.3, { family: 'linear', decay: 0.7 });
    const problem: Problem = { n: 12, m: 3, models: [settings] };
    const recipe = { steps: 1500, batch: 512, learningRate: 1e-2, schedule: 'hold', weightDecay: 0 } as const;
    const { theta } = trainReference(problem, recipe, initialState(problem), recipe.steps);
    const ratio = exactLoss(settings, 3, theta) / ((0.1 - 0.0225) * tail(0.7, 3, 12));
    expect(ratio).toBeGreaterThan(1);
    expect(ratio).toBeLessThan(1.01);
  }, 60_000);

  it('without hidden dimensions is the loss of reading nothing, which the best constants attain', () => {
    const settings = settingsOf(4, 0, { density: [1, 0.5, 0.1, 0.01], importance: [1, 2, 3, 4] });
    const nothing = readNothingLoss(settings);
    expect(linearOptimum(settings, 0).loss).toBeCloseTo(nothing, 14);
    const theta = [0, 0, 0, 0, ...settings.density.map((p) => p / 2)];
    expect(exactLoss(settings, 1, theta)).toBeCloseTo(nothing, 14);
    expect(linearOptimum(settings, 4).loss).toBe(0);
  });
});
