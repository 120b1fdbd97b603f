import { describe, expect, it } from 'vitest';
import { components, type Component } from '../../src/models/geometry/components.ts';
import { LEVELS, nearestLevel } from '../../src/models/geometry/levels.ts';
import { POLYTOPES } from '../../src/models/geometry/polytopes.ts';
import { featureMetrics } from '../../src/models/metrics.ts';
import { normalAt, streamKey } from '../../src/models/random.ts';
import { polygonRows } from './theory-shapes.ts';

interface Points {
  readonly n: number;
  readonly d: number;
  readonly vertices: readonly number[];
}

const ring = (n: number): Points => ({ n, d: 2, vertices: polygonRows(n) });
/** d + 1 points in d + 1 coordinates: the basis less its mean, at length 1. */
const simplex = (d: number): Points => {
  const n = d + 1;
  const rows = Array.from({ length: n * n }, (_, at) => ((at % (n + 1) === 0 ? 1 : 0) - 1 / n) / Math.sqrt(d / n));
  return { n, d: n, vertices: rows };
};
const antiprism = (z: number): Points => {
  const r = Math.sqrt(1 - z * z);
  const corners = Array.from({ length: 8 }, (_, i) => (Math.PI * i) / 4);
  return { n: 8, d: 3, vertices: corners.flatMap((a, i) => [r * Math.cos(a), r * Math.sin(a), i % 2 ? -z : z]) };
};

const SHAPES: readonly (readonly [name: string, fraction: string, dimensions: number, points: Points])[] = [
  ['single feature', '1/1', 1, POLYTOPES.single],
  ['digon', '1/2', 1, POLYTOPES.digon],
  ['triangle', '2/3', 2, POLYTOPES.triangle],
  ['tetrahedron', '3/4', 3, POLYTOPES.tetrahedron],
  ['4-simplex', '4/5', 4, POLYTOPES['4-simplex']],
  ['5-simplex', '5/6', 5, POLYTOPES['5-simplex']],
  ['8-simplex', '8/9', 8, simplex(8)],
  ['pentagon', '2/5', 2, POLYTOPES.pentagon],
  ['hexagon', '1/3', 2, POLYTOPES.hexagon],
  ['heptagon', '2/7', 2, POLYTOPES.heptagon],
  ['octagon', '1/4', 2, ring(8)],
  ['hendecagon', '2/11', 2, ring(11)],
  ['cube', '3/8', 3, POLYTOPES.cube],
  ['square antiprism', '3/8', 3, POLYTOPES['square-antiprism']],
  ['square antiprism', '3/8', 3, POLYTOPES['least-energy-antiprism']],
  ['square antiprism', '3/8', 3, antiprism(0.511)],
  ['icosahedron', '1/4', 3, POLYTOPES.icosahedron],
];

/** Orthonormal rows [m, m] from seeded normal numbers. */
function rotation(m: number, seed: number): number[][] {
  const key = streamKey(seed, 0, 0, 'init');
  const axes: number[][] = [];
  for (let k = 0; k < m; k++) {
    const axis = Array.from({ length: m }, (_, l) => normalAt(key, k * m + l));
    for (const other of axes) {
      const along = axis.reduce((sum, x, l) => sum + x * other[l], 0);
      other.forEach((x, l) => (axis[l] -= along * x));
    }
    const length = Math.hypot(...axis);
    axes.push(axis.map((x) => x / length));
  }
  return axes;
}

interface Placed {
  readonly m?: number;
  readonly length?: number;
  /** Standard deviation added to every coordinate of the directions. */
  readonly noise?: number;
  readonly seed?: number;
}

/** The shapes in coordinates of their own, one after the other, then all turned in m dimensions. */
function placed(shapes: readonly Points[], { m: most, length = 1, noise = 0, seed = 1 }: Placed = {}) {
  const filled = shapes.reduce((sum, { d }) => sum + d, 0);
  const m = most ?? filled;
  const axes = rotation(m, seed);
  const key = streamKey(seed, 1, 0, 'init');
  const W: number[] = [];
  let from = 0;
  for (const { n, d, vertices } of shapes) {
    for (let i = 0; i < n; i++) {
      for (let l = 0; l < m; l++) {
        let x = noise * normalAt(key, W.length);
        for (let k = 0; k < d; k++) x += vertices[i * d + k] * axes[from + k][l];
        W.push(length * x);
      }
    }
    from += d;
  }
  return { W, n: W.length / m, m };
}

