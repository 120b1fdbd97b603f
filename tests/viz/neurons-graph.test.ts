import { describe, expect, it } from 'vitest';
import { labelOver } from '../../src/viz/label-over.ts';
import { graphAt, LEAST_EDGE, networkGraphLayout, thicknessOf } from '../../src/viz/network-graph-layout.ts';
import { mixed, pairs, WIDTHS } from './neurons.ts';

const views = [pairs(3), pairs(6), mixed(6, 12), mixed(1, 1), mixed(6, 2)];

describe('the graph of a network', () => {
  it('keeps its nodes apart and inside, at every width', () => {
    for (const view of views)
      for (const width of WIDTHS) {
        const { nodes, radius, height } = networkGraphLayout(view, width);
        expect(nodes).toHaveLength(2 * view.n + view.m);
        nodes.forEach((node, k) => {
          expect(node.x - radius).toBeGreaterThan(0);
          expect(node.x + radius).toBeLessThan(width);
          expect(node.y - radius).toBeGreaterThan(16);
          expect(node.y + radius).toBeLessThanOrEqual(height);
          for (const other of nodes.slice(k + 1))
            expect(Math.hypot(node.x - other.x, node.y - other.y)).toBeGreaterThan(2 * radius);
        });
      }
  });

  it('has a line for each weight that is worth one, in the direction of the signal, the strongest on top', () => {
    const view = mixed(6, 12);
    const { edges } = networkGraphLayout(view, 700);
    const strong = Array.from(view.W).filter((w) => Math.abs(w) >= LEAST_EDGE);
    expect(edges).toHaveLength(2 * strong.length);
    for (const { reads, feature, neuron, from, to, weight } of edges) {
      expect(weight).toBe(view.W[feature * view.m + neuron]);
      expect([from.kind, from.index, to.kind, to.index]).toEqual(
        reads ? ['input', feature, 'neuron', neuron] : ['neuron', neuron, 'output', feature],
      );
    }
    const sizes = edges.map(({ weight }) => Math.abs(weight));
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
  });

  it('reads W₂ where it is free', () => {
    const { edges } = networkGraphLayout(pairs(3), 700);
    expect(edges.filter(({ reads }) => reads).map(({ weight }) => weight)).toEqual(expect.arrayContaining([1, -1]));
    expect(edges.filter(({ reads }) => !reads).map(({ weight }) => weight)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('draws larger weights thicker, and none too thin or too thick to be seen', () => {
    const sizes = [0.05, 0.3, 0.8, 1, 1.5].map(thicknessOf);
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    expect(thicknessOf(-0.8)).toBe(thicknessOf(0.8));
    expect([thicknessOf(0), thicknessOf(100)]).toEqual([0.8, 9]);
  });

  it('stands each feature beside the middle of its own pair of neurons', () => {
    const { nodes } = networkGraphLayout(pairs(3), 700);
    const y = (kind: string, index: number): number =>
      nodes.find((node) => node.kind === kind && node.index === index)?.y ?? NaN;
    for (let i = 0; i < 3; i++) {
      expect(y('input', i)).toBeCloseTo((y('neuron', 2 * i) + y('neuron', 2 * i + 1)) / 2, 9);
      expect(y('output', i)).toBe(y('input', i));
    }
  });

  it('says of a point which node or which line it means', () => {
    const layout = networkGraphLayout(pairs(3), 700);
    for (const { kind, index, x, y } of layout.nodes)
      expect(graphAt(layout, x + 5, y - 5)).toEqual(
        kind === 'neuron' ? { feature: null, neuron: index } : { feature: index, neuron: null },
      );
    for (const { feature, neuron, from, to } of layout.edges)
      expect(graphAt(layout, (from.x + to.x) / 2, (from.y + to.y) / 2 + 2)).toEqual({ feature, neuron });
    expect(graphAt(layout, 2, 2)).toBeNull();
  });
});

describe('the text over a line', () => {
  it('is clear of it however steep the line is and long the text', () => {
    for (const [x, y] of [
      [100, 0],
      [100, 80],
      [30, -90],
      [200, 200],
    ])
      for (const text of ['a', '−1.44']) {
        const line = { from: { x: 0, y: 0 }, to: { x, y }, thickness: 6 };
        const [cx, cy] = labelOver(line, 0.5, text);
        // Signed distances of the text's corners from the line: all on its upper side, at least half its thickness away.
        const length = Math.hypot(x, y);
        for (const [dx, dy] of [
          [-1, -1],
          [1, -1],
          [-1, 1],
          [1, 1],
        ]) {
          const corner = [cx + dx * 3.5 * text.length, cy + dy * 5];
          expect((y * corner[0] - x * corner[1]) / length).toBeGreaterThanOrEqual(3);
        }
      }
  });
});
