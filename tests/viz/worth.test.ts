import { describe, expect, it } from 'vitest';
import { directionOf, LONGEST, nearestTip, weightsAt, weightsByKey, weightsOf } from '../../src/viz/movable-arrows.ts';
import { WORTH_BAR, worthBarsLayout } from '../../src/viz/worth-bars-layout.ts';
import { worthCurveLayout } from '../../src/viz/worth-curve-layout.ts';

const WIDTHS = [260, 280, 419, 420, 556, 960];

describe('the bars of benefit and interference', () => {
  const even = { benefit: 1, interference: 0.5 };
  const columns = [
    { name: 'without ReLU', worths: [even, even, { benefit: 0, interference: 0 }] },
    { name: 'with ReLU', worths: [even, { benefit: -0.2, interference: 3 }, { benefit: 0, interference: 0 }] },
  ];

  it.each(WIDTHS)('fit into %i px, benefit right of zero and interference left of it', (width) => {
    const layout = worthBarsLayout(columns, width);
    layout.columns.forEach(({ left, zero, right, rows }, k) => {
      expect(left).toBeGreaterThan(k === 0 ? 0 : layout.columns[0].right);
      expect(right).toBeLessThanOrEqual(width + 1e-9);
      for (const { y, benefit, interference } of rows) {
        for (const bar of [benefit, interference]) {
          expect(bar.x).toBeGreaterThanOrEqual(left - 1e-9);
          expect(bar.x + bar.width).toBeLessThanOrEqual(right);
        }
        expect(interference.x + interference.width).toBeCloseTo(zero, 9);
        expect(y - WORTH_BAR / 2).toBeGreaterThan(layout.top);
        expect(y + WORTH_BAR / 2).toBeLessThan(layout.bottom);
      }
    });
    expect(layout.sumY).toBeLessThan(layout.height);
  });

  it('are as long as what they stand for, and the stroke between them at the difference', () => {
    const [{ zero, rows, sum }] = worthBarsLayout(columns, 556).columns;
    const [{ benefit, interference, net, netX }] = rows;
    expect(benefit.x).toBe(zero);
    expect(benefit.width).toBeCloseTo(2 * interference.width, 9);
    expect(net).toBe(0.5);
    expect(netX).toBeCloseTo(zero + benefit.width / 2, 9);
    expect(sum).toBe(1);
  });

  it('say where they go further than the axis, and stand to the left where the benefit is negative', () => {
    const [, row] = worthBarsLayout(columns, 556).columns[1].rows;
    const { zero, left } = worthBarsLayout(columns, 556).columns[1];
    expect(row.interference).toMatchObject({ cut: true });
    expect(row.interference.x).toBeCloseTo(left, 9);
    expect(row.benefit.x + row.benefit.width).toBeCloseTo(zero, 9);
    expect(row.net).toBeCloseTo(-3.2, 12);
    expect(row.netX).toBeCloseTo(left, 9);
  });
});