const found = ({ W, n, m }: ReturnType<typeof placed>): readonly Component[] => components(W, n, m);
const names = (model: ReturnType<typeof placed>): string[] =>
  found(model)
    .map(({ name }) => name)
    .sort();

describe('the components of a model', () => {
  it.each(SHAPES)('are one %s, each of whose features has %s of a dimension', (name, fraction, dimensions, points) => {
    const exact = found(placed([points]));
    expect(exact).toMatchObject([{ name, dimensions, members: Array.from({ length: points.n }, (_, i) => i) }]);
    expect(exact[0].shape?.fraction.join('/')).toBe(fraction);
    // Turned in more dimensions than it needs, longer and shorter.
    for (const seed of [2, 3]) expect(names(placed([points], { m: points.d + 7, length: 1.3, seed }))).toEqual([name]);
    expect(names(placed([points], { length: 0.6 }))).toEqual([name]);
  });

  it.each(SHAPES)('are one %s still when noise bends it', (name, _fraction, _dimensions, points) => {
    // In m = 4 dimensions at least: noise also bends out of the shape's own space, by some 60° · noise · √m.
    const m = Math.max(4, points.d);
    for (const noise of [0.01, 0.02]) {
      for (let seed = 1; seed <= 8; seed++) expect(names(placed([points], { m, noise, seed }))).toEqual([name]);
    }
  });

  it('are named at the noise of training, some 3°, for the shapes that training finds', () => {
    const { single, digon, triangle, tetrahedron, pentagon, hexagon } = POLYTOPES;
    for (const points of [single, digon, triangle, tetrahedron, pentagon, hexagon, antiprism(0.54)]) {
      const [{ name }] = found(placed([points]));
      for (let seed = 1; seed <= 8; seed++) expect(names(placed([points], { noise: 0.05, seed }))).toEqual([name]);
    }
  });

  it('are irregular when noise has made a shape unrecognisable, and never another shape', () => {
    for (const [name, , , points] of SHAPES.filter(([, , , { n }]) => n > 3)) {
      for (let seed = 1; seed <= 4; seed++) {
        for (const each of found(placed([points], { noise: 0.2, seed }))) {
          expect(each.shape === null || each.shape.name === name || each.members.length < points.n).toBe(true);
        }
      }
    }
  });

  it('fall apart by themselves where a polytope is a tegum product', () => {
    expect(names(placed([POLYTOPES.octahedron]))).toEqual(['digon', 'digon', 'digon']);
    expect(names(placed([POLYTOPES.square], { m: 9 }))).toEqual(['digon', 'digon']);
    expect(names(placed([POLYTOPES['triangular-bipyramid']], { noise: 0.02 }))).toEqual(['digon', 'triangle']);
    expect(names(placed([POLYTOPES['pentagonal-bipyramid']], { m: 5 }))).toEqual(['digon', 'pentagon']);
  });

  it('are told apart many at once, in a model of hundreds of features that interfere lightly', () => {
    const { digon, triangle, tetrahedron, pentagon } = POLYTOPES;
    const shapes = [
      ...Array<Points>(16).fill(digon),
      triangle,
      triangle,
      tetrahedron,
      pentagon,
      antiprism(0.55),
      digon,
    ];
    const counted = (noise: number): Record<string, number> => {
      const counts: Record<string, number> = {};
      for (const name of names(placed(shapes, { m: 64, noise }))) counts[name] = (counts[name] ?? 0) + 1;
      return counts;
    };
    const all = { digon: 17, triangle: 2, tetrahedron: 1, pentagon: 1, 'square antiprism': 1 };
    expect(counted(0)).toEqual(all);
    // Every feature 9° off, and |cosine| up to .1 between shapes.
    expect(counted(0.02)).toEqual(all);
  });

  it('count neither features that are left out nor their interference', () => {
    const { W, n, m } = placed([POLYTOPES.pentagon], { m: 6 });
    const leftOut = rotation(m, 9).flatMap((axis) => axis.map((x) => 0.45 * x));
    expect(components([...leftOut, ...W], n + m, m)).toMatchObject([{ members: [6, 7, 8, 9, 10], name: 'pentagon' }]);
    expect(components(leftOut, m, m)).toEqual([]);
  });

  it('have no name where they are no regular shape', () => {
    const at = (...angles: number[]): Points => ({
      n: angles.length,
      d: 2,
      vertices: angles.flatMap((a) => [Math.cos((a * Math.PI) / 180), Math.sin((a * Math.PI) / 180)]),
    });
    const named = (points: Points): string[] => names(placed([points], { m: 5 }));
    expect(named(at(0, 50, 130, 200, 300))).toEqual(['irregular, 5 features in 2 dimensions']);
    expect(named(at(0, 0))).toEqual(['irregular, 2 features in 1 dimension']);
    expect(named(at(0, 106, 243))).toEqual(['irregular, 3 features in 2 dimensions']);
    // Three lines at 60° in space: every point sees the angles of a hexagon.
    const a = [1, 0, 0];
    const b = [0.5, Math.sqrt(0.75), 0];
    const c = [0.5, 0.5 / Math.sqrt(3), Math.sqrt(2 / 3)];
    const lines = [a, b, c].flatMap((line) => [line, line.map((x) => -x)]).flat();
    expect(names(placed([{ n: 6, d: 3, vertices: lines }]))).toEqual(['irregular, 6 features in 3 dimensions']);
    // A pentagon with one feature half as long again.
    const uneven = polygonRows(5).map((x, at) => (at < 2 ? 1.5 * x : x));
    expect(named({ n: 5, d: 2, vertices: uneven })).toEqual(['irregular, 5 features in 2 dimensions']);
  });

  it('do not take two that face each other for a pair when forty others lean on them', () => {
    const [others, m] = [40, 41];
    const row = (entries: Readonly<Record<number, number>>): number[] =>
      Array.from({ length: m }, (_, k) => entries[k] ?? 0);
    const leaning = Array.from({ length: others }, (_, k) => row({ 0: 0.42, [k + 1]: Math.sqrt(1 - 0.42 ** 2) }));
    const W = [row({ 0: 1 }), row({ 0: -1 }), ...leaning].flat();
    expect(components(W, others + 2, m)).toMatchObject([{ shape: null, dimensions: m }]);
  });

  it('are one mesh where features at random crowd each other from all sides', () => {
    const key = streamKey(4, 0, 0, 'data');
    const [n, m] = [208, 30];
    const W = Array.from({ length: n * m }, (_, at) => normalAt(key, at) / Math.sqrt(m));
    expect(components(W, n, m)).toMatchObject([{ name: 'irregular, 208 features in 30 dimensions', shape: null }]);
  });
});

describe('the levels of feature dimensionality', () => {
  it('are those of the shapes that they are named after', () => {
    const named = new Map([...SHAPES].reverse().map(([name, fraction, , points]) => [name, { fraction, points }]));
    for (const { name, fraction, dimensionality } of LEVELS.slice(0, -1)) {
      expect(fraction.join('/')).toBe(named.get(name)?.fraction);
      const { n, d, vertices } = named.get(name)?.points ?? POLYTOPES.single;
      for (const D of featureMetrics(vertices, n, d).dimensionality) expect(D).toBeCloseTo(dimensionality, 9);
    }
  });

  it('are found within the tolerance only', () => {
    expect(nearestLevel(0.505)?.name).toBe('digon');
    expect(nearestLevel(0.395)?.name).toBe('pentagon');
    expect(nearestLevel(0.381)?.name).toBe('square antiprism');
    expect(nearestLevel(0.005)).toMatchObject({ name: 'left out', fraction: [0, 1] });
    expect(nearestLevel(0.45)).toBeNull();
    expect(nearestLevel(0.53)).toBeNull();
    expect(nearestLevel(0.53, 0.05)?.name).toBe('digon');
  });
});
