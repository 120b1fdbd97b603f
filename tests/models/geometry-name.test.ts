import { describe, expect, it } from 'vitest';
import { nameGeometry } from '../../src/models/geometry/name.ts';
import { polygonRows } from './theory-shapes.ts';

/** Features at these angles in degrees, clockwise from up; [angle, length] where the length is not 1. */
function at(...directions: readonly (number | readonly [number, number])[]): number[] {
  return directions.flatMap((direction) => {
    const [angle, length] = typeof direction === 'number' ? [direction, 1] : direction;
    return [length * Math.sin((angle * Math.PI) / 180), length * Math.cos((angle * Math.PI) / 180)];
  });
}
const named = (W: readonly number[], m = 2): ReturnType<typeof nameGeometry> => nameGeometry(W, W.length / m, m);

describe('naming a geometry', () => {
  it.each([
    ['nothing', 'nothing', at([0, 0.1], [90, 0.4])],
    ['single', 'one', at([20, 1], [90, 0.2])],
    ['orthogonal', 'two at right angles', at(0, 90, [180, 0.1], [45, 0.3], [10, 0])],
    ['digon', 'an opposite pair', at(30, 210)],
    ['digon-and-one', 'three', at(0, 90, 270)],
    ['digon-and-one', 'three', at(0, 83, 277)],
    ['digons', 'two opposite pairs', at(0, 90, 270, 180, [33, 0.02])],
    ['digons', 'two opposite pairs', at(0, 92, 268, 181)],
    ['triangle', 'a triangle', at(0, 120, 240)],
    ['pentagon', 'a pentagon', at([0, 1.11], [74, 1.11], [287, 1.1], [147, 1.09], [216, 1.07])],
    ['pentagon', 'a pentagon', at(0, 77, 285, 152, 220)],
    ['hexagon', 'a hexagon', polygonRows(6, 1.3)],
    ['heptagon', 'a heptagon', polygonRows(7)],
    ['octagon', 'an octagon', polygonRows(8)],
    ['polygon', 'a regular polygon of eleven', polygonRows(11)],
    ['irregular', 'three, irregular', at(0, 45, 109)],
    ['irregular', 'three, irregular', at(0, 106, 243)],
    ['irregular', 'five, irregular', at(0, 50, 130, 200, 300)],
    ['irregular', 'five, irregular', at([0, 1.4], [72, 0.7], 144, 216, 288)],
    ['irregular', 'two, irregular', at(0, 60)],
    ['irregular', 'two, irregular', at(0, 0)],
  ] as const)('finds %s (%s)', (kind, short, W) => {
    expect(named(W)).toMatchObject({ kind, short });
  });

  it('does not depend on how the hidden space is turned or mirrored', () => {
    for (const turn of [0, 17, 123, 300]) {
      expect(named(at(turn, 72 + turn, 144 + turn, 216 + turn, 288 + turn)).kind).toBe('pentagon');
      expect(named(at(-turn, 90 - turn, -90 - turn)).kind).toBe('digon-and-one');
    }
  });

  it('says which features are represented, and which of them only partly', () => {
    const { represented, partly } = named(at(0, 90, [270, 0.88], [180, 0.78], [10, 0.49]));
    expect(represented).toEqual([0, 1, 2, 3]);
    expect(partly).toEqual([2, 3]);
  });

  it('lists the opposite pairs', () => {
    expect(named(at(0, 90, 270, 180)).pairs).toEqual([
      [0, 3],
      [1, 2],
    ]);
    expect(named(polygonRows(5)).pairs).toEqual([]);
  });

  it('measures the angles between neighbours', () => {
    const { neighbours } = named(at(0, 74, 147, 216, 287, [5, 0.1]));
    expect(neighbours?.min).toBeCloseTo(69, 9);
    expect(neighbours?.max).toBeCloseTo(74, 9);
    expect(named(at(0)).neighbours).toBeUndefined();
    expect(named([1, -1], 1).neighbours).toBeUndefined();
  });

  it('names what fits in one dimension', () => {
    expect(named([1, 0.1], 1).kind).toBe('single');
    expect(named([1.05, -1, 0.2], 1)).toMatchObject({ kind: 'digon', pairs: [[0, 1]] });
    expect(named([0.72, 0.68], 1)).toMatchObject({
      kind: 'irregular',
      name: 'irregular, two features in one dimension',
    });
  });

  it('divides three and more dimensions into parts at right angles', () => {
    const tetrahedron = [1, 1, 1, 1, -1, -1, -1, 1, -1, -1, -1, 1].map((x) => x / Math.sqrt(3));
    expect(named(tetrahedron, 3)).toMatchObject({ kind: 'tetrahedron', name: 'a tetrahedron' });
    const pentagonAndPair = [...polygonRows(5), 0, 0].flatMap((x, j) => (j % 2 === 1 ? [x, 0] : [x]));
    pentagonAndPair.splice(-3, 3, 0, 0, 1, 0, 0, -1);
    expect(named(pentagonAndPair, 3)).toMatchObject({ kind: 'product', name: 'a pentagon, an opposite pair' });
    expect(named([1, 0, 0, 0, 1, 0, 0, 0, 1], 3)).toMatchObject({ kind: 'orthogonal', short: 'three at right angles' });
    const { parts } = named(pentagonAndPair, 3);
    expect(parts.map(({ dimensions, members }) => [members.length, dimensions])).toEqual([
      [5, 2],
      [2, 1],
    ]);
  });
});
