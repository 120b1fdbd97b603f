import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { POLYTOPES, type PolytopeId } from '../../src/models/geometry/polytopes.ts';
import { normalAt, streamKey } from '../../src/models/random.ts';
import { featureGraph, rowKind } from '../../src/viz/feature-graph.ts';
import { featureGraphLayout } from '../../src/viz/feature-graph-layout.ts';
import FeatureGraph from '../../src/viz/FeatureGraph.svelte';
import ShapeGram from '../../src/viz/ShapeGram.svelte';
import { cellPaths } from '../../src/viz/signed-cells.ts';
import { BROKEN } from './neurons.ts';

/** Shapes at right angles to each other, each in dimensions of its own. */
function sideBySide(ids: readonly PolytopeId[]): { W: Float64Array; n: number; m: number } {
  const shapes = ids.map((id) => POLYTOPES[id]);
  const n = shapes.reduce((sum, shape) => sum + shape.n, 0);
  const m = shapes.reduce((sum, { d }) => sum + d, 0);
  const W = new Float64Array(n * m);
  let row = 0;
  let column = 0;
  for (const { vertices, n: k, d } of shapes) {
    for (let i = 0; i < k; i++) for (let c = 0; c < d; c++) W[(row + i) * m + column + c] = vertices[i * d + c];
    row += k;
    column += d;
  }
  return { W, n, m };
}

function random(n: number, m: number): { W: Float64Array; n: number; m: number } {
  const key = streamKey(4, 0, 0, 'init');
  return { W: Float64Array.from({ length: n * m }, (_, j) => normalAt(key, j) / Math.sqrt(m)), n, m };
}

const mixed = sideBySide(['digon', 'single', 'pentagon', 'digon', 'triangle', 'square-antiprism', 'single']);

describe('the graph of a model', () => {
  const { shapes, represented, dimensionality } = featureGraph(mixed.W, mixed.n, mixed.m);

  test('lists solids and polygons before pairs before those alone, the largest first, each feature once', () => {
    expect(shapes.map(({ name }) => name)).toEqual([
      ...['square antiprism', 'pentagon', 'triangle', 'digon', 'digon'],
      ...['single feature', 'single feature'],
    ]);
    expect(shapes.flatMap(({ members }) => members).sort((a, b) => a - b)).toEqual(
      Array.from({ length: mixed.n }, (_, i) => i),
    );
    expect(represented).toBe(mixed.n);
  });

  test('gives each shape the mean share of its features', () => {
    expect(shapes.map(({ share }) => Number(share.toFixed(6)))).toEqual([0.375, 0.4, 0.666667, 0.5, 0.5, 1, 1]);
    expect(dimensionality[0]).toBeCloseTo(0.5, 12);
  });

  test('joins the pentagon’s corners by five positive and five negative edges, and a pair by one', () => {
    const signs = ({ edges }: (typeof shapes)[number]): number[] => [
      edges.filter(({ dot }) => dot > 0).length,
      edges.filter(({ dot }) => dot < 0).length,
    ];
    expect(signs(shapes[1])).toEqual([5, 5]);
    expect(signs(shapes[3])).toEqual([0, 1]);
    expect(signs(shapes[5])).toEqual([0, 0]);
  });

  test('sees a tetrahedron from above: one corner in the middle of the others', () => {
    const { W, n, m } = sideBySide(['digon', 'tetrahedron']);
    const [{ places }] = featureGraph(W, n, m).shapes;
    const radii = places.map(([x, y]) => Math.hypot(x, y)).sort((a, b) => a - b);
    expect(radii[0]).toBeCloseTo(0, 9);
    radii.slice(1).forEach((radius) => expect(radius).toBeCloseTo(1, 9));
  });

  test('is empty where no feature is represented', () => {
    expect(featureGraph(new Float64Array(12), 4, 3)).toMatchObject({ shapes: [], represented: 0 });
  });
});

const MODELS = [
  mixed,
  sideBySide(Array<PolytopeId>(64).fill('digon')),
  sideBySide(Array<PolytopeId>(64).fill('single')),
  random(2, 1),
  random(40, 3),
  random(120, 10),
];
const BOXES = [
  { width: 120, height: 156 },
  { width: 280, height: 260 },
  { width: 600, height: 260, most: 2.8 },
];

