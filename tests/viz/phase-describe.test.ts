import { describe, expect, it } from 'vitest';
import { cellCentre } from '../../src/models/phase/grid.ts';
import {
  cutRows,
  describeCut,
  describeLosses,
  describeMap,
  describePlace,
  describeSurface,
  phaseRows,
} from '../../src/viz/describe-phase.ts';
import { gridOf, theoryMap } from './phase-maps.ts';

const place = { r: 0.42, p: 0.13 };

describe('what is said of a phase map', () => {
  it('is its axes, its classes and the model under the cross-hair', () => {
    const words = describeMap(theoryMap(2), 2, place);
    expect(words).toContain('2304 of 2304 cells');
    expect(words).toContain('importance from 0.10 to 10, left to right; density from 1.0 to 0.010, top to bottom');
    expect(words).toContain(
      'In the cell at importance 0.40 and density 0.13 feature 2 is shared: length 1.00, superposition 1.00.',
    );
    const shares = [...words.matchAll(/(\d+) %/g)].map(([, share]) => Number(share));
    expect(shares).toHaveLength(3);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeGreaterThanOrEqual(99);
    // By the symmetry of r → 1/r.
    expect(shares[0]).toBe(shares[1]);
  });

  it('counts only what is trained', () => {
    const map = { ...theoryMap(2), shows: new Int32Array(48 * 48).fill(-1) };
    expect(describeMap(map, 2, place)).toContain('Nothing is trained yet');
    expect(describePlace(map, 2, place)).toBe('At importance 0.42 and density 0.13 nothing is trained yet.');
  });
});

describe('what is said of losses', () => {
  it('names the least of them, and the trained one', () => {
    const losses = [
      { name: 'left out', extra: 'not represented', loss: 0.0164 },
      { name: 'shared', extra: 'superposed', loss: 0.004 },
    ] as const;
    expect(describeLosses(losses, 0.0039)).toBe(
      'Losses: left out 0.0164; shared 0.0040, the least. The trained model loses 0.0039.',
    );
    expect(describeLosses(losses, null)).not.toContain('trained');
  });

  it('tells a cut as stretches', () => {
    const cut = { grid: gridOf(48), n: 2, law: 'uniform', place } as const;
    expect(describeCut({ ...cut, axis: 'density' })).toBe(
      'Loss along density from 1.0 to 0.010, at importance 0.42. Least: left out, from 0.41 on shared.',
    );
    expect(describeCut({ ...cut, axis: 'importance', place: { r: 1, p: 0.4 } })).toBe(
      'Loss along importance from 0.10 to 10, at density 0.40, sparsity 0.60. ' +
        'Least: left out, from 0.40 on shared, from 2.5 on alone.',
    );
  });

  it('tells a surface by its valleys', () => {
    const minima = [
      { w1: 1.008, w2: -1.008, loss: 0.00299, global: true },
      { w1: 0.953, w2: 0.292, loss: 0.0261, global: false },
    ];
    expect(describeSurface(minima)).toBe(
      'Loss over the two weights. 2 valleys, each with its mirror image: ' +
        'loss 0.0030 at weights 1.01 and \u22121.01, the lowest; loss 0.0261 at weights 0.95 and 0.29.',
    );
  });
});

describe('the tables', () => {
  it('sample the map evenly, in the legend’s words', () => {
    const { head, rows } = phaseRows(theoryMap(2));
    expect(rows).toHaveLength(81);
    expect(rows.every((row) => row.length === head.length)).toBe(true);
    expect(new Set(rows.map((row) => row[4]))).toEqual(new Set(['left out', 'alone', 'shared']));
    expect(new Set(rows.map(([density]) => density)).size).toBe(9);
    expect(rows[0][4]).toBe('left out');
    expect(rows.at(-1)?.[4]).toBe('shared');
  });

  it('name the cell that is told, and leave out cells without a model', () => {
    const map = theoryMap(2, 8);
    const { r, p } = cellCentre(map.grid, 0);
    const shows = Int32Array.from({ length: 64 }, (_, cell) => (cell === 0 ? 0 : -1));
    const { rows } = phaseRows({ ...map, shows });
    expect(rows).toEqual([[p.toPrecision(3), r.toPrecision(3), '0.000', '0.000', 'left out']]);
  });

  it('tell a cut with what each solution loses', () => {
    const model = { place: { r: 0.42, p: 0.13 }, loss: 0.0039, superposition: 0.97, norm: 0.98 };
    const cut = { grid: gridOf(48), n: 2, law: 'uniform', axis: 'density', place } as const;
    expect(cutRows(cut, [model])).toEqual({
      head: ['density', 'left out', 'alone', 'shared', 'trained', 'class'],
      // r v(p), v(p), (1 + r) p²/6 with v = p/3 − p²/4.
      rows: [['0.130', '0.0164', '0.0391', '0.0040', '0.0039', 'shared']],
    });
  });
});
