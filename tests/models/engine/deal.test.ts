import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deal } from '../../../src/models/engine/deal.ts';
import type { Problem } from '../../../src/models/problem.ts';
import { settingsOf } from '../theory-shapes.ts';

const problemOf = (n: number, m: number, densities: readonly number[]): Problem => {
  return { n, m, models: densities.map((p) => settingsOf(n, p)) };
};

const DENSITIES = [1, 0.5, 0.3, 0.2, 0.1, 0.05, 0.02, 0.01, 0.003, 0.001];
/** Microseconds of one step of one model at DENSITIES, as `node scripts/kernel-paths.ts` printed them on one machine. */
const MEASURED = [
  { n: 2, m: 1, times: [1.89, 1.47, 1.04, 0.773, 0.476, 0.313, 0.201, 0.159, 0.14, 0.131] },
  { n: 5, m: 2, times: [7.19, 6.98, 6.02, 4.89, 3.04, 1.77, 0.816, 0.495, 0.269, 0.211] },
  { n: 20, m: 5, times: [39.9, 40, 39.9, 40.3, 39.6, 19.6, 8.09, 4.37, 1.82, 1.09] },
  { n: 80, m: 20, times: [447, 446, 446, 352, 194, 119, 68.2, 44.7, 25.2, 19.4] },
  { n: 400, m: 30, times: [3550, 3590, 3550, 3530, 3540, 2270, 1300, 1000, 777, 692] },
];

/** Of all ways to split the work between two, how long the slower one takes at best. */
function bestSplit(times: readonly number[]): number {
  const total = times.reduce((sum, time) => sum + time, 0);
  const splits = Array.from({ length: 2 ** times.length }, (_, split) => {
    const first = times.reduce((sum, time, k) => sum + ((split >> k) & 1) * time, 0);
    return Math.max(first, total - first);
  });
  return Math.min(...splits);
}

describe('dealing models to workers', () => {
  it('gives every model to one worker, in order, and leaves none idle while there are models', () => {
    const densities = fc.array(fc.double({ min: 0.0005, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(densities, fc.integer({ min: 1, max: 16 }), fc.integer({ min: 1, max: 128 }), (p, workers, n) => {
        const hands = deal(problemOf(n, Math.min(n, 5), p), workers);
        expect(hands).toHaveLength(workers);
        expect(hands.flat().sort((a, b) => a - b)).toEqual(p.map((_, k) => k));
        for (const hand of hands) expect(hand).toEqual([...hand].sort((a, b) => a - b));
        expect(hands.filter((hand) => hand.length > 0)).toHaveLength(Math.min(workers, p.length));
      }),
    );
  });

  it.each(MEASURED)(
    'splits work between two nearly as well as can be, by measured times: $n in $m',
    ({ n, m, times }) => {
      const hands = deal(problemOf(n, m, DENSITIES), 2);
      const slower = Math.max(...hands.map((hand) => hand.reduce((sum, k) => sum + times[k], 0)));
      expect(slower / bestSplit(times)).toBeLessThan(1.05);
    },
  );

  it('keeps one dense model away from many rare ones', () => {
    const hands = deal(problemOf(80, 20, [1, ...Array<number>(8).fill(0.001)]), 2);
    expect(hands).toEqual([[0], [1, 2, 3, 4, 5, 6, 7, 8]]);
  });

  it('gives equal models in equal numbers', () => {
    const sizes = deal(problemOf(20, 5, Array<number>(14).fill(0.1)), 3).map((hand) => hand.length);
    expect(sizes.sort()).toEqual([4, 5, 5]);
  });
});
