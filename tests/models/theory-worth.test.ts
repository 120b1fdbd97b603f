import { describe, expect, it } from 'vitest';
import { gram } from '../../src/models/metrics.ts';
import { normalAt, streamKey } from '../../src/models/random.ts';
import { samples } from '../../src/models/data.ts';
import { bestBias } from '../../src/models/theory/best-bias.ts';
import { exactLoss } from '../../src/models/theory/exact-loss.ts';
import { packing } from '../../src/models/theory/packing.ts';
import { featureMean, featureVariance } from '../../src/models/theory/variance.ts';
import { linearWorth, reluWorth, together } from '../../src/models/theory/worth.ts';
import { polygonRows, settingsOf, withBias } from './theory-shapes.ts';

const DENSITIES = [1, 0.6, 0.3, 0.1, 0.02];

/** Seeded models: W [n, m] and b [n]. */
function drawn(n: number, m: number, seed: number): { W: number[]; b: number[] } {
  const key = streamKey(seed, 0, 0, 'init');
  return {
    W: Array.from({ length: n * m }, (_, k) => 0.7 * normalAt(key, k)),
    b: Array.from({ length: n }, (_, i) => 0.2 * normalAt(key, n * m + i)),
  };
}

/** Mean and its standard error. */
function meanOf(values: readonly number[]): { mean: number; error: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, error: Math.sqrt(variance / values.length) };
}

describe('benefit and interference', () => {
  it('sum to the exact loss of the ReLU model', () => {
    for (const p of DENSITIES) {
      for (let seed = 1; seed <= 6; seed++) {
        const { W, b } = drawn(4, 2, seed);
        const saved = 4 - together(reluWorth(gram(W, 4, 2), b, p));
        expect(saved * featureVariance(p)).toBeCloseTo(exactLoss(settingsOf(4, p), 2, [...W, ...b]), 9);
      }
    }
  });

  it('sum to the exact loss of the linear model with its best bias', () => {
    for (const p of DENSITIES) {
      for (let seed = 1; seed <= 6; seed++) {
        const { W } = drawn(5, 2, seed);
        const G = gram(W, 5, 2);
        const b = Array.from({ length: 5 }, (_, i) => {
          const read = G.subarray(5 * i, 5 * i + 5).reduce((sum, slope) => sum + slope, 0);
          return featureMean(p) * (1 - read);
        });
        const loss = exactLoss(settingsOf(5, p, { family: 'linear' }), 2, [...W, ...b]);
        expect((5 - together(linearWorth(G, 5))) * featureVariance(p)).toBeCloseTo(loss, 9);
      }
    }
  });

  it('are those of samples: what is lost alone, and what the others add to it', () => {
    const [n, p, count] = [3, 0.4, 200_000];
    const { W, b } = drawn(n, 2, 9);
    const G = gram(W, n, 2);
    const x = samples(settingsOf(n, p), 0, 0, count);
    const unread = featureVariance(p);
    reluWorth(G, b, p).forEach(({ benefit, interference }, i) => {
      const own = Array.from({ length: count }, (_, s) => x[s * n + i]);
      const alone = own.map((value) => (value - Math.max(0, b[i] + G[i * n + i] * value)) ** 2);
      const added = own.map((value, s) => {
        let z = b[i];
        for (let j = 0; j < n; j++) z += G[i * n + j] * x[s * n + j];
        return (value - Math.max(0, z)) ** 2 - alone[s];
      });
      const [lost, cost] = [meanOf(alone), meanOf(added)];
      expect(Math.abs(benefit - (1 - lost.mean / unread))).toBeLessThan((5 * lost.error) / unread);
      expect(Math.abs(interference - cost.mean / unread)).toBeLessThan((5 * cost.error) / unread);
    });
  });

  it('are worth at most one feature for each dimension in the linear model', () => {
    for (const [n, m] of [
      [3, 2],
      [5, 2],
      [8, 3],
    ]) {
      for (let seed = 1; seed <= 40; seed++) {
        expect(together(linearWorth(gram(drawn(n, m, seed).W, n, m), n))).toBeLessThanOrEqual(m + 1e-9);
      }
    }
    // Two at right angles are worth two, a triangle of length 1 a feature and a half.
    expect(together(linearWorth(gram([1, 0, 0, 1, 0, 0], 3, 2), 3))).toBe(2);
    expect(together(linearWorth(gram(polygonRows(3), 3, 2), 3))).toBeCloseTo(1.5, 12);
  });

  it('are nothing for a feature that is left out with its mean as bias', () => {
    const [, , third] = reluWorth(gram([1, 0, 0, 1, 0, 0], 3, 2), [0, 0, featureMean(0.2)], 0.2);
    expect(third.benefit).toBeCloseTo(0, 12);
    expect(third.interference).toBeCloseTo(0, 12);
  });
});

describe('the best bias', () => {
  it('is that of no other bias', () => {
    for (const p of DENSITIES) {
      for (let seed = 1; seed <= 4; seed++) {
        const { W, b } = drawn(3, 2, seed);
        const G = gram(W, 3, 2);
        b[0] = bestBias(G.subarray(0, 3), p, 0);
        const loss = (bias: number): number => exactLoss(settingsOf(3, p), 2, [...W, bias, b[1], b[2]]);
        for (let bias = -2; bias < 1; bias += 0.03) expect(loss(b[0])).toBeLessThan(loss(bias) + 1e-6);
      }
    }
  });

  it('is half the density for a feature that is left out, and the polytope’s for a pentagon', () => {
    expect(bestBias(new Float64Array(3), 0.3, 1)).toBeCloseTo(0.15, 12);
    const { length, bias, benefit } = packing('pentagon', 0.1);
    const G = gram(polygonRows(5, length), 5, 2);
    expect(bestBias(G.subarray(0, 5), 0.1, 0)).toBeCloseTo(bias, 2);
    expect(together(reluWorth(G, withBias([], 5, bias), 0.1))).toBeCloseTo(2 * benefit, 6);
  });
});
