import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convexHull, type Point } from '../../src/viz/hull.ts';
import { planeLayout } from '../../src/viz/plane-layout.ts';
import { nearestFeature, projections } from '../../src/viz/plane-light.ts';
import { crosses, overlap, placeLabels, type Box } from '../../src/viz/place-labels.ts';
import { heap, nothing, pairs, pentagon, polar, rightAngle, ring } from './models.ts';

const SIZE = 368;
const box = ([x, y]: Point, feature: number): Box => ({ x, y, width: 9 * String(feature + 1).length, height: 14 });

describe('the plane', () => {
  it('draws length 1 as .375 of its width, feature 1 upward', () => {
    const { radius, origin, arrows } = planeLayout(rightAngle, SIZE);
    expect(radius).toBeCloseTo(138);
    const first = arrows.find(({ feature }) => feature === 0);
    expect(first?.tip[0]).toBeCloseTo(origin[0]);
    expect(first?.tip[1]).toBeCloseTo(origin[1] - 138);
  });

  it('puts the number 15 px past the tip when nothing is in the way', () => {
    for (const { tip, label, leader } of planeLayout(pentagon, SIZE).arrows) {
      expect(Math.hypot(label[0] - tip[0], label[1] - tip[1])).toBeCloseTo(15);
      expect(leader).toBe(false);
    }
  });

  it('draws the most important feature last, on top', () => {
    expect(planeLayout(pentagon, SIZE).arrows.map(({ feature }) => feature)).toEqual([4, 3, 2, 1, 0]);
  });

  it('names the rim at its lower right, whatever the arrows do', () => {
    const { rimLabel, origin, radius } = planeLayout(rightAngle, SIZE);
    for (const view of [pairs, pentagon, nothing, ring(12)]) expect(planeLayout(view, SIZE).rimLabel).toEqual(rimLabel);
    expect(rimLabel[0]).toBeGreaterThan(origin[0] + 80);
    expect(rimLabel[1]).toBeGreaterThan(origin[1] + 80);
    expect(Math.hypot(rimLabel[0] - origin[0], rimLabel[1] - origin[1])).toBeLessThan(radius + 34);
    expect(rimLabel[0] + 28).toBeLessThan(SIZE);
  });

  it('marks 90° with a square corner and other angles with an arc', () => {
    const square = planeLayout(rightAngle, SIZE).angle;
    expect(square?.degrees).toBeCloseTo(90);
    expect(square?.path).not.toContain('A');
    const arc = planeLayout(pentagon, SIZE).angle;
    expect(arc?.degrees).toBeCloseTo(72);
    expect(arc?.path).toContain('A');
    expect(
      planeLayout(
        polar([
          [1, 90],
          [1, 1.6],
        ]),
        SIZE,
      ).angle?.path,
    ).toContain('A');
  });

  it('measures feature 1 against its neighbour when another arrow passes before feature 2', () => {
    const order = polar([
      [1, 90],
      [1, -54],
      [1, 162],
      [1, 18],
      [1, 234],
    ]);
    expect(planeLayout(order, SIZE).angle?.degrees).toBeCloseTo(72);
  });

  it('draws an angle from 20° up', () => {
    const apart = (degrees: number): number | undefined =>
      planeLayout(
        polar([
          [1, 90],
          [1, 90 - degrees],
        ]),
        SIZE,
      ).angle?.degrees;
    expect(apart(19.5)).toBeUndefined();
    expect(apart(20.5)).toBeCloseTo(20.5);
  });

  it('draws no angle where there is no room for one, nor for fewer than two features that are kept', () => {
    expect(
      planeLayout(
        polar([
          [1, 90],
          [1, 85],
        ]),
        SIZE,
      ).angle,
    ).toBeNull();
    expect(
      planeLayout(
        polar([
          [1, 90],
          [0.49, 0],
        ]),
        SIZE,
      ).angle,
    ).toBeNull();
  });

  it('draws the hull from three features up', () => {
    expect(planeLayout(rightAngle, SIZE).hull).toBeNull();
    expect(planeLayout(pairs, SIZE).hull?.split(' ')).toHaveLength(4);
    expect(planeLayout(pentagon, SIZE).hull?.split(' ')).toHaveLength(5);
  });

  it('shrinks when an arrow is too long instead of letting it leave the picture', () => {
    const { arrows, origin } = planeLayout(
      polar([
        [4, 90],
        [1, 0],
      ]),
      SIZE,
    );
    for (const { tip } of arrows) expect(Math.hypot(tip[0] - origin[0], tip[1] - origin[1])).toBeLessThan(SIZE / 2);
  });

  it('never lets two numbers overlap, whatever 20 features do', () => {
    // Thousandths, not doubles: of those nearly all are as good as 0, and nothing would be drawn.
    const part = (most: number) => fc.integer({ min: 0, max: 1000 }).map((k) => (k / 1000) * most);
    const row = fc.tuple(part(1.4), part(360));
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 2, maxLength: 20, size: 'max' }),
        fc.constantFrom(200, 280, 368),
        (rows, size) => {
          const { arrows } = planeLayout(polar(rows), size);
          arrows.forEach((a, k) =>
            arrows
              .slice(k + 1)
              .forEach((b) => expect(overlap(box(a.label, a.feature), box(b.label, b.feature))).toBe(false)),
          );
          for (const { label, tip } of arrows) expect([...label, ...tip].every(Number.isFinite)).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('joins a number to its arrow by a hairline when it had to stand far off', () => {
    expect(planeLayout(heap, SIZE).arrows.some(({ leader }) => leader)).toBe(true);
  });

  it('refuses a model that is not of two dimensions', () => {
    expect(() => planeLayout({ ...pentagon, m: 3 }, SIZE)).toThrow(RangeError);
  });

  it.each([2, 5, 12, 20])('draws %i features', (n) => {
    expect(planeLayout(ring(n), SIZE).arrows).toHaveLength(n);
  });
});

describe('the lit feature’s line', () => {
  it('carries every other feature’s shadow at Ŵ_lit · W_j', () => {
    const layout = planeLayout(pentagon, SIZE);
    const lit = projections(pentagon, layout, 0);
    const expected = [1, 2, 3, 4].map((k) => 1.1 * Math.cos((2 * Math.PI * k) / 5));
    const shadows = [...(lit?.shadows ?? [])].sort((a, b) => a.feature - b.feature);
    shadows.forEach(({ value, foot }, k) => {
      expect(value).toBeCloseTo(expected[k]);
      expect(foot[0]).toBeCloseTo(layout.origin[0]);
      expect(foot[1]).toBeCloseTo(layout.origin[1] - layout.radius * expected[k]);
    });
    expect(shadows).toHaveLength(4);
  });

  it('does not exist for a feature at the origin', () => {
    expect(projections(rightAngle, planeLayout(rightAngle, SIZE), 4)).toBeNull();
  });
});

describe('pointing at an arrow', () => {
  it('means the nearest one within reach, or its number', () => {
    const layout = planeLayout(rightAngle, SIZE);
    const [x, y] = layout.origin;
    expect(nearestFeature(layout, x + 3, y - 80)).toBe(0);
    expect(nearestFeature(layout, x + 138 + 20, y)).toBe(1);
    expect(nearestFeature(layout, x - 80, y + 80)).toBeNull();
  });
});

describe('the convex hull', () => {
  it('leaves out points inside and on an edge', () => {
    const hull = convexHull([
      [0, 0],
      [2, 0],
      [2, 2],
      [0, 2],
      [1, 1],
      [1, 0],
    ]);
    expect(hull).toHaveLength(4);
    expect(hull).not.toContainEqual([1, 1]);
    expect(hull).not.toContainEqual([1, 0]);
  });

  it('has fewer than three corners for points on a line', () => {
    expect(
      convexHull([
        [0, 0],
        [1, 1],
        [2, 2],
      ]).length,
    ).toBeLessThan(3);
  });
});

describe('placing labels', () => {
  it('moves the second of two labels at one place, not the first', () => {
    const request = { tip: [50, 50], away: [1, 0], width: 9, height: 14 } as const;
    const [first, second] = placeLabels([request, request], [], [], { x: 50, y: 50, width: 400, height: 400 });
    expect([first.x, first.y]).toEqual([65, 50]);
    expect(overlap(first, second)).toBe(false);
  });

  it('knows when a segment passes through a box', () => {
    const target = { x: 0, y: 0, width: 2, height: 2 };
    expect(crosses({ from: [-5, 0], to: [5, 0] }, target)).toBe(true);
    expect(crosses({ from: [-5, 2], to: [5, 2] }, target)).toBe(false);
    expect(crosses({ from: [2, 0], to: [5, 0] }, target)).toBe(false);
    expect(crosses({ from: [0, 3], to: [3, 0] }, target)).toBe(false);
  });
});
