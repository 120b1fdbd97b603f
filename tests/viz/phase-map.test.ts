import { describe, expect, it } from 'vitest';
import { cellAt, cellCentre } from '../../src/models/phase/grid.ts';
import { boundaryDensity, phaseClass, triplePoint, type PhaseFeatures } from '../../src/models/theory/phase.ts';
import { stillPaths } from '../../src/viz/phase-cells.ts';
import { formatTwo } from '../../src/viz/phase-axes.ts';
import { cellUnder, phaseMapLayout } from '../../src/viz/phase-map-layout.ts';
import { regionNames, type PhaseSetting } from '../../src/viz/phase-regions.ts';
import { theoryLines } from '../../src/viz/phase-theory.ts';
import { gridOf, theoryMap } from './phase-maps.ts';

const place = { r: 0.42, p: 0.13 };
const widths = [280, 320, 419, 420, 612, 640];
const features: readonly PhaseFeatures[] = [2, 3];
const setting = (n: PhaseFeatures): PhaseSetting => ({ n, law: 'uniform', activation: 'relu' });

describe('the layout of the phase map', () => {
  it('is the drawn one at full width: 66 px of axis, a map of 546 × 437', () => {
    const { left, plot } = phaseMapLayout(gridOf(48), place, 613);
    expect([left, plot.width, plot.height]).toEqual([66, 546, 437]);
  });

  it.each(widths)('puts the corners of the grid on the corners of the map at %i px', (width) => {
    const { left, top, plot, pointOf } = phaseMapLayout(gridOf(48), place, width);
    expect(pointOf({ r: 0.1, p: 1 })).toEqual([left, top]);
    const [x, y] = pointOf({ r: 10, p: 0.01 });
    expect([x, y]).toEqual([left + plot.width, top + plot.height]);
    expect(x).toBeLessThanOrEqual(width);
  });

  it('leads from a point to its place and back, to three digits', () => {
    const layout = phaseMapLayout(gridOf(48), place, 612);
    expect(layout.placeAt(...layout.pointOf({ r: 2.34, p: 0.0567 }))).toEqual({ r: 2.34, p: 0.0567 });
    expect(layout.placeAt(-100, 1e4)).toEqual({ r: 0.1, p: 0.01 });
    expect(layout.placeAt(...layout.cross)).toEqual(place);
  });

  it('finds the cell under every point of the map, and none beside it', () => {
    const grid = gridOf(8);
    const layout = phaseMapLayout(grid, place, 612);
    for (let cell = 0; cell < 64; cell++) {
      expect(cellUnder(layout, grid, ...layout.pointOf(cellCentre(grid, cell)))).toBe(cell);
    }
    expect(cellUnder(layout, grid, layout.left - 1, 50)).toBeNull();
    expect(cellUnder(layout, grid, 100, layout.top + layout.plot.height)).toBeNull();
  });

  it.each(widths)('never prints a number under a pill at %i px', (width) => {
    for (let k = 0; k <= 40; k++) {
      const at = { r: 0.1 * 100 ** (k / 40), p: 0.01 ** (k / 40) };
      const { ticks, pills } = phaseMapLayout(gridOf(48), at, width);
      const [r, p] = pills;
      for (const { x, text, anchor } of ticks.importance) {
        const half = text.length * 3.5;
        const middle = anchor === 'start' ? x + half : anchor === 'end' ? x - half : x;
        expect(Math.abs(middle - r.x), `${text} at r = ${at.r}`).toBeGreaterThanOrEqual(r.width / 2 + half);
      }
      for (const { y, text } of ticks.density) {
        expect(Math.abs(y - p.y), `${text} at p = ${at.p}`).toBeGreaterThanOrEqual(p.height / 2 + 6);
      }
    }
  });

  it('shows every number that no pill is near, and drops the one under it', () => {
    const texts = (r: number): string[] =>
      phaseMapLayout(gridOf(48), { r, p: 0.05 }, 612).ticks.importance.map(({ text }) => text);
    expect(texts(0.55)).toEqual(['0.1', '0.3', '1', '3', '10']);
    expect(texts(1.1)).toEqual(['0.1', '0.3', '3', '10']);
  });

  it.each(widths)('keeps the pill of the rarest density in the drawing at %i px', (width) => {
    const { pills } = phaseMapLayout(gridOf(48), { r: 10, p: 0.01 }, width);
    const [r, p] = pills;
    expect(p.x - p.width / 2).toBeGreaterThanOrEqual(0);
    expect(r.x + r.width / 2).toBeLessThanOrEqual(width);
    expect([r.text, p.text]).toEqual(['9.5', '0.010']);
  });

  it('writes on the pills where the model of the cross-hair’s cell was trained, wherever in the cell it stands', () => {
    const grid = gridOf(48);
    for (const at of [place, { r: 0.4, p: 0.13 }, { r: 6, p: 0.8 }]) {
      const { r, p } = cellCentre(grid, cellAt(grid, at));
      const texts = phaseMapLayout(grid, at, 612).pills.map(({ text }) => text);
      expect(texts).toEqual([formatTwo(r), formatTwo(p)]);
    }
    expect(phaseMapLayout(grid, place, 612).pills[0].text).toBe('0.40');
  });
});

