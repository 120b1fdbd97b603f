import { describe, expect, it } from 'vitest';
import { lossAndGradient, trainReference } from '../../src/models/engine/reference.ts';
import { FAMILIES, type FamilyName } from '../../src/models/families.ts';
import { initialState } from '../../src/models/layout.ts';
import { samples } from '../../src/models/data.ts';
import { dropoutMasks } from '../../src/models/dropout.ts';
import type { FeatureSet, ModelSettings, Problem, Recipe } from '../../src/models/problem.ts';
import { readNothingLoss } from '../../src/models/theory/read-nothing.ts';
import { settingsOf } from './theory-shapes.ts';

const families = Object.keys(FAMILIES) as FamilyName[];
const recipe: Recipe = { steps: 100, batch: 64, learningRate: 1e-2, schedule: 'hold', weightDecay: 0.01 };

/** The gradient by central differences of the loss alone. */
function differences(
  settings: ModelSettings,
  m: number,
  theta: Float64Array,
  x: Float32Array,
  masks?: Float32Array,
  h = 1e-6,
): number[] {
  return Array.from(theta, (_, j) => {
    const at = (shift: number): number => {
      const moved = theta.slice();
      moved[j] += shift;
      return lossAndGradient(settings, m, moved, x, undefined, masks).loss;
    };
    return (at(h) - at(-h)) / (2 * h);
  });
}

