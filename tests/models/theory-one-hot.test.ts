import { describe, expect, it } from 'vitest';
import { benefitIntegral, interferenceIntegral, oneHotLoss } from '../../src/models/theory/one-hot.ts';
import { exactLoss } from '../../src/models/theory/exact-loss.ts';
import { polygonRows, settingsOf, withBias } from './theory-shapes.ts';

/** ∫₀¹ f by the midpoint rule: nothing but samples of the integrand. */
function quadrature(f: (x: number) => number, points = 40_000): number {
  let sum = 0;
  for (let k = 0; k < points; k++) sum += f((k + 0.5) / points);
  return sum / points;
}
const relu = (u: number): number => Math.max(0, u);

const SLOPES = [-1.3, -1, -0.4, -0.02, -1e-3, -1e-5, -1e-9, 0, 1e-9, 1e-5, 1e-3, 0.02, 0.4, 1, 1.3];
const BIASES = [-0.8, -0.28, -0.0005, 0, 0.0005, 0.1, 0.5];

describe('the one-hot loss', () => {
  it('integrates the interference as numeric quadrature does, kinks and tiny slopes included', () => {
    for (const c of SLOPES)
      for (const b of BIASES)
        expect(interferenceIntegral(c, b), `h(${c}, ${b})`).toBeCloseTo(
          quadrature((x) => relu(c * x + b) ** 2),
          8,
        );
  });

  it('integrates the error of the active feature as numeric quadrature does', () => {
    for (const a of SLOPES.filter((slope) => slope >= 0))
      for (const b of BIASES)
        expect(benefitIntegral(a, b), `g(${a}, ${b})`).toBeCloseTo(
          quadrature((x) => (x - relu(a * x + b)) ** 2),
          8,
        );
  });

  it('is zero for digons and triangles of unit length, whose interference is never positive', () => {
    expect(oneHotLoss([1, -1], [0, 0], [1, 1], 1)).toBeCloseTo(0, 12);
    expect(oneHotLoss(polygonRows(3), [0, 0, 0], [1, 1, 1], 2)).toBeCloseTo(0, 12);
    expect(oneHotLoss(polygonRows(4), [0, 0, 0, 0], [1, 1, 1, 1], 2)).toBeCloseTo(0, 12);
  });

  it.each([
    [5, 1.17046, -0.2823, 0.015826],
    [6, 1.32053, -0.61814, 0.048192],
    [10, 1.61803, -1.61803, 1 / 6],
  ])('has the known value for the best regular %i-gon', (k, length, b, expected) => {
    const ones = Array<number>(k).fill(1);
    const at = (l: number, bias: number): number => oneHotLoss(polygonRows(k, l), Array<number>(k).fill(bias), ones, 2);
    expect(at(length, b)).toBeCloseTo(expected, 5);
    for (const [dl, db] of [
      [0.01, 0],
      [-0.01, 0],
      [0, 0.01],
      [0, -0.01],
    ]) {
      expect(at(length + dl, b + db)).toBeGreaterThan(at(length, b));
    }
  });

  it.each([
    [5, 0.06366],
    [6, 0.16667],
    [7, 0.25916],
    [8, 0.33333],
  ])('has the known value for the unit %i-gon without bias', (k, expected) => {
    const loss = oneHotLoss(polygonRows(k), Array<number>(k).fill(0), Array<number>(k).fill(1), 2);
    expect(loss).toBeCloseTo(expected, 5);
  });

  it('weights each output by its own importance', () => {
    // Only output 1 errs: W_1 = 0 with b = 0 loses x², mean 1/3, when it is the active one.
    expect(oneHotLoss([1, 0], [0, 0], [5, 3], 1)).toBeCloseTo((3 * (1 / 3)) / 2, 12);
  });

  it('is what the exact loss per active feature tends to at high sparsity', () => {
    const W = polygonRows(5, 1.15);
    const p = 1e-5;
    const limit = oneHotLoss(W, Array<number>(5).fill(-0.2), Array<number>(5).fill(1), 2);
    const exact = exactLoss(settingsOf(5, p), 2, withBias(W, 5, -0.2)) / (5 * p * (1 - p) ** 4);
    expect(Math.abs(exact / limit - 1)).toBeLessThan(2e-3);
  });
});