describe('the graph in a box', () => {
  test.each(MODELS)('fits whatever is in it ($n features in $m dimensions)', ({ W, n, m }) => {
    const { shapes } = featureGraph(W, n, m);
    for (const box of BOXES) {
      const layout = featureGraphLayout(shapes, box);
      expect(layout.shapes).toHaveLength(shapes.length);
      expect(layout.used).toBeLessThanOrEqual(box.height);
      for (const { x, y } of layout.shapes.flatMap(({ nodes }) => nodes)) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(box.width);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(layout.used);
      }
    }
  });

  test.each(MODELS)('lays no shape over another ($n features in $m dimensions)', ({ W, n, m }) => {
    const { shapes } = featureGraph(W, n, m);
    for (const box of BOXES) {
      const placed = featureGraphLayout(shapes, box).shapes;
      placed.forEach((a, k) =>
        placed.slice(k + 1).forEach((b) => {
          const across = Math.abs(a.x - b.x) - a.halfWidth - b.halfWidth;
          const down = Math.abs(a.y - b.y) - a.halfHeight - b.halfHeight;
          expect(Math.max(across, down)).toBeGreaterThan(0);
        }),
      );
    }
  });

  test('begins a row for each kind', () => {
    const { shapes } = featureGraph(mixed.W, mixed.n, mixed.m);
    const { shapes: placed } = featureGraphLayout(shapes, { width: 600, height: 260 });
    const rowsOf = (kind: string): Set<number> =>
      new Set(placed.filter(({ index }) => rowKind(shapes[index]) === kind).map(({ y }) => y));
    const [large, pairs, singles] = ['large', 'pair', 'single'].map((kind) => [...rowsOf(kind)]);
    expect([large.length, pairs.length, singles.length]).toEqual([1, 1, 1]);
    expect(large[0]).toBeLessThan(pairs[0]);
    expect(pairs[0]).toBeLessThan(singles[0]);
  });

  test('is as large as its largest scale allows, and no larger', () => {
    const { shapes } = featureGraph(...(Object.values(sideBySide(['digon'])) as [Float64Array, number, number]));
    const half = (most: number): number =>
      featureGraphLayout(shapes, { width: 400, height: 400, most }).shapes[0].halfHeight;
    expect(half(2)).toBeCloseTo(2 * half(1), 9);
  });
});

test('WᵀW is drawn without a script, the shapes’ features side by side: a pentagon, then a pair', () => {
  const { W, n, m } = sideBySide(['digon', 'pentagon']);
  const { shapes } = featureGraph(W, n, m);
  const { body } = render(ShapeGram, { props: { W, m, shapes, width: 280 } });
  expect(body).not.toContain('<canvas');
  const drawn = new Map(
    [...body.matchAll(/<path d="([^"]*)" style="fill: ?([^;"]*)/g)].map(([, d, fill]) => [fill, d]),
  );
  const path = (value: number): string => drawn.get(cellPaths([value], 1, 1, 1)[0].color) ?? '';
  // Each feature with itself, and the pair with each other.
  expect(path(1).match(/M(\d+),\1h/g)).toHaveLength(n);
  expect(path(-1)).toBe('M6,5h1v1h-1zM5,6h1v1h-1z');
});

test('a dense WᵀW is pixels: a page does not carry thousands of marks', () => {
  const { W, n, m } = random(80, 40);
  const { shapes } = featureGraph(W, n, m);
  expect(shapes.flatMap(({ members }) => members).length).toBeGreaterThan(60);
  expect(render(ShapeGram, { props: { W, m, shapes, width: 280 } }).body).toContain('<canvas');
});

test.each(MODELS)('the server draws graph and WᵀW whole ($n features in $m dimensions)', ({ W, n, m }) => {
  const { shapes } = featureGraph(W, n, m);
  for (const lit of [null, 0, 999]) {
    const html =
      render(FeatureGraph, { props: { shapes, width: 280, height: 200, label: 'graph', lit, classes: true } }).body +
      render(ShapeGram, { props: { W, m, shapes, width: 280, lit } }).body;
    expect(html).not.toMatch(BROKEN);
  }
});
