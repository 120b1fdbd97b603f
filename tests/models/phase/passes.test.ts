import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestTrained } from '../../../src/models/phase/nearest.ts';
import { passSpacings, tileOrder } from '../../../src/models/phase/passes.ts';

const sides = fc.integer({ min: 1, max: 130 });
/** 1 for the first `count` cells of the order. */
function trainedAfter(cells: number, count: number): Uint8Array {
  const trained = new Uint8Array(cells * cells);
  tileOrder(cells)
    .subarray(0, count)
    .forEach((cell) => (trained[cell] = 1));
  return trained;
}
const latticeSize = (cells: number, spacing: number): number => Math.ceil(cells / spacing) ** 2;

describe('the order of a map', () => {
  it('has every cell exactly once', () => {
    fc.assert(
      fc.property(sides, (cells) => {
        expect(tileOrder(cells).toSorted()).toEqual(Uint32Array.from({ length: cells * cells }, (_, cell) => cell));
      }),
    );
  });

  it.each([
    [8, [1]],
    [16, [1]],
    [32, [2, 1]],
    [48, [4, 2, 1]],
    [100, [8, 4, 2, 1]],
    [256, [16, 8, 4, 2, 1]],
  ])('goes over %i cells a side in lattices of spacing %j', (cells, spacings) => {
    expect(passSpacings(cells)).toEqual(spacings);
  });

  it('begins with 12 to 23 cells a side, or with all', () => {
    for (let cells = 1; cells <= 256; cells++) {
      const side = Math.ceil(cells / passSpacings(cells)[0]);
      expect(side, `${cells}`).toBeLessThanOrEqual(23);
      if (cells >= 12) expect(side, `${cells}`).toBeGreaterThanOrEqual(12);
    }
  });

  it('has a whole lattice trained after each pass, row by row within it', () => {
    for (const cells of [23, 48, 96]) {
      const order = tileOrder(cells);
      let from = 0;
      for (const spacing of passSpacings(cells)) {
        const end = latticeSize(cells, spacing);
        const pass = order.subarray(from, end);
        expect([...pass]).toEqual([...pass.toSorted()]);
        for (const cell of order.subarray(0, end)) {
          expect((cell % cells) % spacing).toBe(0);
          expect(Math.floor(cell / cells) % spacing).toBe(0);
        }
        from = end;
      }
      expect(from).toBe(cells * cells);
    }
  });
});

describe('what stands for a cell that is not trained', () => {
  it('is nothing before the first, and the cell itself after the last', () => {
    expect(new Set(nearestTrained(20, new Uint8Array(400)))).toEqual(new Set([-1]));
    expect([...nearestTrained(20, new Uint8Array(400).fill(1))]).toEqual(Array.from({ length: 400 }, (_, k) => k));
  });

  it('is, after a pass, the nearest cell of its lattice, closer with every pass', () => {
    for (const cells of [48, 50, 96]) {
      let before = Infinity;
      for (const spacing of passSpacings(cells)) {
        const shown = nearestTrained(cells, trainedAfter(cells, latticeSize(cells, spacing)));
        let farthest = 0;
        shown.forEach((from, cell) => {
          const [dx, dy] = [(from % cells) - (cell % cells), Math.floor(from / cells) - Math.floor(cell / cells)];
          farthest = Math.max(farthest, Math.abs(dx), Math.abs(dy));
        });
        // Beyond the last lattice point the border may be up to spacing − 1 away.
        expect(farthest).toBeLessThan(spacing);
        expect(farthest).toBeLessThan(before);
        before = farthest;
      }
      expect(before).toBe(0);
    }
  });

  it('is a block around each trained cell', () => {
    const shown = nearestTrained(32, trainedAfter(32, latticeSize(32, 2)));
    // Cell (row 4, column 6) stands for rows 3, 4 and columns 5, 6.
    const cell = 4 * 32 + 6;
    const block = [3 * 32 + 5, 3 * 32 + 6, 4 * 32 + 5, cell];
    expect([...shown.keys()].filter((k) => shown[k] === cell)).toEqual(block);
  });

  it('is always trained, whichever part of a pass has come in, and never less near for one more', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 24, max: 60 }),
        fc.array(fc.nat(3599), { maxLength: 200 }),
        fc.nat(3599),
        (cells, some, more) => {
          const trained = trainedAfter(cells, latticeSize(cells, passSpacings(cells)[0]));
          for (const cell of some) trained[cell % (cells * cells)] = 1;
          const shown = nearestTrained(cells, trained);
          expect(shown.every((cell) => trained[cell] === 1)).toBe(true);
          const next = more % (cells * cells);
          trained[next] = 1;
          const after = nearestTrained(cells, trained);
          expect(after[next]).toBe(next);
          after.forEach((cell, k) => expect(cell === next || cell === shown[k]).toBe(true));
        },
      ),
      { numRuns: 20 },
    );
  });
});
