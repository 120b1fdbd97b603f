import { describe, expect, it } from 'vitest';
import { presetWeights, PRESETS, type PresetId } from '../../src/article/figures/worth/presets.ts';
import { shownWorth, worthCurves } from '../../src/article/figures/worth/shown.ts';
import { barsText, paysBelow, sentenceOf, TABLE_HEAD, tableRows } from '../../src/article/figures/worth/words.ts';
import { packing } from '../../src/models/theory/packing.ts';
import { together } from '../../src/models/theory/worth.ts';
import { worthCurveLayout } from '../../src/viz/worth-curve-layout.ts';

const shown = (id: PresetId, density = 0.1, bias: number | null = null) => shownWorth(presetWeights(id), bias, density);
const sentence = (id: PresetId, S = 0.9): string => {
  const state = shown(id, 1 - S);
  const { sparsity, density, before, finding, after } = sentenceOf(state, worthCurves(state, null), S);
  return `At S = ${sparsity} (density ${density}) ${before}${finding}${after}`;
};

describe('figure worth', () => {
  it.each(PRESETS)('keeps the names of its two lines apart and off the axis at any bias: $label', ({ value }) => {
    const options = { width: 556, domain: [1, 0.01], n: 5, m: 2, cursor: 0.01, now: { linear: 0, relu: 0 } } as const;
    for (let bias = -1; bias <= 0.5; bias += 0.05) {
      const curves = worthCurves(shown(value, 0.01, bias), bias);
      const { linear, relu, bottom } = worthCurveLayout(curves, options);
      expect(Math.abs(linear.labelY - relu.labelY), `bias ${bias}`).toBeGreaterThan(14);
      expect(Math.max(linear.labelY, relu.labelY), `bias ${bias}`).toBeLessThan(bottom);
    }
  });

  it('never gives the linear model more than two features’ worth, and the ReLU model more once features are rare', () => {
    for (const { value } of PRESETS) {
      const state = shown(value);
      expect(together(state.linear)).toBeLessThanOrEqual(2 + 1e-9);
      if (value !== 'two') expect(together(state.relu)).toBeGreaterThan(2.5);
    }
    // In dense data no arrangement of arrows of length 1 gets past two.
    for (const { value } of PRESETS) expect(together(shown(value, 1).relu)).toBeLessThanOrEqual(2 + 1e-6);
  });

  it('says what is there, and from where it pays', () => {
    expect(sentence('two')).toBe(
      'At S = 0.90 (density 0.10) the two arrows are worth 2.00 without the ReLU and 2.00 with it. Drag another one out.',
    );
    expect(sentence('triangle')).toMatch(
      /three arrows are worth 1\.50 .* does not pay without the ReLU, and pays with it: there it does wherever density is below 0\.\d\d\.$/,
    );
    expect(sentence('triangle', 0)).toMatch(/does not pay, with the ReLU or without it/);
    const none = shownWorth(Array<number>(10).fill(0), null, 0.1);
    expect(sentenceOf(none, worthCurves(none, null), 0.9).finding).toBe('all are left out');
  });

  it('finds the density where a curve passes two', () => {
    const points = [
      { density: 1, value: 1 },
      { density: 0.1, value: 1.5 },
      { density: 0.01, value: 2.5 },
    ];
    expect(paysBelow(points)).toBeCloseTo(0.1 * 10 ** -0.5, 9);
    expect(paysBelow(points.slice(0, 2))).toBeNull();
    expect(paysBelow(points.slice(2))).toBeNull();
  });

  it('gives each output its best bias, or all that are kept the one that is set, and the mean to what is left out', () => {
    const { b } = shown('pentagon');
    for (const bias of b) expect(bias).toBeCloseTo(b[0], 2);
    expect(b[0]).toBeLessThan(-0.05);
    // The pentagon of length 1 falls short of the one of the best length.
    expect(together(shown('pentagon').relu)).toBeLessThan(2 * packing('pentagon', 0.1).benefit);
    expect(shown('triangle', 0.1, -0.3).b).toEqual([-0.3, -0.3, -0.3, 0.05, 0.05]);
    expect(together(shown('pentagon', 0.1, 0).relu)).toBeLessThan(together(shown('pentagon').relu));
  });

  it('tells every number in words and in a table', () => {
    const state = shown('triangle');
    expect(barsText(state)).toMatch(
      /^Feature 1: without ReLU benefit 1\.00, interference 0\.50; .*Together 1\.50 and 2\./,
    );
    const rows = tableRows(state);
    expect(rows).toHaveLength(5);
    for (const row of rows) expect(row).toHaveLength(TABLE_HEAD.length);
  });
});
