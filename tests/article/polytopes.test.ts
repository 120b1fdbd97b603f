import { describe, expect, it } from 'vitest';
import { POLYTOPES, type PolytopeId } from '../../src/models/geometry/polytopes.ts';
import {
  leftOf,
  nextEntry,
  PRESETS,
  presetOf,
  typedEntry,
  withOneMore,
} from '../../src/article/figures/polytopes/removal.ts';
import { repulsionSentence } from '../../src/article/figures/polytopes/repulsion-words.ts';
import {
  factorModel,
  factorSign,
  isPolytope,
  polytopeView,
  shareText,
  SHOWN,
} from '../../src/article/figures/polytopes/shapes.ts';
import { gramLabel, pictureLabel, sentenceOf } from '../../src/article/figures/polytopes/words.ts';
import { gram } from '../../src/models/metrics.ts';
import { discLayout } from '../../src/viz/disc-layout.ts';

const say = (id: PolytopeId): string => {
  const { finding, after } = sentenceOf(POLYTOPES[id], polytopeView(POLYTOPES[id]).metrics);
  return finding + after;
};

describe('the sentence under a shape', () => {
  it('says of a product what it is of, what its parts fill, and what each feature has', () => {
    expect(say('triangular-bipyramid')).toBe(
      'A triangular bipyramid is a triangle and a digon at right angles: its five features fill 2\u00a0+\u00a01\u00a0=\u00a03 dimensions; those of the triangle have 2/3 of one each, those of the digon 1/2.',
    );
    expect(say('octahedron')).toBe(
      'An octahedron is three digons at right angles: its six features fill 1\u00a0+\u00a01\u00a0+\u00a01\u00a0=\u00a03 dimensions, and each has 1/2 of one.',
    );
    expect(say('square')).toContain('A square is two digons at right angles');
  });

  it('says of one piece how many share how much, and of an uneven one what is missing', () => {
    expect(say('tetrahedron')).toBe(
      'A tetrahedron is of one piece: its four features share three dimensions evenly, 3/4 of one each.',
    );
    expect(say('least-energy-antiprism')).toMatch(
      /does not fill its space: .* 0\.374 of a dimension each, 2\.99\d in all/,
    );
  });

  it('has nothing undefined in it for any shape, and a picture in words beside it', () => {
    for (const shape of Object.values(POLYTOPES)) {
      expect(say(shape.id) + pictureLabel(shape)).not.toMatch(/undefined|NaN|\ba [aeiou]/);
    }
    expect(pictureLabel(POLYTOPES['triangular-bipyramid'])).toBe(
      'Five features as arrows to the corners of a triangular bipyramid in three dimensions. 1, 2, 3 together; 4, 5 together; the parts at right angles.',
    );
    expect(gramLabel(gram(POLYTOPES.square.vertices, 4, 2), 4)).toBe(
      'Overlaps of the four features: 0.00 for four pairs and −1.00 for two pairs.',
    );
  });
});

describe('a shape of the figure', () => {
  it('is one of the named ones, and what is not is told apart', () => {
    expect(SHOWN.every(isPolytope)).toBe(true);
    expect([isPolytope('toString'), isPolytope(3), isPolytope(undefined)]).toEqual([false, false, false]);
  });

  it('has features that matter alike, in the whole and in its parts: marks tell the parts apart', () => {
    for (const id of SHOWN) {
      const parts = POLYTOPES[id].factors.map((_, k) => factorModel(POLYTOPES[id], k).importance);
      expect(new Set([...Array.from(polytopeView(POLYTOPES[id]).importance), ...parts.flat()])).toEqual(new Set([1]));
    }
  });

  it('falls apart into models of their own dimensions with the overlaps that they had', () => {
    for (const id of SHOWN) {
      const { n, d, vertices, factors } = POLYTOPES[id];
      const whole = gram(vertices, n, d);
      factors.forEach(({ members, dimensions }, k) => {
        const part = factorModel(POLYTOPES[id], k);
        expect([part.n, part.m]).toEqual([members.length, dimensions]);
        const own = gram(part.W, part.n, part.m);
        members.forEach((i, a) =>
          members.forEach((j, b) => expect(own[a * part.n + b]).toBeCloseTo(whole[i * n + j], 12)),
        );
      });
    }
  });

  it('has signs of the overlaps that its parts have, and a digon’s arrows lie in one line', () => {
    for (const id of SHOWN)
      POLYTOPES[id].factors.forEach(({ dimensions }, k) => {
        const [part, sign] = [factorModel(POLYTOPES[id], k), factorSign(POLYTOPES[id], k)];
        expect(gram(sign.W, sign.n, sign.m)).toEqual(gram(part.W, part.n, part.m));
        // From the middle straight up and down.
        const across = discLayout(sign, 56).arrows.flatMap(({ path }) =>
          [...path.matchAll(/[ML]([\d.]+),/g)].map(([, x]) => Math.abs(Number(x) - 28)),
        );
        if (dimensions === 1) expect(Math.max(...across)).toBeLessThan(5);
      });
  });

  it('has shares as fractions, as a whole, or as a number where there is no fraction', () => {
    const [factor] = POLYTOPES.pentagon.factors;
    expect(shareText(factor, 0.4)).toBe('2/5');
    expect(shareText(POLYTOPES.single.factors[0], 1)).toBe('1');
    expect(shareText({ ...factor, fraction: null }, 0.37404)).toBe('0.374');
  });
});

