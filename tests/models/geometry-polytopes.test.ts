import { describe, expect, it } from 'vitest';
import { POLYTOPES, type PolytopeId } from '../../src/models/geometry/polytopes.ts';
import { featureMetrics, gram } from '../../src/models/metrics.ts';

const all = Object.entries(POLYTOPES).map(([key, polytope]) => [key, polytope] as const);
/** Σ_{i≠j} ReLU(u_i·u_j)². */
const energy = (id: PolytopeId): number => {
  const { vertices, n, d } = POLYTOPES[id];
  return gram(vertices, n, d).reduce((sum, dot, at) => sum + (at % (n + 1) === 0 ? 0 : Math.max(0, dot) ** 2), 0);
};
const dots = (id: PolytopeId): number[] => {
  const { vertices, n, d } = POLYTOPES[id];
  const off = Array.from(gram(vertices, n, d)).filter((_, at) => at % (n + 1) !== 0);
  return [...new Set(off.map((dot) => Math.round(dot * 1e9) / 1e9 + 0))].sort((a, b) => a - b);
};

describe('a named polytope', () => {
  it.each(all)('%s: is filed under its own id, with rows of length 1 that span its dimensions', (key, polytope) => {
    const { id, n, d, vertices } = polytope;
    expect(id).toBe(key);
    expect(vertices).toHaveLength(n * d);
    for (const norm of featureMetrics(vertices, n, d).norms) expect(norm).toBeCloseTo(1, 12);
    for (let k = 0; k < d; k++) expect(vertices.some((x, at) => at % d === k && Math.abs(x) > 0.1)).toBe(true);
  });

  it.each(all)('%s: has the dimensionalities of its fractions, which fill its dimensions', (_, polytope) => {
    const { n, d, vertices, factors } = polytope;
    const { dimensionality } = featureMetrics(vertices, n, d);
    for (const { members, dimensions, fraction } of factors) {
      const filled = members.reduce((sum, i) => sum + dimensionality[i], 0);
      if (fraction) {
        for (const i of members) expect(dimensionality[i]).toBeCloseTo(fraction[0] / fraction[1], 12);
        expect(filled).toBeCloseTo(dimensions, 12);
      } else expect(filled).toBeLessThan(dimensions);
    }
    expect(factors.reduce((sum, { dimensions }) => sum + dimensions, 0)).toBe(d);
  });

  it.each(all)('%s: falls into its factors and no further', (_, { n, d, vertices, factors }) => {
    const G = gram(vertices, n, d);
    const meet = (i: number, j: number): boolean => Math.abs(G[i * n + j]) > 1e-12;
    const components: number[][] = [];
    for (let i = 0; i < n; i++) {
      if (components.some((members) => members.includes(i))) continue;
      const members = [i];
      for (const at of members) for (let j = 0; j < n; j++) if (meet(at, j) && !members.includes(j)) members.push(j);
      components.push(members.sort((a, b) => a - b));
    }
    expect(components).toEqual(factors.map(({ members }) => members).toSorted((a, b) => a[0] - b[0]));
  });

  it('has the angles of its kind', () => {
    expect(dots('tetrahedron')).toEqual([-0.333333333]);
    expect(dots('5-simplex')).toEqual([-0.2]);
    expect(dots('octahedron')).toEqual([-1, 0]);
    expect(dots('cube')).toEqual([-1, -0.333333333, 0.333333333]);
    expect(dots('icosahedron')).toEqual([-1, -0.447213595, 0.447213595]);
    expect(dots('pentagonal-bipyramid')).toEqual([-1, -0.809016994, 0, 0.309016994]);
  });

  it('of eight features has its least energy in the antiprism made for it', () => {
    expect(energy('cube')).toBeCloseTo(8 / 3, 12);
    expect(energy('least-energy-antiprism')).toBeCloseTo(2.0438, 4);
    expect(energy('least-energy-antiprism')).toBeLessThan(energy('square-antiprism'));
    const { vertices } = POLYTOPES['least-energy-antiprism'];
    expect(featureMetrics(vertices, 8, 3).dimensionality[0]).toBeCloseTo(289 / (1248 - 336 * Math.SQRT2), 12);
  });
});
