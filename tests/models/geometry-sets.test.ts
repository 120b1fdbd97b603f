import { describe, expect, it } from 'vitest';
import { readOdd } from '../../src/models/geometry/odd.ts';
import { readSets } from '../../src/models/geometry/sets.ts';

/** Rows of given directions and lengths, in two dimensions. */
const rows = (...directions: readonly (readonly [degrees: number, length?: number])[]): number[] =>
  directions.flatMap(([degrees, length = 1]) => [
    length * Math.cos((degrees * Math.PI) / 180),
    length * Math.sin((degrees * Math.PI) / 180),
  ]);
/** The same in another frame: turned and mirrored. */
const seen = (W: readonly number[], degrees: number): number[] =>
  W.flatMap((_, k) => {
    if (k % 2) return [];
    const [x, y] = [W[k], -W[k + 1]];
    const turn = (degrees * Math.PI) / 180;
    return [x * Math.cos(turn) - y * Math.sin(turn), x * Math.sin(turn) + y * Math.cos(turn)];
  });

const PAIRS = [
  [0, 1],
  [2, 3],
];

describe('readSets', () => {
  it.each([
    ['orthogonal', rows([0], [90], [180], [270]), 0],
    ['antipodal', rows([0], [180], [90], [270]), 0],
    ['side by side', rows([0], [62], [180], [242]), 0],
    ['collapsed', rows([0, 0.7], [3, 0.7], [90, 0.7], [88, 0.7]), 2],
    ['apart', rows([0], [120], [10], [130]), 0],
  ] as const)('sees features of each set %s, in any frame', (relation, W, collapsed) => {
    for (const degrees of [0, 37, 211]) {
      const reading = readSets(seen(W, degrees), 4, 2, PAIRS);
      expect(reading.relation).toBe(relation);
      expect(reading.collapsed).toBe(collapsed);
      expect(reading.sets.map((set) => set.relation)).toEqual([relation, relation]);
    }
  });

  it('tells sets apart that differ, and a feature that is left out', () => {
    const mixed = readSets(rows([0, 0.7], [2, 0.7], [90], [180], [270, 0.2], [10]), 6, 2, [...PAIRS, [4, 5]]);
    expect(mixed.sets.map(({ relation }) => relation)).toEqual(['collapsed', 'orthogonal', 'left out']);
    expect(mixed.relation).toBeNull();
    expect(mixed.collapsed).toBe(1);
    expect(mixed.sets[0].angle).toBeCloseTo(2, 9);
    expect(mixed.sets[2].angle).toBeNaN();
  });

  it('averages |W_i·W_j| within and across sets', () => {
    const W = [1, 0, 0, 0, 1, 0, -0.5, 0, 0, -0.1, -0.25, 0.3]; // n 4, m 3
    const { within, across } = readSets(W, 4, 3, PAIRS);
    expect(within).toBeCloseTo((0 + 0.05) / 2, 12);
    expect(across).toBeCloseTo((0.5 + 0.1 + 0 + 0.25) / 4, 12);
  });

  it('has nothing to say of no sets', () => {
    const reading = readSets(rows([0], [90]), 2, 2, []);
    expect(reading.relation).toBeNull();
    expect(reading.within).toBeNaN();
    expect(reading.across).toBeCloseTo(0, 12);
  });
});

describe('readOdd', () => {
  const b = [-0.4, -0.1, -0.2, -0.3, -0.2];
  const W = rows([90, 1.2], [153, 1.1], [230, 1], [310, 1], [25, 1.1]);

  it('finds the neighbours on both sides and their mean angle, in any frame', () => {
    for (const degrees of [0, 100, 299]) {
      const { kept, oddKept, angle, odd, neighbours, others } = readOdd(seen(W, degrees), b, 0);
      expect([kept, oddKept]).toEqual([5, true]);
      expect(angle).toBeCloseTo((63 + 65) / 2, 9);
      expect([...neighbours.features].sort()).toEqual([1, 4]);
      expect(others.features).toEqual([2, 3]);
      expect(odd.norm).toBeCloseTo(1.2, 12);
      expect(neighbours.norm).toBeCloseTo(1.1, 12);
      expect(neighbours.bias).toBeCloseTo(-0.15, 12);
      expect(others.bias).toBeCloseTo(-0.25, 12);
    }
  });

  it('knows no neighbours of a feature that is left out', () => {
    const { kept, oddKept, angle, neighbours, others } = readOdd(rows([0, 0.2], [0], [90], [180], [270]), b, 0);
    expect([kept, oddKept]).toEqual([4, false]);
    expect(angle).toBeNaN();
    expect(neighbours.features).toEqual([]);
    expect(others.features).toEqual([1, 2, 3, 4]);
  });
});
