import { describe, expect, it } from 'vitest';
import { superpositionColor, superpositionTextColor } from '../../src/viz/color.ts';
import {
  neuronStacksLayout,
  nextInStack,
  stackAt,
  stackExtent,
  type StacksLayout,
} from '../../src/viz/neuron-stacks-layout.ts';
import type { NeuronView } from '../../src/viz/neuron-view.ts';
import { numberedPlaces } from '../../src/viz/numbered.ts';
import { stackPaths } from '../../src/viz/stack-paths.ts';
import { idle, mixed, networks, pairs, WIDTHS } from './neurons.ts';
import { contrast, type Theme } from './tokens.ts';

const lay = ({ W, n, m }: NeuronView, width = 700, absolute = false): StacksLayout =>
  neuronStacksLayout(W, n, m, { width, plot: 240, absolute });
const column = ({ W, n, m }: NeuronView, k: number): number[] => Array.from({ length: n }, (_, i) => W[i * m + k]);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe.each(networks)('the stacks of %s', (_, view) => {
  it('stand inside the picture at every width, beside each other', () => {
    for (const width of WIDTHS) {
      const layout = lay(view, width);
      expect(layout.columns).toHaveLength(view.m);
      expect(layout.right).toBeLessThanOrEqual(width + 1e-9);
      layout.columns.forEach(({ x, width: across, rects, rests }, k) => {
        expect(across).toBeGreaterThan(0);
        expect(x).toBeGreaterThanOrEqual(k === 0 ? layout.left : layout.columns[k - 1].x + layout.columns[k - 1].width);
        expect(x + across).toBeLessThanOrEqual(layout.right + 1e-9);
        for (const { y, height } of [...rects, ...rests]) {
          expect(y).toBeGreaterThanOrEqual(layout.top - 1e-6);
          expect(y + height).toBeLessThanOrEqual(layout.bottom + 1e-6);
        }
      });
    }
  });

  it.each([false, true])('add up to the sizes of the weights (absolute: %s)', (absolute) => {
    const layout = lay(view, 700, absolute);
    layout.columns.forEach(({ rects, rests }, k) => {
      const weights = column(view, k);
      const drawn = [...rects, ...rests];
      const up = drawn.filter(({ y }) => y < layout.zeroY - 1e-9).map(({ height }) => height);
      const down = drawn.filter(({ y }) => y >= layout.zeroY - 1e-9).map(({ height }) => height);
      const above = sum(weights.filter((w) => absolute || w > 0).map(Math.abs));
      const below = absolute ? 0 : -sum(weights.filter((w) => w < 0));
      expect(sum(up) / layout.unit).toBeCloseTo(above, 9);
      expect(sum(down) / layout.unit).toBeCloseTo(below, 9);
    });
  });

  it('have their largest weights next to the axis, and no gap or overlap within a stack', () => {
    const layout = lay(view);
    for (const { rects, rests } of layout.columns) {
      for (const above of [true, false]) {
        const arm = rects.filter(({ value }) => value > 0 === above);
        const ends = rests.filter(({ y }) => y < layout.zeroY === above);
        let edge = layout.zeroY;
        for (const { y, height } of [...arm, ...ends]) {
          expect(above ? y + height : y).toBeCloseTo(edge, 6);
          edge = above ? y : y + height;
        }
        arm.slice(1).forEach(({ value }, k) => expect(Math.abs(value)).toBeLessThanOrEqual(Math.abs(arm[k].value)));
      }
    }
  });

  it('say of each point what is drawn there', () => {
    for (const width of [280, 1200]) {
      const layout = lay(view, width);
      for (const { neuron, x, width: across, rects } of layout.columns)
        for (const { feature, y, height } of rects)
          expect(stackAt(layout, x + across / 2, y + height / 2)).toEqual({ neuron, feature });
      expect(stackAt(layout, layout.left - 1, layout.zeroY)).toBeNull();
      expect(stackAt(layout, layout.right + 1, layout.zeroY)).toBeNull();
      expect(stackAt(layout, layout.columns[0].x, layout.numberY)).toEqual({ neuron: 0, feature: null });
    }
  });

  it('write a number only where it fits', () => {
    for (const width of WIDTHS)
      for (const { width: across, rects } of lay(view, width).columns)
        for (const { feature, height, labelled } of rects) {
          // Instrument Sans 600 at 12.5 px: a digit advances 7.6 px at most, capitals and figures are 9 px high.
          if (labelled) expect(height).toBeGreaterThanOrEqual(12);
          if (labelled) expect(across).toBeGreaterThanOrEqual(7.6 * String(feature + 1).length);
        }
  });
});

