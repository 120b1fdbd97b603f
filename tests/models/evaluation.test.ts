import { describe, expect, it } from 'vitest';
import { samples } from '../../src/models/data.ts';
import { lossAndGradient } from '../../src/models/engine/reference.ts';
import { loadWasmKernel } from '../../src/models/engine/wasm/index.ts';
import { evaluateLoss, evaluateLosses } from '../../src/models/evaluation/loss.ts';
import { meanLoss } from '../../src/models/evaluation/mean-loss.ts';
import { emptyProbability, nonEmptySamples } from '../../src/models/evaluation/samples.ts';
import { FAMILIES, type FamilyName } from '../../src/models/families.ts';
import { exactLoss } from '../../src/models/theory/exact-loss.ts';
import type { ModelSettings } from '../../src/models/problem.ts';
import { polygonRows, settingsOf, withBias } from './theory-shapes.ts';

/** All chunks in one array. */
function drawn(settings: ModelSettings, count: number): Float32Array {
  const n = settings.density.length;
  const all = new Float32Array(count * n);
  let at = 0;
  for (const chunk of nonEmptySamples(settings, count)) {
    all.set(chunk, at);
    at += chunk.length;
  }
  expect(at).toBe(all.length);
  return all;
}
const share = (all: Float32Array, n: number, holds: (row: Float32Array) => boolean): number => {
  let hits = 0;
  for (let at = 0; at < all.length; at += n) if (holds(all.subarray(at, at + n))) hits++;
  return hits / (all.length / n);
};
/** How many standard errors a share of `count` draws is from its expectation. */
const z = (observed: number, expected: number, count: number): number =>
  (observed - expected) / Math.sqrt((expected * (1 - expected)) / count);
const COUNT = 1 << 17;

describe('the evaluation set', () => {
  it('has no empty sample, and each first active feature as often as the truncated geometric law says', () => {
    const density = [0.05, 0.5, 0.01, 0.2];
    const all = drawn(settingsOf(4, 0, { density }), COUNT);
    const some = 1 - density.reduce((none, p) => none * (1 - p), 1);
    let none = 1;
    density.forEach((p, first) => {
      const expected = (none * p) / some;
      const observed = share(all, 4, (row) => row.findIndex((x) => x !== 0) === first);
      expect(Math.abs(z(observed, expected, COUNT)), `feature ${first}`).toBeLessThan(5);
      none *= 1 - p;
    });
    expect(share(all, 4, (row) => row.every((x) => x === 0))).toBe(0);
  });

  it('is distributed as plain samples are, given that they are not empty', () => {
    const settings = settingsOf(3, 0, { density: [0.3, 0.1, 0.6] });
    const all = drawn(settings, COUNT);
    const plain = samples(settings, 0, 0, COUNT);
    for (let pattern = 1; pattern < 8; pattern++) {
      const matches = (row: Float32Array): boolean => row.every((x, i) => (x !== 0) === Boolean(pattern & (1 << i)));
      const expected = share(plain, 3, matches) / share(plain, 3, (row) => row.some((x) => x !== 0));
      expect(share(all, 3, matches), `pattern ${pattern}`).toBeCloseTo(expected, 2);
    }
  });

  it('draws values uniformly, whichever feature came first', () => {
    const all = drawn(settingsOf(5, 0.01), COUNT);
    const values = all.filter((x) => x !== 0);
    const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
    const square = values.reduce((sum, x) => sum + x * x, 0) / values.length;
    expect(Math.abs(mean - 1 / 2)).toBeLessThan(5 * Math.sqrt(1 / 12 / values.length));
    expect(Math.abs(square - 1 / 3)).toBeLessThan(5 * Math.sqrt(4 / 45 / values.length));
  });

  it('draws signed values where the family has signed data', () => {
    const values = drawn(settingsOf(4, 0.2, { family: 'absolute' }), COUNT).filter((x) => x !== 0);
    expect(Math.abs(values.reduce((sum, x) => sum + x, 0) / values.length)).toBeLessThan(
      5 * Math.sqrt(1 / 3 / values.length),
    );
    expect(values.some((x) => x < -0.9) && values.some((x) => x > 0.9)).toBe(true);
  });

  it('keeps feature sets together: correlated all or none, anticorrelated exactly one, evenly', () => {
    const sets = [
      { kind: 'correlated', members: [0, 2] },
      { kind: 'anticorrelated', members: [1, 3, 4] },
    ] as const;
    const settings = settingsOf(6, 0.2, { sets });
    const all = drawn(settings, COUNT);
    expect(share(all, 6, (row) => (row[0] !== 0) === (row[2] !== 0))).toBe(1);
    expect(share(all, 6, (row) => [1, 3, 4].filter((i) => row[i] !== 0).length <= 1)).toBe(1);
    const some = 1 - 0.8 ** 3;
    expect(emptyProbability(settings)).toBeCloseTo(0.8 ** 3, 14);
    for (const i of [1, 3, 4]) {
      expect(
        Math.abs(
          z(
            share(all, 6, (row) => row[i] !== 0),
            0.2 / 3 / some,
            COUNT,
          ),
        ),
        `feature ${i}`,
      ).toBeLessThan(5);
    }
    expect(
      Math.abs(
        z(
          share(all, 6, (row) => row[0] !== 0),
          0.2 / some,
          COUNT,
        ),
      ),
    ).toBeLessThan(5);
    // Members of a correlated set share their switch, not their value.
    const product = share(all, 6, (row) => row[0] > 0.5 && row[2] > 0.5) / share(all, 6, (row) => row[0] !== 0);
    expect(product).toBeCloseTo(0.25, 2);
  });

  it('is the same for every seed, start and model, and shorter sets are prefixes of longer ones', () => {
    const long = drawn(settingsOf(5, 0.1, { seed: 1, start: 2, model: 3 }), 10_000);
    const short = drawn(settingsOf(5, 0.1, { seed: 9 }), 5000);
    expect(Array.from(short)).toEqual(Array.from(long.subarray(0, short.length)));
  });
});

