import { describe, expect, it } from 'vitest';
import { POLYTOPES } from '../../src/models/geometry/polytopes.ts';
import { exactLoss } from '../../src/models/theory/exact-loss.ts';
import { bestPolytope, PACKED, packing, type PackedId } from '../../src/models/theory/packing.ts';
import { featureVariance } from '../../src/models/theory/variance.ts';
import { settingsOf, withBias } from './theory-shapes.ts';

/** B of a shape of this length and bias from the loss of all its features, by the general sum over 3ⁿ⁻¹ states. */
function benefitAt(id: PackedId, p: number, length: number, bias: number): number {
  const { n, d, vertices } = POLYTOPES[id];
  const W = vertices.map((x) => length * x);
  const loss = exactLoss(settingsOf(n, p), d, withBias(W, n, bias));
  return (n * featureVariance(p) - loss) / (d * featureVariance(p));
}

/** The density at which two shapes are equally good. */
function crossing(one: PackedId, other: PackedId, from: number, to: number): number {
  const gap = (p: number): number => packing(one, p).benefit - packing(other, p).benefit;
  const sign = Math.sign(gap(from));
  expect(Math.sign(gap(to))).toBe(-sign);
  for (let k = 0; k < 20; k++) {
    const middle = (from + to) / 2;
    if (gap(middle) * sign > 0) from = middle;
    else to = middle;
  }
  return from;
}

const DENSITIES = [0.7, 0.5, 0.3, 0.2, 0.1, 0.05, 0.01];
/** Found independently, from 600 quasi-random points: the loss is good to about 1 %, so B to 1 % of k / d. */
const TABLE: Readonly<Record<PackedId, readonly number[]>> = {
  single: [1, 1, 1, 1, 1, 1, 1],
  tetrahedron: [1.038, 1.093, 1.19, 1.245, 1.293, 1.314, 1.33],
  triangle: [1.043, 1.131, 1.291, 1.37, 1.44, 1.471, 1.494],
  digon: [1.032, 1.276, 1.626, 1.77, 1.894, 1.949, 1.99],
  pentagon: [1.036, 1.16, 1.558, 1.806, 2.079, 2.226, 2.35],
  'square-antiprism': [1.034, 1.146, 1.53, 1.805, 2.127, 2.312, 2.475],
  hexagon: [1.029, 1.123, 1.461, 1.709, 2.044, 2.27, 2.502],
  heptagon: [1.035, 1.1, 1.39, 1.626, 1.956, 2.206, 2.519],
};

describe('the benefit per hidden dimension', () => {
  it.each(PACKED)('of the %s is the exact one at its best length and bias', (id) => {
    for (const p of [1, ...DENSITIES]) {
      const { benefit, length, bias } = packing(id, p);
      expect(benefit).toBeCloseTo(benefitAt(id, p, length, bias), 7);
    }
  });

  it.each(PACKED)('of the %s is the largest of all lengths and biases', (id) => {
    for (const p of [0.7, 0.2, 0.01]) {
      const { benefit } = packing(id, p);
      for (let length = 0.4; length < 1.7; length += 0.1)
        for (let bias = -1; bias <= 0.5; bias += 0.1)
          expect(benefitAt(id, p, length, bias)).toBeLessThan(benefit + 1e-7);
    }
  });

  it.each(PACKED)('of the %s is that of the table', (id) => {
    const { n, d } = POLYTOPES[id];
    DENSITIES.forEach((p, k) => {
      expect(Math.abs(packing(id, p).benefit - TABLE[id][k])).toBeLessThanOrEqual((0.01 * n) / d);
    });
  });

  it('is that of the closed forms for one feature and, once rare, for two that face each other', () => {
    expect(packing('single', 0.4).benefit).toBeCloseTo(1, 6);
    // Length 1 and bias 0 lose p²/3, and at p = .01 nothing else saves 1e-5 more.
    expect(packing('digon', 0.01).benefit).toBeCloseTo(2 - 0.01 ** 2 / 3 / featureVariance(0.01), 4);
  });
});

describe('the best polytope', () => {
  it('follows the density: triangle, digon, pentagon, antiprism, hexagon, heptagon', () => {
    const best = [0.7, 0.5, 0.3, 0.21, 0.1, 0.05, 0.017, 0.01].map((p) => bestPolytope(p).id);
    const rings = ['pentagon', 'square-antiprism', 'square-antiprism', 'hexagon', 'heptagon'];
    expect(best).toEqual(['triangle', 'digon', 'digon', ...rings]);
  });

  it('changes where two shapes are equally good', () => {
    expect(crossing('triangle', 'digon', 0.9, 0.4)).toBeCloseTo(0.645, 2);
    expect(crossing('digon', 'pentagon', 0.4, 0.1)).toBeCloseTo(0.225, 2);
    expect(crossing('pentagon', 'square-antiprism', 0.3, 0.1)).toBeCloseTo(0.191, 2);
  });
});
