import { describe, expect, it } from 'vitest';
import { samples } from '../../src/models/data.ts';
import { lossByCount } from '../../src/models/evaluation/loss-by-count.ts';
import { meanLoss } from '../../src/models/evaluation/mean-loss.ts';
import type { ModelSettings } from '../../src/models/problem.ts';
import { exactLoss } from '../../src/models/theory/exact-loss.ts';
import { polygonRows, settingsOf, withBias } from './theory-shapes.ts';

const theta = (numbers: readonly number[]): Float32Array => Float32Array.from(numbers);
const total = (split: ReturnType<typeof lossByCount>): number => split.none.loss + split.one.loss + split.more.loss;

/** Plain samples, sorted by how many features they hold: mean contributions and their standard errors. */
function monteCarlo(settings: ModelSettings, m: number, parameters: Float32Array, count: number) {
  const n = settings.density.length;
  const x = samples(settings, 0, 0, count);
  return [0, 1, 2].map((kind) => {
    let [often, sum, squares] = [0, 0, 0];
    for (let s = 0; s < count; s++) {
      const row = x.subarray(s * n, (s + 1) * n);
      if (Math.min(2, row.filter((value) => value !== 0).length) !== kind) continue;
      const loss = meanLoss(settings, m, parameters, row);
      often++;
      sum += loss;
      squares += loss * loss;
    }
    const mean = sum / count;
    return {
      ...{ probability: often / count, loss: mean },
      sigma: { probability: Math.sqrt(0.25 / count), loss: Math.sqrt((squares / count - mean * mean) / count) },
    };
  });
}

describe('the loss by how many features are there', () => {
  it.each([0.9, 0.3, 0.1, 0.01])('of the unit pair at p = %d is p²/3, all of it from both at once', (p) => {
    const { none, one, more } = lossByCount(settingsOf(2, p), 1, theta([1, -1, 0, 0]));
    expect(none).toEqual({ probability: (1 - p) ** 2, loss: 0 });
    expect(one.probability).toBeCloseTo(2 * p * (1 - p), 12);
    expect(one.loss).toBeLessThan(1e-12);
    expect(more.probability).toBeCloseTo(p * p, 12);
    expect(more.loss / ((p * p) / 3)).toBeCloseTo(1, 6);
  });

  it('of the unit triangle is 3p²(1−p)/8 + p³/2, all of it from two and more', () => {
    for (const p of [0.5, 0.1]) {
      const { one, more } = lossByCount(settingsOf(3, p), 2, theta(withBias(polygonRows(3), 3)));
      expect(one.loss).toBeLessThan(1e-8);
      expect(more.loss / ((3 * p * p * (1 - p)) / 8 + p ** 3 / 2)).toBeCloseTo(1, 6);
    }
  });

  it.each([
    ['a pentagon with a negative bias', settingsOf(5, 0.1, { decay: 0.9 }), withBias(polygonRows(5, 1.13), 5, -0.24)],
    ['a pentagon with a positive bias', settingsOf(5, 0.4, { decay: 0.9 }), withBias(polygonRows(5, 0.8), 5, 0.1)],
    ['a linear model', settingsOf(5, 0.3, { family: 'linear' }), withBias(polygonRows(5, 0.6), 5, 0.05)],
    ['unequal densities', { ...settingsOf(3, 0), density: [0.5, 0.2, 0.05] }, withBias(polygonRows(3, 1.1), 3, -0.1)],
    [
      'more features than the closed form takes',
      settingsOf(12, 0.15, { decay: 0.9 }),
      withBias(polygonRows(12), 12, -0.2),
    ],
  ])('of %s is that of plain samples', (_, settings, numbers) => {
    const parameters = theta(numbers);
    const parts = lossByCount(settings, 2, parameters);
    const drawn = monteCarlo(settings, 2, parameters, 60_000);
    // The split of a large model is sampled itself, from an eighth of the samples: three times the error.
    const sigmas = settings.density.length > 10 ? 12 : 4;
    [parts.none, parts.one, parts.more].forEach(({ probability, loss }, kind) => {
      const { sigma, ...expected } = drawn[kind];
      expect(Math.abs(probability - expected.probability)).toBeLessThan(4 * sigma.probability);
      expect(Math.abs(loss - expected.loss)).toBeLessThanOrEqual(sigmas * sigma.loss + 1e-9);
    });
  });

  it.each([-0.2, 0, 0.15])('adds up to the loss at a bias of %d', (bias) => {
    const settings = settingsOf(5, 0.2, { decay: 0.9 });
    const parameters = theta(withBias(polygonRows(5, 1.1), 5, bias));
    expect(total(lossByCount(settings, 2, parameters))).toBeCloseTo(exactLoss(settings, 2, parameters), 12);
  });

  it('of dense data is all from many at once', () => {
    const { none, one, more } = lossByCount(settingsOf(5, 1), 2, theta(withBias(polygonRows(5), 5)));
    expect([none.probability, one.probability, more.probability]).toEqual([0, 0, 1]);
    expect([none.loss, one.loss]).toEqual([0, 0]);
    expect(more.loss).toBeGreaterThan(0);
  });
});