describe('the evaluated loss', () => {
  const theta = Float32Array.from(withBias(polygonRows(5, 1.1), 5, -0.2));

  it.each([1, 0.3, 0.1, 0.001])(
    'is the exact one within its sampling error at p = %d',
    (p) => {
      // The standard error of 2^20 samples is at most .33 % here.
      const settings = settingsOf(5, p, { decay: 0.9 });
      const evaluated = evaluateLoss(settings, 2, theta, { count: 1 << 20 });
      expect(Math.abs(evaluated / exactLoss(settings, 2, theta) - 1)).toBeLessThan(0.01);
    },
    20_000,
  );

  it('counts the empty sample with its probability', () => {
    // Reading nothing with b = ½: every sample costs a known amount, the empty one n/4.
    const settings = settingsOf(4, 0.02);
    const constant = Float32Array.from([0, 0, 0, 0, 0.5, 0.5, 0.5, 0.5]);
    expect(evaluateLoss(settings, 1, constant, { count: 1 << 14 })).toBeCloseTo(4 * (0.98 / 4 + 0.02 / 12), 3);
  });

  it('measures many models on the same samples as one by one', () => {
    const settings = settingsOf(5, 0.1);
    const other = theta.map((value) => 0.9 * value);
    const both = evaluateLosses(settings, 2, [theta, other], { count: 10_000 });
    expect(Array.from(both)).toEqual([theta, other].map((one) => evaluateLoss(settings, 2, one, { count: 10_000 })));
  });

  it('agrees with the kernel’s own forward pass', async () => {
    const kernel = await loadWasmKernel();
    const settings = settingsOf(5, 0.1, { decay: 0.9 });
    const fast = evaluateLoss(settings, 2, theta, { count: 1 << 14, meanLoss: kernel.meanLoss });
    expect(fast / evaluateLoss(settings, 2, theta, { count: 1 << 14 })).toBeCloseTo(1, 5);
  });

  it.each(Object.keys(FAMILIES) as FamilyName[])('has the forward pass of the reference for %s', (family) => {
    const settings = settingsOf(4, 0.6, { family, decay: 0.8 });
    const size = FAMILIES[family].tied ? 16 : 28;
    const parameters = Float32Array.from({ length: size }, (_, j) => Math.sin(3 * j + 1));
    const x = samples(settings, 0, 0, 256);
    expect(meanLoss(settings, 3, parameters, x)).toBeCloseTo(lossAndGradient(settings, 3, parameters, x).loss, 12);
  });
});
