import { describe, expect, it } from 'vitest';
import { featureSentence, summarize } from '../../src/viz/describe.ts';
import { featureClass } from '../../src/viz/feature-class.ts';
import { interpolateModel } from '../../src/viz/interpolate.ts';
import { modelView } from '../../src/viz/model-view.ts';
import { nothing, onLine, pairs, pentagon, polar, rightAngle, ring } from './models.ts';

describe('a view of a model', () => {
  it('refuses arrays that do not fit n and m', () => {
    expect(() => modelView({ n: 2, m: 2, W: [1, 0, 0], b: [0, 0], importance: [1, 1] })).toThrow(RangeError);
  });
});

describe('the model between two models', () => {
  it('lies on the straight line in W, b and importance, and is measured anew', () => {
    const half = interpolateModel(pentagon, rightAngle, 0.5);
    for (let j = 0; j < 10; j++) expect(half.W[j]).toBeCloseTo((pentagon.W[j] + rightAngle.W[j]) / 2);
    expect(half.b[0]).toBeCloseTo(-0.2);
    expect(half.metrics.norms[0]).toBeCloseTo(Math.hypot(half.W[0], half.W[1]));
  });

  it('is the very model at either end', () => {
    expect(interpolateModel(pentagon, pairs, 0)).toBe(pentagon);
    expect(interpolateModel(pentagon, pairs, 1)).toBe(pairs);
    expect(interpolateModel(pentagon, pairs, -1)).toBe(pentagon);
    expect(interpolateModel(pentagon, pairs, 2)).toBe(pairs);
  });

  it('jumps where the two have no weights in common', () => {
    const hexagon = ring(6);
    expect(interpolateModel(pentagon, hexagon, 0.01)).toBe(hexagon);
    const line = onLine([1, -1, 0, 0, 0]);
    expect(interpolateModel(pentagon, line, 0.01)).toBe(line);
  });
});

describe('what can be said of a model', () => {
  it('of a pentagon: five in superposition, 72° apart, two fifths of a dimension each', () => {
    const summary = summarize(ring(5));
    expect(summary.byClass['in superposition']).toEqual([0, 1, 2, 3, 4]);
    expect(summary.neighbourAngles?.least).toBeCloseTo(72);
    expect(summary.neighbourAngles?.most).toBeCloseTo(72);
    expect(summary.dimensionality?.least).toBeCloseTo(0.4);
    expect(summary.strongest?.value).toBeCloseTo(Math.cos((144 * Math.PI) / 180));
  });

  it('of two at right angles: dedicated, with the rest not represented', () => {
    const summary = summarize(rightAngle);
    expect(summary.byClass).toEqual({ dedicated: [0, 1], 'in superposition': [], 'not represented': [2, 3, 4] });
    expect(summary.neighbourAngles).toEqual({ least: expect.closeTo(90), most: expect.closeTo(90) });
    expect([summary.represented, summary.dedicated]).toEqual([2, 2]);
  });

  it('of an antipodal pair: half a dimension each', () => {
    expect(summarize(pairs).dimensionality).toEqual({ least: expect.closeTo(0.5), most: expect.closeTo(0.5) });
  });

  it('of nothing: no ranges', () => {
    const { length, superposition, dimensionality, neighbourAngles } = summarize(nothing);
    expect([length, superposition, dimensionality, neighbourAngles]).toEqual([null, null, null, null]);
  });

  it('draws the lines between classes at ‖W‖ = .5 and superposition = .1', () => {
    const cases = [
      polar([[0.49, 0]]),
      polar([[0.51, 0]]),
      polar([
        [1, 0],
        [0.32, 0],
      ]),
      polar([
        [1, 0],
        [0.31, 0],
      ]),
    ];
    expect(cases.map(({ metrics }) => featureClass(metrics, 0))).toEqual([
      'not represented',
      'dedicated',
      'in superposition',
      'dedicated',
    ]);
  });

  it('puts a row’s numbers into one sentence', () => {
    expect(featureSentence(pairs, 1)).toBe(
      'Feature 2, importance 0.90: shared. Length 1.00, superposition 1.00, 0.50 of a dimension, bias −0.20.',
    );
  });
});
