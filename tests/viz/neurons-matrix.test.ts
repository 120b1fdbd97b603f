import { describe, expect, it } from 'vitest';
import { weightAt, weightMatrixLayout, type WeightMatrixLayout } from '../../src/viz/weight-matrix-layout.ts';
import { networks, WIDTHS } from './neurons.ts';

const SHAPES = [
  [1, 1],
  [3, 6],
  [10, 5],
  [24, 12],
  [100, 40],
  [128, 64],
] as const;

describe.each(SHAPES)('the matrix of %i features on %i neurons', (n, m) => {
  const all = WIDTHS.flatMap((width) =>
    [false, true].flatMap((writes) =>
      [false, true].map((hiddenBias) => weightMatrixLayout(n, m, { width, writes, hiddenBias })),
    ),
  );

  it('keeps its blocks beside each other and inside, at every width', () => {
    for (const { importance, reads, writes, bias, right, width, top, bottom, height, numberY, rampY } of all) {
      const blocks = [importance, reads, ...(writes ? [writes] : []), bias];
      blocks.slice(1).forEach((block, k) => expect(block.x).toBeGreaterThan(blocks[k].x + blocks[k].width));
      expect(right).toBe(bias.x + bias.width);
      expect(right).toBeLessThanOrEqual(width + 1e-9);
      expect(bias.width).toBeGreaterThanOrEqual(6);
      expect(top).toBeLessThan(bottom);
      expect(bottom).toBeLessThan(numberY);
      expect(rampY + 20).toBeLessThanOrEqual(height);
    }
  });

  it('has cells of its pitch that fill the rows and columns', () => {
    for (const { reads, writes, pitchX, pitchY, cellWidth, cellHeight, top, bottom } of all) {
      expect((m - 1) * pitchX + cellWidth).toBeCloseTo(reads.width, 6);
      expect((n - 1) * pitchY + cellHeight).toBeCloseTo(bottom - top, 6);
      if (writes) expect(writes.width).toBe(reads.width);
    }
  });

  it('finds every weight again in both blocks', () => {
    for (const layout of all)
      for (const block of [layout.reads, layout.writes])
        if (block)
          for (const [feature, neuron] of [[0, 0] as const, [n - 1, m - 1] as const, [n >> 1, m >> 1] as const])
            expect(centreOf(layout, block.x, feature, neuron)).toEqual({ feature, neuron });
  });

  it('prints numbers only into cells that hold "−1.01"', () => {
    for (const { numbered, cellWidth, cellHeight } of all)
      if (numbered) {
        expect(cellWidth).toBeGreaterThanOrEqual(30);
        expect(cellHeight).toBeGreaterThanOrEqual(14);
      }
  });
});

function centreOf(layout: WeightMatrixLayout, left: number, feature: number, neuron: number): unknown {
  const x = left + neuron * layout.pitchX + layout.cellWidth / 2;
  return weightAt(layout, x, layout.top + feature * layout.pitchY + layout.cellHeight / 2);
}

describe('the matrix', () => {
  it('numbers its cells on a desk for E18’s and E19’s small models, and not for a hundred features', () => {
    expect(weightMatrixLayout(10, 5, { width: 420, writes: false, hiddenBias: false }).numbered).toBe(true);
    expect(weightMatrixLayout(3, 6, { width: 580, writes: true, hiddenBias: false }).numbered).toBe(true);
    expect(weightMatrixLayout(100, 40, { width: 1200, writes: true, hiddenBias: false }).numbered).toBe(false);
  });

  it('means a feature beside the columns, a neuron over and under the rows, and nothing outside', () => {
    for (const [, { n, m }] of networks) {
      const layout = weightMatrixLayout(n, m, { width: 700, writes: false, hiddenBias: false });
      expect(weightAt(layout, 2, layout.top + 1)).toEqual({ feature: 0, neuron: null });
      expect(weightAt(layout, layout.bias.x + 1, layout.bottom - 1)).toEqual({ feature: n - 1, neuron: null });
      expect(weightAt(layout, layout.reads.x + 1, layout.numberY)).toEqual({ feature: null, neuron: 0 });
      expect(weightAt(layout, 2, layout.numberY)).toBeNull();
      expect(weightAt(layout, layout.right + 2, layout.top + 1)).toBeNull();
    }
  });

  it('has a row for the hidden biases under the features only where there are any', () => {
    const without = weightMatrixLayout(10, 5, { width: 420, writes: false, hiddenBias: false });
    const having = weightMatrixLayout(10, 5, { width: 420, writes: false, hiddenBias: true });
    expect(without.hiddenBiasY).toBeNull();
    // With a line of text between them.
    expect(having.hiddenBiasY).toBeGreaterThanOrEqual(having.bottom + 20);
    expect(having.height - without.height).toBeGreaterThanOrEqual(having.cellHeight);
  });
});