describe('the reference', () => {
  const sets: FeatureSet[] = [
    { kind: 'correlated', members: [0, 3] },
    { kind: 'anticorrelated', members: [1, 2] },
  ];
  const variants: { extra?: Partial<ModelSettings>; hiddenBias?: boolean; dropout?: number }[] = [
    {},
    { extra: { sets } },
    { extra: { law: 'one' }, hiddenBias: true },
    { extra: { law: 'three' }, dropout: 0.4 },
    { extra: { law: 'upper', sets }, hiddenBias: true, dropout: 0.2 },
  ];

  it.each(families)('has the gradient of its loss for %s', (family) => {
    for (const { extra, hiddenBias, dropout } of variants) {
      const settings = settingsOf(5, 0.6, { family, decay: 0.8, ...extra });
      const size = (FAMILIES[family].tied ? 20 : 35) + (hiddenBias ? 3 : 0);
      const theta = Float64Array.from({ length: size }, (_, j) => 0.8 * Math.sin(2.3 * j + 1));
      const x = samples(settings, 0, 0, 64);
      const masks = dropout ? dropoutMasks(settings, 3, 0, 64, dropout) : undefined;
      const { gradient, loss } = lossAndGradient(settings, 3, theta, x, undefined, masks);
      expect(loss).toBeGreaterThan(0);
      differences(settings, 3, theta, x, masks).forEach((expected, j) => {
        expect(Math.abs(gradient[j] - expected), `parameter ${j}`).toBeLessThan(1e-7 + 1e-6 * Math.abs(expected));
      });
      expect(gradient.filter((value) => Math.abs(value) > 1e-6).length).toBeGreaterThan(size / 3);
    }
  });

  it('adds the hidden bias before the activation and drops out after it', () => {
    const settings = settingsOf(1, 1, { family: 'relu-inner' });
    // W = 2, c = −0.3, b = 0.1: h = ReLU(2 · 0.5 − 0.3) = 0.7, x′ = 2 · 0.7 + 0.1 against 0.5, h twice as large, or gone.
    const loss = (masks?: number[]): number =>
      lossAndGradient(settings, 1, [2, -0.3, 0.1], [0.5], undefined, masks).loss;
    expect(loss()).toBeCloseTo(1 ** 2, 14);
    expect(loss([2])).toBeCloseTo((2 * 1.4 + 0.1 - 0.5) ** 2, 14);
    expect(loss([0])).toBeCloseTo(0.4 ** 2, 14);
  });

  it('drops out with the factors of the step, and refuses an exact gradient of them', () => {
    const settings = settingsOf(3, 0.8);
    const problem: Problem = { n: 3, m: 2, models: [settings], hiddenBias: true };
    const before = { ...initialState(problem), step: 4 };
    const after = trainReference(problem, { ...recipe, dropout: 0.3 }, before, 1);
    const masks = dropoutMasks(settings, 2, 4, 64, 0.3);
    const { gradient } = lossAndGradient(settings, 2, before.theta, samples(settings, 4, 0, 64), undefined, masks);
    after.m1.forEach((value, j) => expect(value, `parameter ${j}`).toBeCloseTo(0.1 * gradient[j], 6));
    const exact: Recipe = { ...recipe, gradient: 'exact' };
    expect(() => trainReference(problem, exact, before, 1)).toThrow(RangeError);
    expect(() => trainReference({ ...problem, hiddenBias: false }, { ...exact, dropout: 0.3 }, before, 1)).toThrow(
      RangeError,
    );
  });

  it('sums the squared errors over features, weighted by importance, and averages over samples', () => {
    const settings = settingsOf(2, 0.5, { family: 'linear', importance: [1, 3] });
    // x′ = b = (½, 0): errors (½, −1) and (−½, 0).
    const { loss } = lossAndGradient(settings, 1, [0, 0, 0.5, 0], [0, 1, 1, 0]);
    expect(loss).toBeCloseTo((0.25 + 3 * 1 + 0.25) / 2, 14);
  });

  it('compares with |x| where that is the target', () => {
    const settings = settingsOf(1, 0.5, { family: 'absolute' });
    // One neuron reads −x: exact on negative x, 0 on positive.
    const theta = [-1, 1, 0];
    expect(lossAndGradient(settings, 1, theta, [-0.7]).loss).toBeCloseTo(0, 14);
    expect(lossAndGradient(settings, 1, theta, [0.6]).loss).toBeCloseTo(0.36, 14);
  });

  it('takes AdamW’s first step: every parameter by the rate against its gradient’s sign, after the decay', () => {
    const problem: Problem = { n: 4, m: 2, models: [settingsOf(4, 0.9)] };
    const before = initialState(problem);
    const { gradient } = lossAndGradient(problem.models[0], 2, before.theta, samples(problem.models[0], 0, 0, 64));
    const after = trainReference(problem, recipe, before, 1);
    after.theta.forEach((value, j) => {
      const expected = before.theta[j] * (1 - 1e-2 * 0.01) - 1e-2 * Math.sign(gradient[j]);
      expect(value, `parameter ${j}`).toBeCloseTo(expected, 6);
      expect(after.m1[j] / (0.1 * gradient[j])).toBeCloseTo(1, 5);
      expect(after.m2[j] / (0.001 * gradient[j] ** 2)).toBeCloseTo(1, 5);
    });
  });

  it('takes further steps as AdamW is defined, written out for one parameter at a time', () => {
    const problem: Problem = { n: 3, m: 1, models: [settingsOf(3, 0.8)] };
    const start = initialState(problem);
    const theta = Float64Array.from(start.theta);
    const m = new Float64Array(theta.length);
    const v = new Float64Array(theta.length);
    for (let t = 1; t <= 5; t++) {
      const { gradient } = lossAndGradient(problem.models[0], 1, theta, samples(problem.models[0], t - 1, 0, 64));
      for (let j = 0; j < theta.length; j++) {
        m[j] = 0.9 * m[j] + 0.1 * gradient[j];
        v[j] = 0.999 * v[j] + 0.001 * gradient[j] ** 2;
        const step = m[j] / (1 - 0.9 ** t) / (Math.sqrt(v[j] / (1 - 0.999 ** t)) + 1e-8);
        theta[j] -= 1e-2 * (0.01 * theta[j] + step);
      }
    }
    trainReference(problem, recipe, start, 5).theta.forEach((value, j) => expect(value).toBeCloseTo(theta[j], 6));
  });

  it('leaves the given state alone and counts the steps', () => {
    const problem: Problem = { n: 3, m: 1, models: [settingsOf(3, 0.8)] };
    const before = initialState(problem);
    const copy = before.theta.slice();
    expect(trainReference(problem, recipe, before, 3).step).toBe(3);
    expect(Array.from(before.theta)).toEqual(Array.from(copy));
  });

  it('trains each model of a batch as it would alone', () => {
    const models = [settingsOf(3, 0.8), settingsOf(3, 0.1, { model: 1 }), settingsOf(3, 0.8, { start: 1 })];
    const together = trainReference({ n: 3, m: 1, models }, recipe, initialState({ n: 3, m: 1, models }), 4).theta;
    models.forEach((model, k) => {
      const problem: Problem = { n: 3, m: 1, models: [model] };
      const alone = trainReference(problem, recipe, initialState(problem), 4).theta;
      expect(Array.from(together.subarray(6 * k, 6 * k + 6))).toEqual(Array.from(alone));
    });
  });

  it.each(families)('trains %s to less than reading nothing would cost', (family) => {
    const settings = settingsOf(4, 0.3, { family });
    const problem: Problem = { n: 4, m: 8, models: [settings] };
    const long = { ...recipe, steps: 300 };
    const { theta } = trainReference(problem, long, initialState(problem), long.steps);
    const { loss } = lossAndGradient(settings, problem.m, theta, samples(settings, 1_000_000, 0, 4096));
    expect(loss).toBeLessThan(0.7 * readNothingLoss(settings));
  });
});
