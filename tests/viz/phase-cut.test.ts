import { describe, expect, it } from 'vitest';
import { cellCentre } from '../../src/models/phase/grid.ts';
import { sharesAt, type Cut } from '../../src/models/theory/cut-losses.ts';
import { boundaryDensity, candidates, type PhaseFeatures } from '../../src/models/theory/phase.ts';
import { cutCurvesLayout } from '../../src/viz/cut-curves-layout.ts';
import { cutModels } from '../../src/viz/cut-models.ts';
import { spread } from '../../src/viz/spread.ts';
import { gridOf, theoryMap } from './phase-maps.ts';

const cut = (axis: Cut['axis'], r: number, p: number, n: PhaseFeatures = 2): Cut => ({
  grid: gridOf(48),
  n,
  law: 'uniform',
  axis,
  place: { r, p },
});

describe('the curves of a cut', () => {
  const model = (cell: number) => ({ place: cellCentre(gridOf(48), cell), loss: 0.01, superposition: 1, norm: 1 });
  const points = (path: string): number[][] =>
    [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map((m) => m.slice(1).map(Number));

  it('run from dense to rare, from unimportant to important', () => {
    const density = cutCurvesLayout(cut('density', 0.42, 1), [], 612);
    expect(density.cursor[0]).toBe(density.left);
    expect(density.valueAt(density.right)).toBeCloseTo(0.01, 9);
    const importance = cutCurvesLayout(cut('importance', 10, 0.3), [], 612);
    expect(importance.cursor[0]).toBe(importance.right);
  });

  it('never lie below the thick line, which touches each where it is least', () => {
    const layout = cutCurvesLayout(cut('importance', 1, 0.4), [], 612);
    const least = points(layout.least);
    for (const { path } of layout.curves) {
      for (const [x, y] of points(path)) {
        const under = least.find((at) => at[0] === x);
        expect(y).toBeLessThanOrEqual((under?.[1] ?? NaN) + 1e-9);
      }
    }
  });

  it('have a kink at the switch, where it stands on two curves', () => {
    const c = cut('density', 0.42, 0.1);
    const { switches: found, least, floor, ceiling } = cutCurvesLayout(c, [], 612);
    expect(found.map(({ text }) => text)).toEqual(['0.41']);
    const [x, y] = found[0].at;
    expect(points(least)).toContainEqual([Math.round(x * 10) / 10, Math.round(y * 10) / 10]);
    const shares = sharesAt(c, boundaryDensity(2, 0.42));
    expect(shares[0]).toBeCloseTo(shares[2], 9);
    // From 0.003 to 1 up the plot.
    expect(y).toBeCloseTo(floor + (ceiling - floor) * (1 - Math.log10(shares[0]) / Math.log10(0.003)), 4);
  });

  it.each([280, 439, 440, 612])('keep names apart and inside the drawing at %i px', (width) => {
    for (const n of [2, 3] as const) {
      for (const axis of ['density', 'importance'] as const) {
        for (const p of [0.9, 0.4, 0.05]) {
          const { curves, height } = cutCurvesLayout(cut(axis, 0.42, p, n), [], width);
          const ys = curves.map(({ name }) => name[1]).sort((a, b) => a - b);
          ys.slice(1).forEach((y, k) => expect(y - ys[k]).toBeGreaterThanOrEqual(19 - 1e-9));
          for (const { name, text } of curves) {
            expect(name[0] + 12 + text.length * 6.4).toBeLessThanOrEqual(width);
            expect(name[1]).toBeLessThan(height);
          }
        }
      }
    }
  });

  it.each([280, 320, 439])('pass beside their names, not through them, in a drawing of %i px', (width) => {
    for (let k = 0; k <= 20; k++) {
      const { curves, left } = cutCurvesLayout(cut('density', 0.1 * 100 ** (k / 20), 0.13), [], width);
      for (const { name, text } of curves) {
        const under = curves.flatMap(({ path }) => points(path)).filter(([x]) => x > name[0] - 6);
        expect(name[0]).toBeGreaterThan(left);
        // Half of the height of its small letters, and air.
        for (const [, y] of under) expect(Math.abs(y - name[1]), text).toBeGreaterThan(7);
      }
    }
  });

  it('thin out the trained models of a fine map', () => {
    const models = Array.from({ length: 48 }, (_, row) => model(row * 48));
    const wide = cutCurvesLayout(cut('density', 0.1, 0.1), models, 612).models;
    const narrow = cutCurvesLayout(cut('density', 0.1, 0.1), models, 280).models;
    expect([wide.length, narrow.length]).toEqual([24, 16]);
    narrow.slice(1).forEach(({ x }, k) => expect(x - narrow[k].x).toBeGreaterThan(11));
  });

  it('colour the trained models as the map does', () => {
    const [{ color }] = cutCurvesLayout(cut('density', 0.1, 0.1), [model(0)], 612).models;
    expect(color).toBe('var(--sup-4)');
  });

  it('hold for features that are always 1, which cost nothing to guess when they are never absent', () => {
    const c: Cut = { ...cut('density', 0.42, 1), law: 'one' };
    const { curves, least, cursor, models } = cutCurvesLayout(c, [{ ...model(5), loss: 0 }], 320);
    const text = JSON.stringify([curves, least, cursor, models]);
    expect(text).not.toMatch(/null|NaN|Infinity/);
    expect(sharesAt(c, 1)[0]).toBeCloseTo(0.42 / 1.42, 6);
  });

  it('name every solution once', () => {
    const { curves } = cutCurvesLayout(cut('density', 0.42, 0.1, 3), [], 612);
    expect(curves.map(({ solution }) => solution)).toEqual(candidates(3).map(({ name }) => name));
    expect(new Set(curves.map(({ text }) => text)).size).toBe(4);
  });
});

describe('the trained models of a cut', () => {
  const map = theoryMap(2, 8);
  const loss = Float32Array.from({ length: 64 }, (_, cell) => cell);
  const at = cellCentre(map.grid, 3 * 8 + 5);
  const losses = (axis: Cut['axis'], shows: Int32Array | null = null): number[] =>
    cutModels({ ...map, shows }, loss, { ...cut(axis, at.r, at.p), grid: map.grid }).map((model) => model.loss);

  it('are those of the cross-hair’s row or column, from one end of the axis to the other', () => {
    expect(losses('importance')).toEqual([24, 25, 26, 27, 28, 29, 30, 31]);
    expect(losses('density')).toEqual([5, 13, 21, 29, 37, 45, 53, 61]);
  });

  it('are told once, however many cells show them, and where they were trained', () => {
    const shows = Int32Array.from({ length: 64 }, (_, cell) => (cell % 8 < 4 ? 2 : cell % 8 < 6 ? -1 : 63));
    expect(losses('importance', shows)).toEqual([2, 63]);
    const [model] = cutModels({ ...map, shows }, loss, { ...cut('importance', at.r, at.p), grid: map.grid });
    expect(model.place).toEqual(cellCentre(map.grid, 2));
  });
});

describe('spreading places out', () => {
  it('leaves alone what is apart, and keeps the order given', () => {
    expect(spread([50, 10, 30], 15, 0, 60)).toEqual([50, 10, 30]);
  });

  it('moves what is too near, and stays between the ends', () => {
    expect(spread([10, 11, 12], 10, 0, 100)).toEqual([10, 20, 30]);
    expect(spread([99, 98, 97], 10, 0, 100)).toEqual([100, 90, 80]);
    expect(spread([-5], 10, 0, 100)).toEqual([0]);
  });
});
