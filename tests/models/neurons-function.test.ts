import { describe, expect, it } from 'vitest';
import { samples } from '../../src/models/data.ts';
import { evaluateLoss } from '../../src/models/evaluation/loss.ts';
import { meanLoss } from '../../src/models/evaluation/mean-loss.ts';
import { FAMILIES, type FamilyName } from '../../src/models/families.ts';
import { parameterCount, parametersOf } from '../../src/models/layout.ts';
import { rescaleForDisplay } from '../../src/models/neurons/display-scale.ts';
import { forward } from '../../src/models/neurons/forward.ts';
import { lossUnderRotation, rotateHidden } from '../../src/models/neurons/rotate.ts';
import type { ModelSettings, Problem } from '../../src/models/problem.ts';
import { normalAt, streamKey } from '../../src/models/random.ts';
import { wanted } from '../../src/models/target.ts';

const [n, m] = [6, 4];

function model(family: FamilyName, hiddenBias = false): { problem: Problem; theta: Float32Array } {
  const importance = Array.from({ length: n }, (_, i) => 1 / (1 + i));
  const density = importance.map((_, i) => 0.3 + 0.1 * i);
  const settings: ModelSettings = { family, density, importance, seed: 4, start: 0, model: 0 };
  const problem = { n, m, models: [settings], hiddenBias };
  const key = streamKey(9, 0, 0, 'init');
  const theta = Float32Array.from({ length: parameterCount(problem) }, (_, j) => 0.6 * normalAt(key, j));
  return { problem, theta };
}

const CASES: readonly [FamilyName, boolean][] = [
  ['relu', false],
  ['relu-hidden', true],
  ['absolute', false],
  ['absolute', true],
  ['absolute-gelu', true],
];

describe('the forward pass', () => {
  it.each(CASES)('gives the outputs whose loss the evaluation measures: %s, hidden bias %s', (family, bias) => {
    const { problem, theta } = model(family, bias);
    const [settings] = problem.models;
    const x = samples(settings, 0, 0, 64);
    let loss = 0;
    for (let s = 0; s < 64; s++) {
      const { y } = forward(FAMILIES[family], parametersOf(problem, theta, 0), x.subarray(s * n, (s + 1) * n));
      y.forEach((output, i) => {
        loss += (settings.importance[i] * (output - wanted(FAMILIES[family].target, x, s * n, n, i)) ** 2) / 64;
      });
    }
    expect(loss).toBeCloseTo(meanLoss(settings, m, theta, x), 12);
  });

  it('shows both layers before and after their activations', () => {
    const { pre, h, z, y } = forward(FAMILIES.absolute, { W: [1, -1], W2: [2, 5], b: [-3] }, [-0.5]);
    expect([pre, h, z, y].map((part) => Array.from(part))).toEqual([[-0.5, 0.5], [0, 0.5], [-0.5], [0]]);
  });
});

describe('the scale for display', () => {
  it.each(CASES.slice(0, 4))('leaves what the network computes as it is: %s, hidden bias %s', (family, bias) => {
    const { problem, theta } = model(family, bias);
    const network = parametersOf(problem, theta, 0);
    const x = samples(problem.models[0], 1, 0, 32);
    for (let s = 0; s < 32; s++) {
      const sample = x.subarray(s * n, (s + 1) * n);
      const before = forward(FAMILIES[family], network, sample).y;
      forward(FAMILIES[family], rescaleForDisplay(network), sample).y.forEach((output, i) =>
        expect(output).toBeCloseTo(before[i], 12),
      );
    }
  });

  it('makes the largest weight into each neuron 1, of either sign, and leaves a neuron that reads nothing', () => {
    const { W, W2 } = rescaleForDisplay({ W: [2, 0.1, 0, 1, -0.4, 0], W2: [1, 1, 1, 3, 1, 1], b: [0, 0] });
    expect(Array.from(W)).toEqual([1, 0.25, 0, 0.5, -1, 0]);
    expect(Array.from(W2)).toEqual([2, 0.4, 1, 6, 0.4, 1]);
  });
});

describe('a rotation of the hidden space', () => {
  it('takes the second dimension to minus the first after a quarter turn, and back after a whole one', () => {
    const rows = [1, 2, 3, 4, 5, 6];
    const quarter = rotateHidden(rows, 3, [0, 2], 0.25);
    [-3, 2, 1, -6, 5, 4].forEach((value, at) => expect(quarter[at]).toBeCloseTo(value, 12));
    rotateHidden(rows, 3, [0, 2], 1).forEach((value, at) => expect(value).toBeCloseTo(rows[at], 12));
  });

  const losses = (family: FamilyName, bias = false): Float64Array => {
    const { problem, theta } = model(family, bias);
    return lossUnderRotation(problem.models[0], m, theta, [1, 3], [0, 0.03, 0.125, 0.4], { count: 512 });
  };

  it.each(['linear', 'relu', 'gelu'] as const)('changes nothing where the hidden layer is linear: %s', (family) => {
    const [before, ...after] = losses(family);
    for (const loss of after) expect(Math.abs(loss / before - 1)).toBeLessThan(1e-6);
  });

  it.each([
    ['relu-hidden', false],
    ['relu-hidden', true],
    ['absolute', false],
  ] as const)('changes the loss where a ReLU gives the neurons a meaning: %s, hidden bias %s', (family, bias) => {
    const [before, ...after] = losses(family, bias);
    for (const loss of after) expect(Math.abs(loss / before - 1)).toBeGreaterThan(1e-3);
  });

  it('turns what the neurons read, what they write and their biases together, and no output bias', () => {
    const { problem, theta } = model('absolute', true);
    const turned = Float32Array.from(theta);
    const { W, W2 = W, c = W } = parametersOf(problem, turned, 0);
    for (const part of [W, W2, c]) part.set(rotateHidden(part, m, [0, 2], 0.1));
    const [settings] = problem.models;
    const [loss] = lossUnderRotation(settings, m, theta, [0, 2], [0.1], { count: 256 });
    expect(loss).toBe(evaluateLoss(settings, m, turned, { count: 256 }));
  });
});