describe('the stack plot', () => {
  it('puts a positive weight of E19’s pair above the axis and the negative one below, or both above', () => {
    const signed = lay(pairs(3));
    expect(signed.columns.map(({ rects }) => rects.map(({ feature, value }) => [feature, value]))).toEqual([
      [[0, 1]],
      [[0, -1]],
      [[1, 1]],
      [[1, -1]],
      [[2, 1]],
      [[2, -1]],
    ]);
    expect(signed.columns[0].rects[0].y + signed.columns[0].rects[0].height).toBeCloseTo(signed.zeroY, 9);
    expect(signed.columns[1].rects[0].y).toBeCloseTo(signed.zeroY, 9);
    const absolute = lay(pairs(3), 700, true);
    expect(absolute.zeroY).toBeCloseTo(absolute.bottom, 9);
    expect(new Set(absolute.columns.map(({ rects }) => rects[0].y)).size).toBe(1);
  });

  it('has an axis of whole weights from 0 on, each at its place, and 1 among them where few are stacked', () => {
    for (const [, view] of networks) {
      const { ticks, zeroY, unit } = lay(view);
      expect(ticks.map(({ value }) => value)).toContain(0);
      for (const { value, y } of ticks) {
        expect(Number.isInteger(value)).toBe(true);
        expect(y).toBeCloseTo(zeroY - value * unit, 6);
      }
    }
    expect(lay(pairs(3)).ticks.map(({ value }) => value)).toEqual([-1, 0, 1]);
  });

  it('shows two models on one scale when they share their extent', () => {
    const [small, large] = [pairs(3), mixed(20, 64)];
    const extent = stackExtent(large.W, large.n, large.m);
    const { unit, zeroY } = neuronStacksLayout(small.W, 3, 6, { width: 280, plot: 150, bare: true, extent });
    const other = neuronStacksLayout(large.W, 20, 64, { width: 280, plot: 150, bare: true, extent });
    expect([unit, zeroY]).toEqual([other.unit, other.zeroY]);
    expect(unit * (extent.above + extent.below)).toBeCloseTo(150, 9);
  });

  it('gathers what is smaller than a pixel at the outer end, and draws no weight of 0', () => {
    const W = [1, 0.001, -0.001, 0];
    const { columns, unit } = neuronStacksLayout(W, 4, 1, { width: 280, plot: 240 });
    expect(columns[0].rects.map(({ feature }) => feature)).toEqual([0]);
    expect(columns[0].rests.map(({ height }) => height / unit)).toEqual([
      expect.closeTo(0.001, 9),
      expect.closeTo(0.001, 9),
    ]);
    expect(lay(idle).columns.flatMap(({ rects, rests }) => [...rects, ...rests])).toEqual([]);
  });

  it('goes through the features of a stack by keys, from the largest on and not past the ends', () => {
    const [only] = neuronStacksLayout([0.5, 0.9, -0.7], 3, 1, { width: 280, plot: 240 }).columns;
    expect(nextInStack(only, null, 1)).toBe(1);
    expect([nextInStack(only, 1, 1), nextInStack(only, 0, 1)]).toEqual([0, 0]);
    expect([nextInStack(only, 1, -1), nextInStack(only, 2, -1)]).toEqual([2, 2]);
    expect(nextInStack(lay(idle).columns[0], null, 1)).toBeNull();
  });
});

describe('the marks of a stack plot', () => {
  const area = (path: string): number =>
    sum([...path.matchAll(/h([\d.]+)v([\d.]+)/g)].map(([, width, height]) => Number(width) * Number(height)));

  it('are one path a tone, with every rectangle in the tone of its feature', () => {
    const view = mixed(10, 5);
    const { columns } = lay(view);
    const paths = stackPaths(columns, view.metrics.superposition);
    expect(new Set(paths.map(({ color }) => color)).size).toBe(paths.length);
    const rects = columns.flatMap(({ rects: each }) => each);
    expect(sum(paths.map(({ path }) => path.split('M').length - 1))).toBe(rects.length);
    const two = stackPaths(
      columns,
      Array.from({ length: 10 }, (_, i) => (i === 0 ? 0 : 1)),
    );
    expect(two.map(({ color }) => color).sort()).toEqual(['var(--sup-0)', 'var(--sup-4)']);
    const first = two.find(({ color }) => color === 'var(--sup-0)')?.path ?? '';
    const mine = columns.flatMap(({ width, rects: each }) =>
      each.filter(({ feature }) => feature === 0).map(({ height }) => width * height),
    );
    // A gap of at most one pixel or a quarter of the height is left between two of them.
    expect(area(first)).toBeLessThan(sum(mine));
    expect(area(first)).toBeGreaterThan(0.7 * sum(mine));
  });

  it.each(['light', 'dark'] as Theme[])('keep every number on the superposition ramp at 4.5:1 (%s)', (theme) => {
    for (let s = 0; s <= 1.2; s += 0.005)
      expect(contrast(superpositionColor(s), superpositionTextColor(s), theme), `s = ${s}`).toBeGreaterThanOrEqual(4.5);
  });
});

describe('the numbers of many rows or columns', () => {
  it('are all there where there is room, else every fifth, tenth or twentieth and the first', () => {
    expect(numberedPlaces(4, 20, 19)).toEqual([0, 1, 2, 3]);
    expect(numberedPlaces(12, 6, 19)).toEqual([0, 4, 9]);
    expect(numberedPlaces(40, 2.4, 17)).toEqual([0, 9, 19, 29, 39]);
  });

  it('never stand closer than asked', () => {
    for (let pitch = 0.7; pitch < 30; pitch += 0.31) {
      const places = numberedPlaces(100, pitch, 17);
      places.slice(1).forEach((k, at) => expect((k - places[at]) * pitch).toBeGreaterThanOrEqual(17));
    }
  });
});
