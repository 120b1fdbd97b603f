import { describe, expect, it } from 'vitest';
import { samples } from '../../src/models/data.ts';
import { FAMILIES, type FamilyName } from '../../src/models/families.ts';
import type { FeatureSet, ModelSettings, ValueLaw } from '../../src/models/problem.ts';
import { wanted } from '../../src/models/target.ts';
import { readNothingLoss, readNothingLosses } from '../../src/models/theory/read-nothing.ts';
import { featureVariance } from '../../src/models/theory/variance.ts';

const COUNT = 1 << 15;
const LAWS: readonly ValueLaw[] = ['uniform', 'one', 'three', 'upper'];

function settings(family: FamilyName, law: ValueLaw, density: readonly number[], sets?: FeatureSet[]): ModelSettings {
  const importance = density.map((_, i) => 1 / (1 + i));
  return { family, law, density, importance, seed: 5, start: 0, model: 1, ...(sets && { sets }) };
}

/** Least loss of a constant answer to each output, over samples, and its standard error. */
function sampled(data: ModelSettings): { loss: number; error: number } {
  const n = data.density.length;
  const { target } = FAMILIES[data.family];
  const x = samples(data, 0, 0, COUNT);
  const row = Array.from({ length: COUNT }, (_, s) => s);
  const each = data.importance.map((importance, i) => {
    const targets = row.map((s) => wanted(target, x, s * n, n, i));
    const mean = targets.reduce((sum, t) => sum + t, 0) / COUNT;
    return targets.map((t) => importance * (t - mean) ** 2);
  });
  const losses = row.map((s) => each.reduce((sum, list) => sum + list[s], 0));
  const loss = losses.reduce((sum, value) => sum + value, 0) / COUNT;
  const variance = losses.reduce((sum, value) => sum + (value - loss) ** 2, 0) / COUNT;
  return { loss, error: Math.sqrt(variance / COUNT) };
}

function expectSampled(data: ModelSettings): void {
  const { loss, error } = sampled(data);
  expect(Math.abs(readNothingLoss(data) - loss), JSON.stringify(data)).toBeLessThan(4.5 * error + 1e-9);
}

describe('reading nothing', () => {
  it.each(['relu', 'absolute', 'square', 'max-min'] as const)(
    'costs the variance of the targets of %s, whatever the values',
    (family) => {
      for (const law of LAWS) expectSampled(settings(family, law, [0.7, 0.3, 0.2, 0.6, 0.4]));
    },
  );

  it.each(['correlated', 'anticorrelated'] as const)('knows how often features of a %s set meet', (kind) => {
    const sets = [
      { kind, members: [0, 1] },
      { kind, members: [3, 4, 2] },
    ];
    for (const family of ['relu', 'absolute', 'max-min'] as const)
      expectSampled(settings(family, 'uniform', [0.5, 0.5, 0.6, 0.6, 0.6, 0.2], sets));
  });

  it('is Σ I v(p) where the targets are the features', () => {
    const { density, importance, ...rest } = settings('linear', 'upper', [0.9, 0.05]);
    const wantedLoss = density.reduce((sum, p, i) => sum + importance[i] * featureVariance(p, 'upper'), 0);
    const data = { density, importance, ...rest };
    expect(readNothingLoss(data)).toBeCloseTo(wantedLoss, 14);
    expect(readNothingLosses(data)[1]).toBeCloseTo(importance[1] * featureVariance(0.05, 'upper'), 14);
  });

  it('of x² and of pairs always present is the textbook’s: 4/45, 1/18 and 1/18', () => {
    const one = { law: 'uniform', seed: 0, start: 0, model: 0, density: [1, 1], importance: [1, 0] } as const;
    expect(readNothingLoss({ ...one, family: 'square' })).toBeCloseTo(4 / 45, 14);
    expect(readNothingLoss({ ...one, family: 'max-min' })).toBeCloseTo(1 / 18, 14);
    expect(readNothingLoss({ ...one, family: 'max-min', importance: [0, 1] })).toBeCloseTo(1 / 18, 14);
  });
});