describe('the curve of worth over density', () => {
  const curves = {
    linear: [1, 0.01].map((density) => ({ density, value: 1.5 })),
    relu: [1, 0.1, 0.01].map((density, k) => ({ density, value: 1.6 + 0.7 * k })),
  };
  const options = { domain: [1, 0.01], n: 5, m: 2, cursor: 0.1, now: { linear: 1.5, relu: 2.3 } } as const;

  it('numbers its axis down to its lowest end', () => {
    const { ticks, bottom } = worthCurveLayout(curves, { ...options, width: 556 });
    expect(ticks.find(({ y }) => Math.abs(y - bottom) < 1e-9)?.text).toBe('−3');
  });

  it.each([
    [260, 0.1],
    [280, 0.1],
    [556, 0.1],
    [556, 0.024],
  ])('names the dotted line clear of the cursor at %i px and density %f', (width, cursor) => {
    const { dimensionsName, cursorX } = worthCurveLayout(curves, { ...options, cursor, width });
    expect(cursorX > dimensionsName.x || cursorX < dimensionsName.x - 6 * dimensionsName.text.length).toBe(true);
  });

  it.each(WIDTHS)('fits into %i px with the cursor at its density', (width) => {
    const { left, right, top, bottom, height, cursorX, densities, linear, relu } = worthCurveLayout(curves, {
      ...options,
      width,
    });
    expect(cursorX).toBeCloseTo((left + right) / 2, 6);
    expect(densities.map(({ text }) => text)).toEqual(['1', '0.1', '0.01']);
    expect(right).toBeLessThanOrEqual(width);
    expect(bottom).toBeLessThan(height);
    for (const y of [linear.nowY, relu.nowY, linear.labelY, relu.labelY]) {
      expect(y).toBeGreaterThanOrEqual(top - 8);
      expect(y).toBeLessThanOrEqual(bottom);
    }
  });

  it('keeps the names of two lines that meet apart', () => {
    const one = [1, 0.01].map((density) => ({ density, value: 2 }));
    const { linear, relu } = worthCurveLayout({ linear: one, relu: one }, { ...options, width: 556 });
    expect(Math.abs(linear.labelY - relu.labelY)).toBeGreaterThan(14);
  });

  it.each([280, 419, 556])('writes the name of the dotted line where no curve runs, at %i px', (width) => {
    // A line that climbs through the dotted one at the left and stays over it, as three features do with the ReLU.
    const climbing = Array.from({ length: 41 }, (_, k) => ({
      density: 100 ** (-k / 40),
      value: 1.6 + 1.35 * (1 - Math.exp(-k / 8)),
    }));
    const { left, right, top, bottom, dimensionsName } = worthCurveLayout(
      { ...curves, relu: climbing },
      { ...options, width },
    );
    const x = (density: number): number => left + ((right - left) * Math.log(density)) / Math.log(0.01);
    const y = (value: number): number => bottom - ((bottom - top) * (value + 3)) / 8;
    for (const { density, value } of climbing) {
      const beside = x(density) > dimensionsName.x || x(density) < dimensionsName.x - 110;
      expect(beside || Math.abs(y(value) - (dimensionsName.y - 4)) > 7, String(density)).toBe(true);
    }
    expect(dimensionsName.x).toBeLessThanOrEqual(right);
  });

  it('lets what is worth less than the axis holds run along its floor', () => {
    const low = [1, 0.01].map((density) => ({ density, value: -9 }));
    const now = { linear: -9, relu: 2.3 };
    const { bottom, linear } = worthCurveLayout({ ...curves, linear: low }, { ...options, now, width: 556 });
    expect(linear.nowY).toBe(bottom);
    expect(linear.labelY).toBeLessThan(bottom);
  });
});

describe('an arrow that is moved', () => {
  it('goes to the point that it is dragged to, in round numbers and no further than the longest', () => {
    const layout = { origin: [170, 170], radius: 100 } as const;
    const [x, y] = weightsAt(layout, 170, 70);
    expect(x).toBeCloseTo(0, 12);
    expect(y).toBe(1);
    expect(directionOf(weightsAt(layout, 231, 170))).toEqual({ length: 0.61, angle: 90 });
    expect(directionOf(weightsAt(layout, 170, 900)).length).toBeCloseTo(LONGEST, 12);
    expect(weightsAt(layout, 172, 173)).toEqual([0, 0]);
  });

  it('turns and grows by keys, finely with Shift, leaves the origin and returns to it', () => {
    const up = weightsOf({ length: 1, angle: 0 });
    const by = (key: string, shiftKey = false) => weightsByKey(up, { key, shiftKey });
    expect(directionOf(by('ArrowRight') ?? [0, 0]).angle).toBeCloseTo(5, 9);
    expect(directionOf(by('ArrowLeft', true) ?? [0, 0]).angle).toBeCloseTo(359, 9);
    expect(directionOf(by('ArrowUp') ?? [0, 0]).length).toBeCloseTo(1.05, 9);
    expect(directionOf(by('ArrowDown', true) ?? [0, 0]).length).toBeCloseTo(0.99, 9);
    expect(by('Delete')).toEqual([0, 0]);
    expect(by('a')).toBeNull();
    const out = weightsByKey([0, 0], { key: 'ArrowUp', shiftKey: true }) ?? [0, 0];
    expect(directionOf(out).length).toBeGreaterThan(0);
    expect(weightsByKey(out, { key: 'ArrowDown', shiftKey: true })).toEqual([0, 0]);
  });

  it('is the one whose tip is nearest, the first of several in one place', () => {
    const tips = [
      [10, 10],
      [50, 50],
      [50, 50],
    ] as const;
    expect(nearestTip(tips, [12, 30])).toBe(0);
    expect(nearestTip(tips, [45, 50])).toBe(1);
  });
});
