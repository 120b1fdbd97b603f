import { describe, expect, it } from 'vitest';
import { countTable } from '../../../src/models/engine/wasm/counts.ts';
import { rowLaw } from '../../../src/models/engine/wasm/rows.ts';

/** P(R = k) that a table stands for, all k. */
function probabilities(batch: number, q: number): number[] {
  const { from, thresholds } = countTable(batch, q);
  const at = (k: number): number => (k < from ? 0 : k - from < thresholds.length ? thresholds[k - from] / 2 ** 32 : 1);
  return Array.from({ length: batch + 1 }, (_, k) => at(k) - at(k - 1));
}

describe('the table of how many samples are not empty', () => {
  it.each([
    [20, 0.3],
    [16, 0.01],
    [40, 0.97],
    [4, 0.5],
  ])('is the binomial distribution of %i samples with chance %d', (batch, q) => {
    let choose = 1;
    probabilities(batch, q).forEach((p, k) => {
      expect(Math.abs(p - choose * q ** k * (1 - q) ** (batch - k))).toBeLessThan(4e-10);
      choose = (choose * (batch - k)) / (k + 1);
    });
  });

  it.each([
    [1024, 0.41],
    [1024, 0.001],
    [4096, 0.999],
    [65536, 0.5],
  ])('has the mean and the variance of %i samples with chance %d', (batch, q) => {
    const p = probabilities(batch, q);
    const mean = p.reduce((sum, share, k) => sum + share * k, 0);
    const variance = p.reduce((sum, share, k) => sum + share * (k - mean) ** 2, 0);
    expect(Math.abs(mean / (batch * q) - 1)).toBeLessThan(1e-6);
    expect(Math.abs(variance / (batch * q * (1 - q)) - 1)).toBeLessThan(1e-5);
  });

  it('rises, within a 32-bit word', () => {
    const { thresholds } = countTable(1024, 0.3);
    expect(thresholds.length).toBeGreaterThan(100);
    expect(thresholds.length).toBeLessThan(300);
    thresholds.slice(1).forEach((threshold, k) => expect(threshold).toBeGreaterThanOrEqual(thresholds[k]));
  });

  it('always counts the whole batch where no sample can be empty', () => {
    expect(countTable(256, 1)).toEqual({ from: 256, thresholds: new Uint32Array(0) });
  });
});

describe('the law of a sample that is not empty', () => {
  it('gives every pattern of active features its share of those that are not empty', () => {
    const density = [0.2, 0.7, 0.05, 0.4];
    const { nonEmpty, first } = rowLaw(density);
    expect(nonEmpty).toBeCloseTo(1 - 0.8 * 0.3 * 0.95 * 0.6, 14);
    for (let pattern = 1; pattern < 16; pattern++) {
      let drawn = 1;
      let plain = 1;
      density.forEach((p, i) => {
        const on = (pattern >> i) & 1;
        const chance = pattern & ((1 << i) - 1) ? p : first[i];
        drawn *= on ? chance : 1 - chance;
        plain *= on ? p : 1 - p;
      });
      expect(drawn).toBeCloseTo(plain / nonEmpty, 14);
    }
  });

  it('switches the last feature on when all before it are off', () => {
    expect(rowLaw([0.1]).first).toEqual([1]);
    expect(rowLaw([1e-3, 1e-3, 1e-3]).first[2]).toBe(1);
  });
});
