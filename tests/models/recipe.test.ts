import { describe, expect, it } from 'vitest';
import type { Recipe, Schedule } from '../../src/models/problem.ts';
import { scheduleFactor, stepScalars } from '../../src/models/recipe.ts';

const recipe = (schedule: Schedule, steps = 1001): Recipe => ({
  steps,
  batch: 64,
  learningRate: 1e-2,
  schedule,
  weightDecay: 0.1,
});

describe('the recipe', () => {
  it('is constant, falls linearly, or falls as a quarter cosine wave', () => {
    for (const step of [0, 250, 500, 1000]) {
      expect(scheduleFactor(recipe('constant'), step)).toBe(1);
      expect(scheduleFactor(recipe('linear'), step)).toBeCloseTo(1 - step / 1000, 14);
      expect(scheduleFactor(recipe('cosine'), step)).toBeCloseTo(Math.cos((Math.PI / 2) * (step / 1000)), 14);
    }
  });

  it('holds for 60 % of the run and then falls linearly to zero, without a jump', () => {
    const factor = (step: number): number => scheduleFactor(recipe('hold'), step);
    expect(factor(0)).toBe(1);
    expect(factor(600)).toBe(1);
    expect(factor(601)).toBeCloseTo(1 - 1 / 400, 12);
    expect(factor(800)).toBeCloseTo(0.5, 12);
    expect(factor(1000)).toBe(0);
  });

  it('stays in [0, 1] past the end and for a run of one step', () => {
    for (const schedule of ['constant', 'hold', 'linear', 'cosine'] as const) {
      expect(scheduleFactor(recipe(schedule, 1), 0)).toBe(1);
      const beyond = scheduleFactor(recipe(schedule), 5000);
      expect(beyond).toBeGreaterThanOrEqual(0);
      expect(beyond).toBeLessThanOrEqual(1);
    }
  });

  it('corrects Adam’s bias by 1 / (1 − β^(t+1)) at every step', () => {
    for (const step of [0, 1, 2, 9, 100, 999]) {
      const { unbias1, unbias2 } = stepScalars(recipe('constant'), step);
      expect(unbias1).toBeCloseTo(1 / (1 - 0.9 ** (step + 1)), 12);
      expect(unbias2 / (1 / (1 - 0.999 ** (step + 1)))).toBeCloseTo(1, 11);
    }
  });

  it('decays weights by the rate of the step, not apart from the schedule', () => {
    expect(stepScalars(recipe('constant'), 0)).toMatchObject({ rate: 1e-2, keep: 1 - 1e-3 });
    expect(stepScalars(recipe('linear'), 500).keep).toBeCloseTo(1 - 0.5e-3, 14);
    expect(stepScalars(recipe('hold'), 1000)).toMatchObject({ rate: 0, keep: 1 });
  });
});
