import { describe, expect, it } from 'vitest';
import { branchMinimum, lowestShape } from '../../scripts/claims/branches.ts';
import { lineRoot, secantRoot } from '../../scripts/claims/crossing.ts';
import { minimise } from '../../src/models/theory/minimise.ts';
import { shapeName } from '../../scripts/claims/shape-name.ts';
import { nameGeometry } from '../../src/models/geometry/name.ts';
import { settingsOf } from '../models/theory-shapes.ts';

describe('minimise', () => {
  it('finds the bottom of Rosenbrock’s valley', () => {
    const { x, value } = minimise(([a, b]) => (1 - a) ** 2 + 100 * (b - a * a) ** 2, [-1.2, 1]);
    expect(value).toBeLessThan(1e-12);
    expect(Math.hypot(x[0] - 1, x[1] - 1)).toBeLessThan(1e-5);
  });

  it('stays where it is at a minimum, and leaves its start alone', () => {
    const start = [3, -2];
    expect(minimise(([a, b]) => (a - 3) ** 2 + (b + 2) ** 4, start).value).toBeCloseTo(0, 12);
    expect(start).toEqual([3, -2]);
  });
});

describe('crossings', () => {
  it('of a straight line are exact, with noise in the middle of it', () => {
    expect(lineRoot([1, 2, 3, 4].map((x) => [x, 2 * x - 5]))).toBeCloseTo(2.5, 12);
    expect(
      lineRoot([
        [1, -1.1],
        [2, 0.1],
        [3, 1.1],
        [2, -0.1],
      ]),
    ).toBeCloseTo(2, 12);
  });

  it('of a bent curve are found by secants', () => {
    expect(secantRoot((x) => x * x - 2, 1, 2, 1e-10)).toBeCloseTo(Math.SQRT2, 9);
  });
});

describe('five features in two dimensions, exactly', () => {
  const at = (density: number) => settingsOf(5, density, { decay: 0.9 });

  // The upper bounds are minima found independently (rounded up); a lower minimum may exist.
  it('two pairs are best at p = .2 and the pentagon at p = .1, at the known losses', () => {
    const pairs = branchMinimum(at(0.2), 'two digons').value;
    const pentagon = branchMinimum(at(0.1), 'pentagon').value;
    expect(pairs).toBeLessThan(0.05993);
    expect(pairs / 0.05992).toBeGreaterThan(0.99);
    expect(pentagon).toBeLessThan(0.02144);
    expect(pentagon / 0.02143).toBeGreaterThan(0.99);
    expect(lowestShape(at(0.2))).toBe('two digons');
    expect(lowestShape(at(0.1))).toBe('pentagon');
  });

  it('in dense data no start beats two features at right angles', () => {
    expect(lowestShape(at(1))).toBe('two orthogonal');
  });
});

describe('a shape’s name', () => {
  const named = (W: number[]): string => shapeName(nameGeometry(W, W.length / 2, 2));

  it('says which features it has where they are not the most important ones', () => {
    expect(named([1, 0, 0, 1, 0, 0])).toBe('two orthogonal');
    expect(named([1, 0, 0, 0, 0, 1])).toBe('two orthogonal of features 1, 3');
    expect(named([1, 0, 0, 1, -1, 0, 0, 0, 0, -1])).toBe('two digons of features 1, 2, 3, 5');
  });

  it('is the geometry’s own for any other shape', () => {
    expect(named([1, 0, 0, 1, -1, 0])).toBe('an opposite pair and one alone');
  });
});