describe('the lines of theory', () => {
  it.each(features)('meet in the triple point (%i features)', (n) => {
    const [curve, upright] = theoryLines(gridOf(48), setting(n));
    const { p } = triplePoint(n);
    expect(curve.find(({ r }) => r === 1)?.p).toBeCloseTo(p, 12);
    expect(upright[0]).toEqual({ r: 1, p: 1 });
    expect(upright[1]).toEqual({ r: 1, p: n === 2 ? p : 0.01 });
    expect(p).toBeCloseTo(4 / 7, 12);
  });

  it.each(features)('run from edge to edge along the boundary (%i features)', (n) => {
    const [curve] = theoryLines(gridOf(48), setting(n));
    expect([curve[0].r, curve.at(-1)?.r]).toEqual([0.1, 10]);
    for (const { r, p } of curve) expect(p).toBe(boundaryDensity(n, r));
    curve.slice(1).forEach(({ r }, k) => expect(r).toBeGreaterThan(curve[k].r));
  });

  it('are one upright line for a model without a nonlinearity', () => {
    const lines = theoryLines(gridOf(48), { ...setting(2), activation: 'identity' });
    expect(lines).toEqual([
      [
        { r: 1, p: 1 },
        { r: 1, p: 0.01 },
      ],
    ]);
  });
});

describe('the names of the regions', () => {
  const size = { width: 546, height: 437 };

  it('are those of theory, each once', () => {
    expect(regionNames(theoryMap(2), setting(2), size).map(({ text }) => text)).toEqual([
      'left out',
      'alone',
      'shared, opposite',
    ]);
    expect(regionNames(theoryMap(3), setting(3), size).map(({ text }) => text)).toEqual([
      'left out',
      'alone, another left out',
      'shared, opposite',
      'alone, others shared',
    ]);
  });

  it.each([
    [2, 546],
    [3, 546],
    [2, 232],
    [3, 232],
    [3, 400],
  ] as const)('stand wholly on cells of their class (%i features, %i px)', (n, width) => {
    const map = theoryMap(n);
    const height = Math.round(width * 0.8);
    const names = regionNames(map, setting(n), { width, height });
    expect(names.length).toBeGreaterThanOrEqual(3);
    for (const { extra, box } of names) {
      for (const [dx, dy] of [
        [-1, -1],
        [1, -1],
        [-1, 1],
        [1, 1],
        [0, 0],
      ]) {
        const [x, y] = [box.x + (dx * box.width) / 2, box.y + (dy * box.height) / 2];
        const [column, row] = [Math.floor((x / width) * 48), Math.floor((y / height) * 48)];
        const cell = row * 48 + column;
        expect(phaseClass(map.norm[cell], map.superposition[cell])).toBe(extra);
      }
    }
  });

  it('are short on a phone', () => {
    const names = regionNames(theoryMap(3), setting(3), { width: 232, height: 186 });
    expect(names.map(({ text }) => text)).toContain('alone');
    expect(names.every(({ text }) => !text.includes('another'))).toBe(true);
  });

  it('wait until their region is trained', () => {
    const map = theoryMap(2);
    const shows = Int32Array.from({ length: 48 * 48 }, (_, cell) => (cell < 24 * 48 ? cell : -1));
    expect(regionNames({ ...map, shows: shows.map(() => -1) }, setting(2), size)).toEqual([]);
    for (const { box } of regionNames({ ...map, shows }, setting(2), size)) {
      expect(box.y + box.height / 2).toBeLessThanOrEqual(size.height / 2);
    }
  });

  it('follow what is trained, not what theory expects', () => {
    const map = theoryMap(2);
    const norm = map.norm.map(() => 0);
    expect(regionNames({ ...map, norm }, setting(2), size).map(({ text }) => text)).toEqual(['left out']);
  });

  it('know a map of more cells than names are placed on, and one of few', () => {
    for (const cells of [8, 32, 100]) {
      const map = theoryMap(2, cells);
      const words = regionNames(map, setting(2), size).map(({ extra }) => extra);
      expect(words).toContain('superposed');
    }
  });
});

describe('the map without a canvas', () => {
  const area = (path: string): number =>
    [...path.matchAll(/h(\d+)v1/g)].reduce((sum, [, width]) => sum + Number(width), 0);

  it('covers every trained cell once', () => {
    const map = theoryMap(2);
    expect(stillPaths(map).reduce((sum, { path }) => sum + area(path), 0)).toBe(48 * 48);
    const shows = Int32Array.from({ length: 48 * 48 }, (_, cell) => (cell % 2 ? cell : -1));
    expect(stillPaths({ ...map, shows }).reduce((sum, { path }) => sum + area(path), 0)).toBe(24 * 48);
  });

  it('is one path for each class in few kilobytes, where the classes are pure', () => {
    const paths = stillPaths(theoryMap(2));
    expect(paths.map(({ color }) => color).sort()).toEqual(['var(--paper-3)', 'var(--sup-0)', 'var(--sup-4)']);
    expect(JSON.stringify(paths).length).toBeLessThan(4096);
  });

  it('shows the cell that stands for another', () => {
    const map = theoryMap(2);
    const dense = cellAt(map.grid, { r: 0.2, p: 0.9 });
    const shows = new Int32Array(48 * 48).fill(dense);
    expect(stillPaths({ ...map, shows })).toEqual([
      { color: 'var(--paper-3)', path: Array.from({ length: 48 }, (_, row) => `M0,${row}h48v1h-48z`).join('') },
    ]);
  });
});
