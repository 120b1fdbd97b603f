import { describe, expect, it } from 'vitest';
import { candidateLossesLayout } from '../../src/viz/candidate-losses-layout.ts';
import { fanLayout } from '../../src/viz/fan-layout.ts';

describe('the fan', () => {
  const { apex, radius, at, cells, edge, height } = fanLayout(300);
  const angle = ([x, y]: readonly [number, number]): number => (Math.atan2(x - apex[0], apex[1] - y) * 180) / Math.PI;

  it('turns superposition 0 … 1 into −50° … 50°, and length into distance', () => {
    expect(angle(at(0, 1))).toBeCloseTo(-50, 1);
    expect(angle(at(0.5, 1))).toBeCloseTo(0, 6);
    expect(angle(at(0.75, 0.5))).toBeCloseTo(25, 1);
    for (const norm of [0, 0.3, 1]) {
      const [x, y] = at(0.2, norm);
      expect(Math.hypot(x - apex[0], y - apex[1])).toBeCloseTo(radius * norm, 1);
    }
  });

  it('holds what is past its rim on it, and puts a feature of no length at the apex', () => {
    expect(at(1.7, 1.3)).toEqual(at(1, 1));
    expect(at(NaN, 0)).toEqual(apex);
  });

  it('has 12 × 6 cells of as many colours, inside the drawing', () => {
    expect(cells).toHaveLength(72);
    expect(new Set(cells.map(({ color }) => color)).size).toBe(72);
    const numbers = cells.flatMap(({ path }) => [...path.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)]);
    for (const [, x, y] of numbers) {
      expect(Number(x)).toBeGreaterThanOrEqual(0);
      expect(Number(x)).toBeLessThanOrEqual(300);
      expect(Number(y)).toBeLessThan(height);
    }
  });

  it('writes along its left edge', () => {
    const [[x0, y0], [x1, y1]] = [at(0, 1), apex];
    expect((Math.atan2(y1 - y0, x1 - x0) * 180) / Math.PI).toBeCloseTo(edge.degrees, 1);
  });

  it('shrinks with its width', () => {
    expect(fanLayout(200).radius).toBeCloseTo((radius * 2) / 3, 9);
    expect(fanLayout(900).radius).toBe(radius);
  });
});

describe('the lines of the solutions’ losses', () => {
  const losses = [
    { name: 'left out', extra: 'not represented', loss: 0.0164 },
    { name: 'alone', extra: 'dedicated', loss: 0.0391 },
    { name: 'shared', extra: 'superposed', loss: 0.004 },
  ] as const;
  const layout = candidateLossesLayout(losses, 0.0039, { width: 300, trainedWidth: 96 });

  it('begin at no loss and end at the largest', () => {
    const [out, alone, shared] = layout.rows;
    expect(alone.x).toBe(layout.right);
    expect((out.x - layout.left) / (alone.x - layout.left)).toBeCloseTo(0.0164 / 0.0391, 9);
    expect(layout.rows.map(({ best }) => best)).toEqual([false, false, true]);
    expect(shared.y).toBeGreaterThan(alone.y);
  });

  it('have the trained loss across them, its words inside the drawing', () => {
    expect((layout.trained?.x ?? 0) - layout.left).toBeCloseTo(((layout.right - layout.left) * 0.0039) / 0.0391, 9);
    const far = candidateLossesLayout(losses, 5, { width: 300, trainedWidth: 96 });
    expect(far.trained?.x).toBe(far.right);
    const narrow = candidateLossesLayout(losses, 5, { width: 260, trainedWidth: 170 }).trained;
    expect((narrow?.textX ?? 0) + 85).toBeLessThanOrEqual(260);
  });

  it('keep room for the lines beside four solutions with long names', () => {
    const four = [...losses, { name: 'another left out', extra: 'dedicated', loss: 0.02 } as const];
    const { left, right, height } = candidateLossesLayout(four, null, { width: 280, trainedWidth: 0 });
    expect(right - left).toBeGreaterThan(50);
    expect(height).toBeGreaterThan(layout.height);
  });
});
