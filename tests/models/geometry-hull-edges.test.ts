import { describe, expect, it } from 'vitest';
import { hullEdges } from '../../src/models/geometry/hull-edges.ts';
import { POLYTOPES, type PolytopeId } from '../../src/models/geometry/polytopes.ts';
import { streamKey, normalAt } from '../../src/models/random.ts';

const edgesOf = (id: PolytopeId) => hullEdges(POLYTOPES[id].vertices, POLYTOPES[id].d);

describe('the edges of a hull', () => {
  it.each([
    ['triangle', 3],
    ['square', 4],
    ['pentagon', 5],
    ['tetrahedron', 6],
    ['triangular-bipyramid', 9],
    ['octahedron', 12],
    ['cube', 12],
    ['square-antiprism', 16],
    ['pentagonal-bipyramid', 15],
    ['icosahedron', 30],
    ['4-simplex', 10],
  ] as const)('of a %s are %i', (id, count) => {
    expect(edgesOf(id)).toHaveLength(count);
  });

  it('of a solid lie on two facets each, whose normals point outward', () => {
    for (const id of ['cube', 'octahedron', 'square-antiprism', 'icosahedron'] as const) {
      const { vertices } = POLYTOPES[id];
      for (const { ends, normals } of edgesOf(id)) {
        expect(normals).toHaveLength(2);
        for (const normal of normals) {
          const at = (i: number): number => [0, 1, 2].reduce((sum, k) => sum + normal[k] * vertices[3 * i + k], 0);
          expect(at(ends[0])).toBeCloseTo(at(ends[1]), 9);
          for (let i = 0; i < vertices.length / 3; i++) expect(at(i)).toBeLessThan(at(ends[0]) + 1e-9);
        }
      }
    }
  });

  it('of the cross-polytope in four dimensions join all but opposite corners', () => {
    const corners = Array.from({ length: 8 }, (_, i) => [0, 1, 2, 3].map((k) => (k === i >> 1 ? 1 - 2 * (i & 1) : 0)));
    const edges = hullEdges(corners.flat(), 4);
    expect(edges).toHaveLength(24);
    expect(edges.some(({ ends: [i, j] }) => i >> 1 === j >> 1)).toBe(false);
  });

  it('leave out points inside, and a facet of four that are nearly flat stays whole', () => {
    const cube = [...POLYTOPES.cube.vertices];
    const key = streamKey(1, 0, 0, 'init');
    const shaken = cube.map((x, at) => x + 0.004 * Math.max(-1, Math.min(1, normalAt(key, at))));
    expect(hullEdges([...shaken, 0.1, 0, 0.1], 3)).toHaveLength(12);
  });

  it('of flat points in space are those of the polygon, without an outside', () => {
    const edges = hullEdges([0, 1, 0, 1, 0, 0, 0, -1, 0, -1, 0, 0], 3);
    expect(edges.map(({ ends }) => ends)).toEqual([[0, 1], [0, 3], [1, 2], [2, 3]]); // prettier-ignore
    expect(edges.every(({ normals }) => normals.length === 0)).toBe(true);
  });

  it('are none for points on a line, one point, or none', () => {
    for (const points of [[], [0, 1, 0], [0, 1, 0, 0, -1, 0, 0, 0.5, 0], [1, 1, 1, 1, 1, 1]])
      expect(hullEdges(points, 3)).toEqual([]);
  });
});
