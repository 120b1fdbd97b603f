import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dimensionsPerFeature, featureMetrics, gram } from '../../src/models/metrics.ts';
import { polygonRows } from './theory-shapes.ts';

describe('the metrics', () => {
  it('have WᵀW as the paper writes it: entry (i, j) is W_i·W_j', () => {
    expect(Array.from(gram([1, 2, 3, 4, 0, -1], 3, 2))).toEqual([5, 11, -2, 11, 25, -4, -2, -4, 1]);
  });

  it.each([
    ['a dedicated feature', [1, 0], 1, 2, 1, 0],
    ['a digon', [1, -1], 2, 1, 1 / 2, 1],
    ['a triangle', polygonRows(3), 3, 2, 2 / 3, 1 / 2],
    ['two digons', polygonRows(4), 4, 2, 1 / 2, 1],
    ['a pentagon', polygonRows(5), 5, 2, 2 / 5, 3 / 2],
    ['a hexagon', polygonRows(6), 6, 2, 1 / 3, 2],
  ])('give each feature of %s its share of the dimensions', (_, W, n, m, dimensionality, superposition) => {
    const metrics = featureMetrics(W, n, m);
    for (let i = 0; i < n; i++) {
      expect(metrics.dimensionality[i]).toBeCloseTo(dimensionality, 12);
      expect(metrics.superposition[i]).toBeCloseTo(superposition, 12);
      expect(metrics.norms[i]).toBeCloseTo(1, 12);
    }
    expect(metrics.represented).toBe(n);
    expect(metrics.dedicated).toBe(superposition === 0 ? n : 0);
  });

  it('never share out more dimensions than there are', () => {
    const entries = fc.array(fc.integer({ min: -200, max: 200 }), { minLength: 14, maxLength: 14 });
    fc.assert(
      fc.property(entries, (W) => {
        const sum = featureMetrics(
          W.map((hundredths) => hundredths / 100),
          7,
          2,
        ).dimensionality.reduce((total, D) => total + D, 0);
        expect(sum).toBeLessThanOrEqual(2 + 1e-9);
      }),
      { seed: 1 },
    );
  });

  it('count as represented what has ‖W_i‖ ≥ .9, and as dedicated what of it is hardly overlapped', () => {
    // Lengths .9, .89, 1; the third is overlapped by the second: (.3 × .89)² / 1.
    const W = [0.9, 0, 0, 0, 0.89, 0, 0, 0.4, Math.sqrt(1 - 0.16)];
    const { represented, dedicated, superposition } = featureMetrics(W, 3, 3);
    expect(superposition[2]).toBeCloseTo((0.4 * 0.89) ** 2, 12);
    expect([represented, dedicated]).toEqual([2, 1]);
  });

  it('are zero, not NaN, for a feature that is not there', () => {
    const { norms, superposition, dimensionality } = featureMetrics([0, 0, 1, 0], 2, 2);
    expect([norms[0], superposition[0], dimensionality[0]]).toEqual([0, 0, 0]);
  });

  it('have D* = m / ‖W‖²_F', () => {
    expect(dimensionsPerFeature(polygonRows(5), 2)).toBeCloseTo(2 / 5, 12);
    expect(dimensionsPerFeature([1, -1], 1)).toBeCloseTo(1 / 2, 12);
  });
});
