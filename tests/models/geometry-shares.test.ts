import { describe, expect, test } from 'vitest';
import { featureDimensionality } from '../../src/models/geometry/dimensionality.ts';
import { POLYTOPES } from '../../src/models/geometry/polytopes.ts';
import { principalPlane } from '../../src/models/geometry/principal-plane.ts';
import { featureMetrics } from '../../src/models/metrics.ts';
import { normalAt, streamKey } from '../../src/models/random.ts';

const random = (n: number, m: number, seed = 1): Float64Array => {
  const key = streamKey(seed, 0, 0, 'init');
  return Float64Array.from({ length: n * m }, (_, j) => normalAt(key, j));
};

describe('the shares of a dimension without WᵀW', () => {
  test.each([
    [1, 1],
    [5, 2],
    [40, 7],
    [7, 12],
  ])('are those of WᵀW for %i features in %i dimensions, and none exceeds 1', (n, m) => {
    const W = random(n, m);
    W.fill(0, 0, n > 1 ? m : 0);
    const { dimensionality } = featureMetrics(W, n, m);
    const D = featureDimensionality(W, n, m);
    D.forEach((share, i) => expect(share).toBeCloseTo(dimensionality[i], 12));
    expect(Math.max(...D)).toBeLessThanOrEqual(1);
    if (n > 1) expect(D[0]).toBe(0);
  });

  test('never add up to more than the dimensions, and to all of them where the shapes are tight', () => {
    for (let seed = 0; seed < 20; seed++) {
      const sum = featureDimensionality(random(30, 6, seed), 30, 6).reduce((all, share) => all + share, 0);
      expect(sum).toBeLessThanOrEqual(6 + 1e-12);
    }
    for (const id of ['digon', 'triangle', 'tetrahedron', 'pentagon', 'square-antiprism', 'cube'] as const) {
      const { vertices, n, d } = POLYTOPES[id];
      featureDimensionality(vertices, n, d).forEach((share) => expect(share).toBeCloseTo(d / n, 12));
    }
  });
});

describe('the plane in which a group is seen best', () => {
  /** A shape's vertices in m dimensions, in a frame that nobody would guess. */
  function embedded(id: 'pentagon' | 'triangle', m: number): { W: Float64Array; members: number[] } {
    const { vertices, n } = POLYTOPES[id];
    const frame = random(2, m, 3);
    const [u, raw] = [frame.subarray(0, m), frame.subarray(m)];
    const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, x, k) => sum + x * b[k], 0);
    const first = u.map((x) => x / Math.sqrt(dot(u, u)));
    const rest = raw.map((x, k) => x - dot(raw, first) * first[k]);
    const second = rest.map((x) => x / Math.sqrt(dot(rest, rest)));
    const W = new Float64Array((n + 2) * m);
    for (let i = 0; i < n; i++)
      for (let k = 0; k < m; k++) W[(i + 1) * m + k] = vertices[2 * i] * first[k] + vertices[2 * i + 1] * second[k];
    return { W, members: Array.from({ length: n }, (_, i) => i + 1) };
  }

  test.each(['pentagon', 'triangle'] as const)(
    'shows a %s as itself in nine dimensions, its first feature on top',
    (id) => {
      const { W, members } = embedded(id, 9);
      const points = principalPlane(W, 9, members);
      expect(points[0][0]).toBeCloseTo(0, 9);
      expect(points[0][1]).toBeCloseTo(1, 9);
      const k = points.length;
      points.forEach(([x, y], a) => {
        expect(Math.hypot(x, y)).toBeCloseTo(1, 9);
        points.forEach(([u, v], b) => expect(x * u + y * v).toBeCloseTo(Math.cos((2 * Math.PI * (a - b)) / k), 9));
      });
    },
  );

  test('has a place for one feature, for none of any length, and for two on one line', () => {
    expect(principalPlane([3, 4], 2, [0])).toEqual([[0, 5]]);
    expect(principalPlane([0, 0, 0, 0], 2, [0, 1]).flat().every(Number.isFinite)).toBe(true);
    const [[, up], [, down]] = principalPlane([1, 0, -2, 0], 2, [0, 1]);
    expect([up, down]).toEqual([1, -2]);
  });
});
