import { describe, expect, it } from 'vitest';
import { biasFreeLoss } from '../../src/models/theory/bias-free-loss.ts';
import { biasFreeMinima } from '../../src/models/theory/bias-free-loss-minima.ts';
import { START_NAME, startNameAt, surfaceLayout, type SurfaceMinimum } from '../../src/viz/surface-layout.ts';

const SIZE = 80;
const EXTENT = 1.6;
/** w₁ and w₂ in the middle of a cell: to the right, upwards. */
const at = (cell: number): [w1: number, w2: number] => [
  EXTENT * ((2 * (cell % SIZE) + 1) / SIZE - 1),
  -EXTENT * ((2 * Math.floor(cell / SIZE) + 1) / SIZE - 1),
];
const field = (loss: (w1: number, w2: number) => number) => ({
  values: Float32Array.from({ length: SIZE * SIZE }, (_, cell) => loss(...at(cell))),
  size: SIZE,
  extent: EXTENT,
});
const bowl = field((w1, w2) => 0.004 + w1 * w1 + w2 * w2);
/** Two valleys, at ±(1, −½). */
const valleys = field((w1, w2) => 0.02 + Math.min((w1 - 1) ** 2 + (w2 + 0.5) ** 2, (w1 + 1) ** 2 + (w2 - 0.5) ** 2));
const minimum: SurfaceMinimum = { w1: 1, w2: -0.5, loss: 0.02, global: true };
const points = (path: string): number[][] =>
  [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map((m) => m.slice(1).map(Number));
const widths = [260, 360, 420];

describe('the loss surface', () => {
  it.each(widths)('draws the levels of a bowl as circles of their radius at %i px', (width) => {
    const { levels, pointOf, side } = surfaceLayout(bowl, [], width);
    const [x0, y0] = pointOf(0, 0);
    expect(levels.length).toBeGreaterThan(6);
    for (const { loss, path } of levels) {
      const radius = (Math.sqrt(loss - 0.004) / (2 * EXTENT)) * side;
      // The other edge of the area above a level is the map's own.
      const inner = (d: number): boolean => Math.abs(d) < 0.48 * side;
      const ring = points(path).filter(([x, y]) => inner(x - x0) && inner(y - y0));
      expect(ring.length).toBeGreaterThan(8);
      for (const [x, y] of ring) expect(Math.abs(Math.hypot(x - x0, y - y0) - radius)).toBeLessThan(1.5);
    }
  });

  it('gets darker from level to level, in levels that one can say', () => {
    const { levels } = surfaceLayout(bowl, [], 360);
    const shares = levels.map(({ fill }) => Number(/ink-3\) ([\d.]+)%, var\(--paper\)/.exec(fill)?.[1]));
    shares.slice(1).forEach((share, k) => expect(share).toBeGreaterThan(shares[k]));
    for (const { loss } of levels) expect(String(loss).replace(/[0.]/g, '').length).toBeLessThanOrEqual(3);
  });

  it('has w₁ to the right and w₂ upwards, and leads from a point to its weights and back', () => {
    const { pointOf, weightsAt, left, side } = surfaceLayout(bowl, [], 360);
    expect(pointOf(-EXTENT, EXTENT)).toEqual([left, 0]);
    expect(pointOf(EXTENT, -EXTENT)).toEqual([left + side, side]);
    expect(weightsAt(...pointOf(0.75, -1.2))).toEqual({ w1: 0.75, w2: -1.2 });
    expect(weightsAt(-50, 1e4)).toEqual({ w1: -EXTENT, w2: -EXTENT });
  });

  it('marks a valley and its mirror image, where the field is lowest', () => {
    const { minima, pointOf } = surfaceLayout(valleys, [minimum], 360);
    expect(minima).toHaveLength(1);
    expect(minima[0].at).toEqual(pointOf(1, -0.5));
    expect(minima[0].mirror).toEqual(pointOf(-1, 0.5));
    const lowest = valleys.values.indexOf(Math.min(...valleys.values));
    expect(Math.abs(at(lowest)[0])).toBeCloseTo(1, 1);
    expect(minima[0].text).toBe('0.0200');
  });

  it.each(widths)('writes a valley’s loss inside the map at %i px, wherever the valley is', (width) => {
    for (const [w1, w2] of [
      [1.55, -1.55],
      [1.55, 1.55],
      [0.1, -1.58],
    ]) {
      const { minima, left, side } = surfaceLayout(bowl, [{ w1, w2, loss: 0.000018, global: false }], width);
      const [x, y] = minima[0].textAt;
      expect(x + (minima[0].text.length * 7) / 2).toBeLessThanOrEqual(left + side);
      expect(y).toBeLessThan(side);
      expect(y).toBeGreaterThan(0);
    }
  });

  it.each(widths)('names levels on the level, away from the valleys and from each other at %i px', (width) => {
    const { names, levels, minima, left, side } = surfaceLayout(valleys, [minimum], width);
    expect(names.length).toBeGreaterThanOrEqual(2);
    for (const { text, at: place } of names) {
      expect(levels.map(({ loss }) => loss)).toContain(Number(text));
      const [column, row] = [((place[0] - left) / side) * SIZE, (place[1] / side) * SIZE].map(Math.floor);
      const near = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => valleys.values[(row + dy) * SIZE + column + dx]));
      expect(Math.min(...near)).toBeLessThanOrEqual(Number(text));
      expect(Math.max(...near)).toBeGreaterThanOrEqual(Number(text));
      const others = [
        ...names.filter((name) => name.text !== text).map((name) => name.at),
        minima[0].at,
        minima[0].mirror,
      ];
      for (const [x, y] of others) expect(Math.hypot(x - place[0], y - place[1])).toBeGreaterThanOrEqual(29);
    }
  });

  it.each(widths)('keeps what the start says off the valleys and their losses at %i px', (width) => {
    for (const [p, r] of [
      [0.5, 0.8],
      [0.58, 0.8],
      [0.9, 0.8],
      [0.1, 0.8],
      [0.13, 0.42],
    ]) {
      const minima = biasFreeMinima(p, r).map(({ w: [w1, w2], loss }, k) => ({ w1, w2, loss, global: k === 0 }));
      const layout = surfaceLayout(
        field((w1, w2) => biasFreeLoss(p, r, [w1, w2])),
        minima,
        width,
      );
      const [x, y] = startNameAt(layout, layout.pointOf(0.3, 0.3));
      const half = (START_NAME.length * 5) / 2;
      expect(x - half).toBeGreaterThan(layout.left);
      expect(x + half).toBeLessThan(layout.left + layout.side);
      for (const { at: dot, mirror, text, textAt } of layout.minima) {
        const marks = [
          { at: dot, half: 8 },
          { at: mirror, half: 4 },
          { at: [textAt[0], textAt[1] - 4], half: (text.length * 6.5) / 2 },
        ];
        for (const mark of marks) {
          const apart = Math.abs(mark.at[0] - x) > half + mark.half || Math.abs(mark.at[1] - y) > 12;
          expect(apart, `density ${p}, importance ${r}`).toBe(true);
        }
      }
    }
  });

  it('survives a surface of one loss', () => {
    expect(
      surfaceLayout(
        field(() => 0.5),
        [],
        300,
      ).levels.length,
    ).toBeLessThanOrEqual(1);
  });
});
