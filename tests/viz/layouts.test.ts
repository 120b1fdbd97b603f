import { describe, expect, it } from 'vitest';
import { arrowPath, PLANE_ARROW } from '../../src/viz/arrow.ts';
import { discLayout } from '../../src/viz/disc-layout.ts';
import { lossAt, lossLayout } from '../../src/viz/loss-layout.ts';
import { numberLineLayout } from '../../src/viz/number-line-layout.ts';
import { stripLayout } from '../../src/viz/strip-layout.ts';
import { FULL_LENGTH, shortCell, superpositionText, tableLayout } from '../../src/viz/table-layout.ts';
import { onLine, pentagon, ring } from './models.ts';

const SIZES = [280, 320, 350, 552] as const;
const COUNTS = Array.from({ length: 19 }, (_, k) => k + 2);

describe('the table', () => {
  it('has the drawn measures at five features and 552 px', () => {
    const { overlap, bias, pitch, bars, dimensions, numbered } = tableLayout(5, 552);
    expect(overlap).toMatchObject({ x: 82, width: 188, cell: 36, cellHeight: 36 });
    expect([bias.width, pitch, bars.height, dimensions.width]).toEqual([36, 38, 14, 76]);
    expect(numbered).toBe(true);
  });

  it.each(SIZES)('keeps its columns in order and inside %i px for 2 to 20 features', (width) => {
    for (const n of COUNTS) {
      const { importance, overlap, bias, bars, superposition, dimensions } = tableLayout(n, width);
      const edges = [
        importance.x,
        importance.x + importance.width,
        overlap.x,
        overlap.x + overlap.width,
        bias.x,
        bias.x + bias.width,
        bars.x,
        bars.x + FULL_LENGTH * bars.unit,
        superposition.x,
        superposition.x + superposition.width,
        dimensions.x,
        dimensions.x + dimensions.width,
      ];
      edges
        .slice(1)
        .forEach((edge, k) => expect(edge, `n = ${n}, edge ${k + 1}`).toBeGreaterThanOrEqual(edges[k] - 1e-9));
      expect(edges.at(-1)).toBeCloseTo(width);
      expect(bars.unit).toBeGreaterThan(38);
      expect(overlap.cell).toBeGreaterThan(4);
    }
  });

  it('gives up the numbers in cells that have no room for them, and on a phone', () => {
    expect(COUNTS.filter((n) => tableLayout(n, 552).numbered)).toEqual([2, 3, 4, 5, 6]);
    expect(tableLayout(5, 350).numbered).toBe(false);
  });

  it('leaves every row room for 12 px type', () => {
    for (const width of SIZES) for (const n of COUNTS) expect(tableLayout(n, width).pitch).toBeGreaterThanOrEqual(16);
  });

  it('ends the superposition ramp where the table ends and begins it under the bars', () => {
    const { superpositionRamp, bars } = tableLayout(5, 552);
    expect(superpositionRamp.x).toBe(bars.x);
    expect(superpositionRamp.x + superpositionRamp.width).toBe(552);
  });

  it.each(SIZES)('keeps a superposition away from the bar before it and the dimension behind it at %i px', (width) => {
    for (const n of COUNTS) {
      const { bars, superposition, dimensions } = tableLayout(n, width);
      expect(superposition.x - (bars.x + bars.width)).toBeGreaterThanOrEqual(6);
      expect(dimensions.x - (superposition.x + superposition.width)).toBeGreaterThanOrEqual(8);
      expect(superposition.width).toBeGreaterThanOrEqual(25);
    }
  });

  it('prints a superposition in four characters, however large', () => {
    expect([0, 0.1, 1.79, 9.994, 9.996, 18.32].map(superpositionText)).toEqual([
      '0',
      '.10',
      '1.79',
      '9.99',
      '10.0',
      '18.3',
    ]);
  });

  it('shortens numbers from 1 up in narrow cells only', () => {
    expect(shortCell(-1.01, 36)).toBe('−1.01');
    expect(shortCell(-1.01, 32)).toBe('−1.0');
    expect(shortCell(-0.99, 32)).toBe('−.99');
  });
});

