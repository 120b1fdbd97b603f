import { describe, expect, it } from 'vitest';
import { samples } from '../../src/models/data.ts';
import { gram } from '../../src/models/metrics.ts';
import type { FeatureSet, ModelSettings } from '../../src/models/problem.ts';
import { covariance, principalComponents } from '../../src/models/theory/principal.ts';
import { exactSetLoss } from '../../src/models/theory/set-loss.ts';
import { symmetricEigen } from '../../src/models/theory/symmetric-eigen.ts';
import { settingsOf } from './theory-shapes.ts';

const rows = (...directions: readonly (readonly [degrees: number, length: number])[]): number[] =>
  directions.flatMap(([degrees, length]) => [
    length * Math.cos((degrees * Math.PI) / 180),
    length * Math.sin((degrees * Math.PI) / 180),
  ]);
const inPairs = (n: number, p: number, kind: FeatureSet['kind'] = 'correlated'): ModelSettings =>
  settingsOf(n, p, { sets: Array.from({ length: n / 2 }, (_, k) => ({ kind, members: [2 * k, 2 * k + 1] })) });
const unbiased = (W: readonly number[]): number[] => [...W, ...Array<number>(W.length / 2).fill(0)];
const EACH = Math.SQRT1_2;

/** The loss by its definition, on drawn samples: mean, and its standard error. */
function sampledLoss(settings: ModelSettings, m: number, theta: readonly number[], count: number) {
  const n = settings.density.length;
  const G = gram(theta, n, m);
  const x = samples(settings, 0, 0, count);
  let [sum, squares] = [0, 0];
  for (let s = 0; s < count; s++) {
    let loss = 0;
    for (let i = 0; i < n; i++) {
      let z = theta[n * m + i];
      for (let j = 0; j < n; j++) z += G[i * n + j] * x[s * n + j];
      loss += settings.importance[i] * (x[s * n + i] - Math.max(0, z)) ** 2;
    }
    sum += loss;
    squares += loss * loss;
  }
  const mean = sum / count;
  return { mean, error: Math.sqrt((squares / count - mean * mean) / count) };
}

describe('the exact loss of features in sets', () => {
  it.each([
    [
      'a square of two correlated pairs',
      inPairs(4, 0.2),
      rows([0, 1], [90, 1], [180, 1], [270, 1]),
      (2 * 0.2 ** 2) / 3,
    ],
    ['both of two pairs collapsed', inPairs(4, 0.2), rows([0, EACH], [0, EACH], [90, EACH], [90, EACH]), 0.2 / 6],
    [
      'two anticorrelated pairs, each opposite',
      inPairs(4, 0.3, 'anticorrelated'),
      rows([0, 1], [180, 1], [90, 1], [270, 1]),
      0,
    ],
    [
      'three collapsed pairs, two of them opposite',
      inPairs(6, 0.3),
      rows([0, EACH], [0, EACH], [180, EACH], [180, EACH], [90, EACH], [90, EACH]),
      (0.3 * 0.7) / 6 + (13 / 15) * 0.3 ** 2 + 0.3 / 12,
    ],
  ])('is the closed form’s for %s', (_, settings, W, loss) => {
    expect(exactSetLoss(settings, 2, unbiased(W))).toBeCloseTo(loss, 10);
  });

  it.each(['correlated', 'anticorrelated'] as const)('agrees with %s samples, biases and lone features too', (kind) => {
    const settings = settingsOf(5, 0.4, { decay: 0.8, sets: [{ kind, members: [0, 2, 3] }] });
    const theta = [...rows([10, 0.9], [100, 1.1], [200, 0.8], [260, 1], [320, 0.7]), -0.1, 0.05, 0, -0.2, 0.1];
    const { mean, error } = sampledLoss(settings, 2, theta, 1 << 16);
    expect(Math.abs(exactSetLoss(settings, 2, theta) - mean)).toBeLessThan(5 * error);
  });
});

describe('symmetricEigen', () => {
  it('takes a matrix apart: ordered values, orthonormal vectors, and their sum is the matrix again', () => {
    const n = 6;
    const A = Float64Array.from({ length: n * n }, (_, at) => {
      const [i, j] = [Math.floor(at / n), at % n];
      return Math.sin(3 * (i + 1) * (j + 1)) + (i === j ? i : 0);
    });
    const { values, vectors } = symmetricEigen(A, n);
    expect([...values]).toEqual([...values].sort((a, b) => b - a));
    vectors.forEach((v, k) =>
      vectors.forEach((w, l) => expect(v.reduce((sum, x, i) => sum + x * w[i], 0)).toBeCloseTo(Number(k === l), 10)),
    );
    A.forEach((a, at) => {
      const [i, j] = [Math.floor(at / n), at % n];
      expect(vectors.reduce((sum, v, k) => sum + values[k] * v[i] * v[j], 0)).toBeCloseTo(a, 10);
    });
  });
});

describe('principal components', () => {
  it.each(['correlated', 'anticorrelated'] as const)('are of the covariance that %s samples have', (kind) => {
    const settings = settingsOf(5, 0.4, { sets: [{ kind, members: [1, 2, 4] }] });
    const count = 1 << 16;
    const x = samples(settings, 0, 0, count);
    const mean = Array.from({ length: 5 }, (_, i) => x.reduce((sum, v, at) => sum + (at % 5 === i ? v : 0), 0) / count);
    covariance(settings).forEach((expected, at) => {
      const [i, j] = [Math.floor(at / 5), at % 5];
      let [sum, squares] = [0, 0];
      for (let s = 0; s < count; s++) {
        const product = (x[s * 5 + i] - mean[i]) * (x[s * 5 + j] - mean[j]);
        sum += product;
        squares += product * product;
      }
      const error = Math.sqrt((squares / count - (sum / count) ** 2) / count);
      expect(Math.abs(sum / count - expected)).toBeLessThan(5 * error);
    });
  });

  it('of correlated pairs are their sums, and lose the differences', () => {
    const p = 0.5;
    const { W, loss, free } = principalComponents(inPairs(4, p), 2, rows([0, 1], [0, 1], [90, 1], [90, 1]));
    expect(free).toBe(false);
    // The projector onto (x₁ + x₂)/√2 and (x₃ + x₄)/√2.
    gram(W, 4, 2).forEach((g, at) => {
      const together = Math.floor(at / 8) === Math.floor((at % 4) / 2);
      expect(g).toBeCloseTo(together ? 0.5 : 0, 10);
    });
    expect(loss).toBeCloseTo(p / 6, 10);
  });

  it('of equally good ones are those nearest to a model', () => {
    const third = Math.sqrt(1 / 3);
    const star = rows([0, third], [0, third], [120, third], [120, third], [240, third], [240, third]);
    const { W, free } = principalComponents(inPairs(6, 0.6), 2, star);
    expect(free).toBe(true);
    // The star is such a choice itself, so it is found again, in whatever frame.
    const [found, wanted] = [gram(W, 6, 2), gram(star, 6, 2)];
    found.forEach((g, at) => expect(g).toBeCloseTo(wanted[at], 10));
  });
});
