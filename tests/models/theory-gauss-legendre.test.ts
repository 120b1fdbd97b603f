import { describe, expect, it } from 'vitest';
import { gaussLegendre } from '../../src/models/theory/gauss-legendre.ts';

/** The rule's mean of x^degree, over the true one. */
function ratio(count: number, degree: number, from: number, to: number): number {
  const mean = gaussLegendre(count, { from, to }).reduce((sum, { value, share }) => sum + share * value ** degree, 0);
  return mean / ((to ** (degree + 1) - from ** (degree + 1)) / ((degree + 1) * (to - from)));
}

describe('the Gauss–Legendre rule', () => {
  it('has the known nodes and shares', () => {
    const [low, high] = gaussLegendre(2);
    expect(low.value).toBeCloseTo(0.5 - Math.sqrt(1 / 12), 15);
    expect(high.value).toBeCloseTo(0.5 + Math.sqrt(1 / 12), 15);
    const shares = gaussLegendre(3).map(({ share }) => share);
    [5 / 18, 8 / 18, 5 / 18].forEach((share, k) => expect(shares[k]).toBeCloseTo(share, 15));
  });

  it.each([1, 2, 3, 5, 6, 8, 12, 24])('of %i nodes is exact up to twice as high a degree, less one', (count) => {
    for (const [from, to] of [
      [0, 1],
      [0.5, 1],
      [1, 3],
    ]) {
      for (let degree = 0; degree < 2 * count; degree++) expect(ratio(count, degree, from, to)).toBeCloseTo(1, 12);
    }
    if (count < 8) expect(Math.abs(ratio(count, 2 * count, 0, 1) - 1)).toBeGreaterThan(1e-8);
  });
});