describe('the number line', () => {
  it('has a row a feature and its unit at .375 of the width', () => {
    expect(numberLineLayout(onLine([1, -1, 0]), 368, true).height).toBeLessThan(200);
    const { rows, unit, originX, height } = numberLineLayout(onLine([1, -1, 0]), 368);
    expect(height).toBe(368);
    expect(unit).toBeCloseTo(138);
    expect(rows.map(({ x }) => x - originX)).toEqual([unit, -unit, 0]);
    expect(rows.map(({ drawn }) => drawn)).toEqual([true, true, false]);
    expect(rows[1].labelX).toBeLessThan(rows[1].x);
  });

  it.each([2, 12, 20])('keeps %i rows apart and above the axis', (n) => {
    const layout = numberLineLayout(onLine(Array.from({ length: n }, () => 1)), 280);
    expect(layout.pitch).toBeGreaterThanOrEqual(15);
    expect(layout.rows[n - 1].y).toBeLessThan(layout.axisY);
    expect(layout.axisY + 20).toBeLessThanOrEqual(layout.height);
  });
});

describe('an arrow', () => {
  it('ends in its tip and is empty without a length', () => {
    expect(arrowPath(0, 0, 100, 0, PLANE_ARROW)).toContain('L100,0');
    expect(arrowPath(5, 5, 5, 5, PLANE_ARROW)).toBe('');
    expect(arrowPath(0, 0, NaN, 0, PLANE_ARROW)).toBe('');
  });

  it('shrinks whole when it is shorter than its head', () => {
    const ys = [...arrowPath(0, 0, 4, 0, PLANE_ARROW).matchAll(/,(-?[\d.]+)/g)].map((match) =>
      Math.abs(Number(match[1])),
    );
    expect(Math.max(...ys)).toBeLessThan(2);
  });
});

describe('the loss', () => {
  const points = [0, 1, 9, 99].map((step) => ({ step, loss: 1 / (1 + step) }));
  const size = { width: 552, labels: 82 };

  it('stands on log(1 + step) across and linearly from 0 upward', () => {
    const { left, right, floor, ceiling, playhead, ticks, nothingY } = lossLayout(points, 1, 99, size);
    expect(ticks.map(({ step }) => step)).toEqual([0, 10]);
    expect(ticks[1].x).toBeCloseTo(left + ((right - left) * Math.log10(11)) / 2);
    expect(playhead?.[0]).toBeCloseTo(right);
    expect(playhead?.[1]).toBeCloseTo(floor - (floor - ceiling) / 100);
    expect(nothingY).toBeCloseTo(ceiling);
  });

  it('divides at the playhead, which lies on the curve', () => {
    const { past, future, playhead } = lossLayout(points, 1, 5, size);
    const joint = (playhead ?? []).map((value) => value.toFixed(1)).join(',');
    expect(joint).toMatch(/^[\d.]+,[\d.]+$/);
    expect(past.endsWith(joint)).toBe(true);
    expect(future.startsWith(`M${joint}`)).toBe(true);
    expect(lossAt(points, 5)).toBeCloseTo(0.5 + (0.1 - 0.5) / 2);
  });

  it('shows the whole of a run that begins at several times of reading nothing', () => {
    const run = [3, 0.5].map((loss, step) => ({ step, loss }));
    const { nothingY, floor, ceiling, past } = lossLayout(run, 1, 1, size);
    expect(Number(/^M[\d.]+,(-?[\d.]+)/.exec(past)?.[1])).toBeCloseTo(ceiling, 0);
    expect((floor - nothingY) / (floor - ceiling)).toBeCloseTo(1 / 3);
  });

  it('lets what is far worse than reading nothing leave through the top', () => {
    const { nothingY, floor, ceiling, past, playhead } = lossLayout(
      [
        { step: 0, loss: 50 },
        { step: 9, loss: 0 },
      ],
      1,
      9,
      size,
    );
    expect((floor - nothingY) / (floor - ceiling)).toBeCloseTo(1 / 4);
    const first = Number(/^M[\d.]+,(-?[\d.]+)/.exec(past)?.[1]);
    expect(first).toBeCloseTo(floor - ((floor - ceiling) * 50) / 4, 0);
    expect(playhead?.[1]).toBeCloseTo(floor);
  });

  it('stays drawable when a run diverges', () => {
    const { past, playhead } = lossLayout(
      [
        { step: 0, loss: 1 },
        { step: 9, loss: Infinity },
      ],
      1,
      9,
      size,
    );
    expect(past).toMatch(/^M[\d.]+,[\d.]+L[\d.]+,-[\d.]+$/);
    expect(playhead?.every(Number.isFinite)).toBe(true);
  });

  it('has its axis end at the last step of the run while the points still arrive', () => {
    const whole = { ...size, end: 999 };
    const early = lossLayout(points.slice(0, 2), 1, 1, whole);
    const late = lossLayout([...points, { step: 999, loss: 0 }], 1, 999, whole);
    expect(early.ticks).toEqual(late.ticks);
    expect(early.endLabel).toBe('999 steps');
    expect(early.playhead?.[0]).toBeCloseTo(early.left + ((early.right - early.left) * Math.log10(2)) / 3);
  });

  it('gives a tick up where the end of the axis says its own number', () => {
    const stepsOf = (end: number, width: number): number[] =>
      lossLayout([], 1, 0, { width, labels: 0, end }).ticks.map(({ step }) => step);
    expect(stepsOf(2000, 470)).toEqual([0, 10, 100]);
    expect(stepsOf(20_000, 470)).toEqual([0, 10, 100, 1000]);
    expect(stepsOf(1000, 280)).toEqual([0, 10, 100]);
    expect(lossLayout([], 1, 0, { width: 470, labels: 0, end: 2000 }).endLabel).toBe('2,000 steps');
  });

  it('draws an empty plot before the first point', () => {
    const { past, future, area, playhead } = lossLayout([], 1, 0, size);
    expect([past, future, area, playhead]).toEqual(['', '', '', null]);
  });
});

