import { describe, expect, it } from 'vitest';
import { cellAt, gridOf } from '../../../src/models/phase/grid.ts';
import { PhaseMap } from '../../../src/models/phase/map.ts';
import { tileOrder } from '../../../src/models/phase/passes.ts';
import type { CellResults } from '../../../src/models/phase/results.ts';
import { phaseValues } from './values.ts';

const values = phaseValues({ cells: 8 });
const place = { r: 0.15, p: 0.8 };
const cell = cellAt(gridOf(values), place);
const tile: CellResults = {
  cells: Uint32Array.of(3, cell),
  theta: Float32Array.of(1, -1, 0, 0, 1, 0.25, 0, 0.5),
  loss: Float64Array.of(0.5, 0.03),
  start: Uint8Array.of(2, 1),
  norm: Float32Array.of(1, 0.25),
  superposition: Float32Array.of(1, 0.75),
};

describe('a map', () => {
  it('knows nothing of a cell until its tile is put in', () => {
    const map = new PhaseMap(values);
    expect([map.count, map.read(cell)]).toEqual([0, null]);
    map.put(tile);
    expect(map.count).toBe(2);
    expect([...map.trained.keys()].filter((k) => map.trained[k])).toEqual([cell, 3]);
    map.put(tile);
    expect(map.count).toBe(2);
  });

  it('names the cells that are still to be trained, in their order', () => {
    const map = new PhaseMap(values);
    map.put(tile);
    const missing = map.missing(tileOrder(8));
    expect([...missing]).toEqual([...tileOrder(8)].filter((k) => k !== 3 && k !== cell));
  });

  it('reads a cell: where it is, its best model, its class, and what theory expects there', () => {
    const map = new PhaseMap(values);
    map.put(tile);
    const read = map.read(cell);
    expect(read).toMatchObject({ loss: 0.03, start: 1, norm: 0.25, superposition: 0.75, class: 'not represented' });
    expect([...(read?.theta ?? [])]).toEqual([1, 0.25, 0, 0.5]);
    expect(cellAt(map.grid, { r: read?.r ?? 0, p: read?.p ?? 0 })).toBe(cell);
    // Dense and unimportant: best ignored, at the price of r v(p), v = p/3 − p²/4.
    expect(read?.expected?.candidate.name).toBe('extra ignored');
    const { r, p } = read ?? place;
    expect(read?.expected?.excess).toBeCloseTo(0.03 - r * (p / 3 - (p * p) / 4), 12);
    expect(map.read(3)?.class).toBe('superposed');
  });

  it('has no expectations where there is no theory', () => {
    const map = new PhaseMap({ ...values, activation: 'identity' });
    map.put(tile);
    expect(map.read(cell)).not.toHaveProperty('expected');
  });

  it('holds as many parameters a cell as its models have', () => {
    expect(new PhaseMap(phaseValues({ n: 3, m: 2, cells: 8 })).theta).toHaveLength(64 * 9);
  });
});
