import { describe, expect, it } from 'vitest';
import { gridOf } from '../../src/models/phase/grid.ts';
import { lossShare, sharesAt, switches, type Cut } from '../../src/models/theory/cut-losses.ts';
import { boundaryDensity, type PhaseFeatures } from '../../src/models/theory/phase.ts';

const cut = (axis: Cut['axis'], r: number, p: number, n: PhaseFeatures = 2): Cut => ({
  grid: gridOf({ cells: 48, rmin: 0.1, rmax: 10, pmin: 0.01 }),
  n,
  law: 'uniform',
  axis,
  place: { r, p },
});

describe('a cut', () => {
  it.each([0.1, 0.42, 0.9, 2, 10])('along density switches once, at the boundary of importance %f', (r) => {
    for (const n of [2, 3] as const) {
      const found = switches(cut('density', r, 0.5, n));
      expect(found).toHaveLength(1);
      expect(found[0].value).toBeCloseTo(boundaryDensity(n, r), 6);
    }
  });

  it('along importance passes from left out through shared to alone below the triple point', () => {
    // p = 4r / (2 + 5r) = .4 at r = .4; the boundary is symmetric under r → 1/r.
    const found = switches(cut('importance', 1, 0.4));
    expect(found.map(({ from, to }) => [from, to])).toEqual([
      ['extra ignored', 'extra shared'],
      ['extra shared', 'other ignored'],
    ]);
    expect(found[0].value).toBeCloseTo(0.4, 6);
    expect(found[1].value).toBeCloseTo(2.5, 5);
  });

  it('along importance switches at equality above the triple point, with three features everywhere', () => {
    for (const c of [cut('importance', 1, 0.8), cut('importance', 1, 0.3, 3), cut('importance', 1, 0.02, 3)]) {
      expect(switches(c).at(-1)?.value).toBeCloseTo(1, 6);
    }
  });

  it('measures losses by that of reading nothing: leaving out costs the same at every density', () => {
    for (const p of [1, 0.3, 0.01]) {
      expect(sharesAt(cut('density', 0.42, 0.1), p)[0]).toBeCloseTo(0.42 / 1.42, 12);
      expect(lossShare({ n: 2, law: 'uniform' }, { r: 1, p }, 2 * (p / 3 - (p * p) / 4))).toBeCloseTo(1, 12);
    }
    const shared = [0.1, 1, 10].map((r) => sharesAt(cut('importance', 1, 0.2), r)[2]);
    expect(shared[0]).toBeCloseTo((2 * 0.2) / (4 - 3 * 0.2), 12);
    expect(shared[1]).toBeCloseTo(shared[0], 12);
    expect(shared[2]).toBeCloseTo(shared[0], 12);
  });
});