describe('the strip of samples', () => {
  it('tells samples that hold nothing from the others', () => {
    const { filled, empty, bars, left, pitch, row } = stripLayout([0.5, 0, 0, 0, 0, 1], 2, 600);
    expect(filled).toEqual([left, left + 2 * pitch]);
    expect(empty).toEqual([left + pitch]);
    expect(bars.map(({ sample, feature }) => [sample, feature])).toEqual([
      [0, 0],
      [2, 1],
    ]);
    expect(bars[1].height).toBeCloseTo(2 * bars[0].height);
    expect(bars[1].y + bars[1].height).toBeCloseTo(2 * row - 2);
  });

  it('shows as many samples as fit', () => {
    expect(stripLayout(new Float32Array(48 * 5), 5, 960).count).toBe(48);
    expect(stripLayout(new Float32Array(48 * 5), 5, 280).count).toBe(43);
  });

  it('refuses a broken row', () => {
    expect(() => stripLayout([1, 2, 3], 2, 600)).toThrow(RangeError);
  });
});

describe('the sign of a model', () => {
  it('has an arrow for each feature that is kept, the most important on top', () => {
    expect(discLayout(pentagon, 50).arrows.map(({ feature }) => feature)).toEqual([4, 3, 2, 1, 0]);
    expect(discLayout(onLine([1, -1, 0]), 50).arrows).toHaveLength(2);
    expect(discLayout(ring(12), 50).arrows).toHaveLength(12);
  });

  it('is an empty disc without a model and for more than two dimensions', () => {
    expect(discLayout(null, 50).arrows).toEqual([]);
    expect(discLayout({ n: 1, m: 3, W: [1, 0, 0], importance: [1] }, 50).arrows).toEqual([]);
  });

  it('keeps long arrows within the ring of the current picture', () => {
    const { arrows, centre } = discLayout(ring(5, 3), 50);
    const reach = arrows.flatMap(({ path }) =>
      [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) =>
        Math.hypot(Number(x) - centre, Number(y) - centre),
      ),
    );
    expect(Math.max(...reach)).toBeLessThan(23);
  });
});