describe('what is left when directions are taken out', () => {
  const say = (removed: readonly (readonly number[])[], rescaled = false): string => {
    const { finding, after } = leftOf(removed, removed[0].length, rescaled);
    return finding + after;
  };

  it('is named, counted and measured', () => {
    expect(say(PRESETS.triangle)).toBe(
      '(1, 1, 1) taken out of three directions leaves a triangle: three features in two dimensions. Any two of them overlap by −0.33.',
    );
    expect(say(PRESETS.triangle, true)).toContain('Any two of them overlap by −0.50.');
    expect(say(PRESETS.square)).toBe(
      '(1, 0, 1, 0) and (0, 1, 0, 1) taken out of four directions leave two opposite pairs at right angles: four features in two dimensions. Two of them overlap by −0.50 or not at all.',
    );
    expect(say(PRESETS['triangular bipyramid'])).toContain('leave a triangle and an opposite pair: five');
    expect(say(PRESETS['4-simplex'])).toContain('leaves a 4-simplex: five features in four dimensions');
  });

  it('can be nothing changed, or nothing left', () => {
    expect(say([[0, 0, 0]])).toBe('Nothing is taken out: three features in three dimensions, all at right angles.');
    expect(say([[1, 0, 0], [0, 1, 0], [0, 0, 1]])).toMatch(/leave nothing\.$/); // prettier-ignore
  });

  it('can be irregular, or nothing of a feature: that is counted apart', () => {
    expect(say([[-1, 1, 1]])).toBe(
      '(−1, 1, 1) taken out of three directions leaves an irregular shape of three features in two dimensions. Two of them overlap by −0.33 or by 0.33.',
    );
    expect(
      say([
        [0, -1, 0],
        [1, 1, -1],
      ]),
    ).toBe(
      // prettier-ignore
      '(0, −1, 0) and (1, 1, −1) taken out of three directions leave an irregular shape of two features in one dimension. Of feature 2 nothing is left: it is at the origin. The two overlap by 0.50.',
    );
    expect(say([[0, 0, 1]])).toBe(
      '(0, 0, 1) taken out of three directions leaves two features at right angles in two dimensions. Of feature 3 nothing is left: it is at the origin. The two overlap not at all.',
    );
    expect(say([[1, 0, 0], [0, 1, 0]])).toMatch(/one feature alone in one dimension\. Of features 1 and 2 .* origin\.$/); // prettier-ignore
  });

  it('by a direction that is out already, or is none, is told as it is', () => {
    expect(say([[1, 1, 1], [0, 0, 0]])).toMatch(/^\(1, 1, 1\) taken out .* \(0, 0, 0\) takes nothing more out\.$/); // prettier-ignore
    expect(say([[1, 0, 0, 0], [-1, 0, 0, 0]])).toMatch(/^\(1, 0, 0, 0\) taken out .* \(−1, 0, 0, 0\) takes nothing/); // prettier-ignore
  });

  it('one more direction takes more out, and of a simplex it leaves two', () => {
    const more = Object.values(PRESETS).map(withOneMore);
    for (const [k, removed] of Object.values(PRESETS).entries())
      expect(leftOf(more[k], removed[0].length, false).view.m).toBe(
        leftOf(removed, removed[0].length, false).view.m - 1,
      );
    expect(say(withOneMore(PRESETS.tetrahedron))).toContain('leave two opposite pairs at right angles');
    expect(say(withOneMore(PRESETS['4-simplex']))).toContain('leave a triangle and an opposite pair');
  });

  it('keys set an entry to what they say', () => {
    expect(['0', '1', '-', 'Tab'].map(typedEntry)).toEqual([0, 1, -1, undefined]);
  });

  it('every entry goes through 0, 1 and −1, and the known choices are known again', () => {
    expect([0, 1, -1].map(nextEntry)).toEqual([1, -1, 0]);
    for (const [name, removed] of Object.entries(PRESETS)) expect(presetOf(removed)).toBe(name);
    expect(presetOf([[1, 0, 0]])).toBe('');
  });
});

describe('the sentence under the points', () => {
  const least = { thomson: 19.6753, relu: 2.0438 };
  const say = (energy: { thomson: number; relu: number }, to = least): string => {
    const { finding, after } = repulsionSentence(8, 3, energy, to);
    return finding + after;
  };

  it('tells what they come to under both laws', () => {
    expect(say({ thomson: 25, relu: 9.9 })).toBe(
      'As features, these eight points on a sphere interfere by 9.90, and could get down to 2.04; as electrons they are 5.32 above their least.',
    );
    expect(say(least)).toBe(
      'As features, eight points on a sphere cannot interfere less than this, 2.04 in all; as electrons they are settled.',
    );
    expect(say({ thomson: 20, relu: 0 }, { thomson: 19, relu: 0 })).toContain(
      'do not interfere: no two are closer than a right angle',
    );
    expect(say({ thomson: 20, relu: 1 }, { thomson: 20, relu: 0 })).toContain('by 1.00, and need not at all');
  });
});
