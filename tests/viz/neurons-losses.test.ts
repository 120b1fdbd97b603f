import { describe, expect, it } from 'vitest';
import { featureLossesSentence } from '../../src/viz/describe-neurons.ts';
import { featureLossesLayout, lossRowAt } from '../../src/viz/feature-losses-layout.ts';
import { lossPairLayout } from '../../src/viz/loss-pair-layout.ts';
import { featureLossRows } from '../../src/viz/neuron-rows.ts';
import { WIDTHS } from './neurons.ts';

const nothing = [0.1, 0.05, 0.02, 0.01];
const losses = [0.0001, 0.005, 0.02, 0];

describe('the losses by feature', () => {
  it('are shares of reading nothing, on a linear axis from 0 with its line at 1', () => {
    const { rows, left, nothingX } = featureLossesLayout(losses, nothing, { width: 500, scale: 'linear' });
    rows.forEach(({ share, x }, i) => {
      expect(share).toBeCloseTo(losses[i] / nothing[i], 12);
      expect(x).toBeCloseTo(left + share * (nothingX - left), 9);
    });
  });

  it('have equal steps for equal ratios on a logarithmic one, every loss above its foot and none at it', () => {
    const { rows, left, nothingX, ticks } = featureLossesLayout(losses, nothing, { width: 500, scale: 'log' });
    const step = (nothingX - left) / (ticks.length - 1);
    expect(nothingX - rows[0].x).toBeCloseTo(3 * step, 9);
    expect(nothingX - rows[1].x).toBeCloseTo(step, 9);
    expect(rows[0].x).toBeGreaterThan(left);
    expect(rows[3].x).toBe(left);
  });

  it('stay inside and keep their axis’ numbers apart at every width, for 1 to 128 features', () => {
    for (const width of WIDTHS)
      for (const n of [1, 3, 10, 40, 100, 128])
        for (const scale of ['linear', 'log'] as const) {
          const many = Array.from({ length: n }, (_, i) => 2 * 10 ** (-i / 10));
          const layout = featureLossesLayout(many, Array(n).fill(1), { width, scale });
          for (const { x } of layout.rows) expect(x).toBeLessThanOrEqual(layout.right + 1e-9);
          expect(layout.right).toBeLessThan(width);
          expect(layout.bar).toBeLessThanOrEqual(layout.pitch);
          const numbers = layout.ticks.filter(({ numbered }) => numbered);
          expect(numbers.at(-1)?.share).toBe(1);
          numbers.slice(1).forEach(({ x }, k) => expect(x - numbers[k].x).toBeGreaterThanOrEqual(42 - 1e-9));
        }
  });

  it('are no share at all where reading nothing costs nothing', () => {
    expect(featureLossRows([0], [0]).rows).toEqual([['1', '0', '0', '0.000']]);
  });

  it('find the feature of a row again', () => {
    const layout = featureLossesLayout(losses, nothing, { width: 500, scale: 'linear' });
    for (const { feature, y } of layout.rows) expect(lossRowAt(layout, y)).toBe(feature);
    expect([lossRowAt(layout, layout.top - 1), lossRowAt(layout, layout.bottom + 1)]).toEqual([null, null]);
  });

  it('cannot be compared with fewer losses of reading nothing', () => {
    expect(() => featureLossesLayout(losses, [1], { width: 500, scale: 'linear' })).toThrow(RangeError);
  });

  it('can be said in words and as rows', () => {
    expect(featureLossesSentence(losses, nothing)).toBe(
      'Loss of 4 features as a share of reading nothing: least feature 4 with 0.0 %, most feature 3 with 100.0 %.',
    );
    const { head, rows } = featureLossRows(losses, nothing);
    expect(rows.map((row) => row.length)).toEqual(losses.map(() => head.length));
    expect(rows[1]).toEqual(['2', '0.0050', '0.0500', '0.100']);
  });
});

describe('two losses beside what they were', () => {
  const pair = [
    { name: 'linear hidden layer', loss: 0.03, before: 0.03 },
    { name: 'ReLU hidden layer', loss: 0.06, before: 0.02 },
  ];

  it('stand on one axis from 0: a loss twice as large is twice as far', () => {
    const { rows, left, right } = lossPairLayout(pair, { width: 500 });
    expect(rows[0].x).toBe(rows[0].beforeX);
    expect(rows[1].x - left).toBeCloseTo(2 * (rows[0].x - left), 9);
    expect(rows[1].x).toBe(right);
  });

  it('keep their axis when they are given its end, and stop there', () => {
    const at = (loss: number): number =>
      lossPairLayout([{ ...pair[0], loss }, pair[1]], { width: 500, top: 0.08 }).rows[0].x;
    expect(at(0.04)).toBeGreaterThan(at(0.03));
    expect(at(0.5)).toBe(lossPairLayout(pair, { width: 500 }).right);
  });

  it('have their names over the lines on a phone, everywhere inside', () => {
    for (const width of WIDTHS) {
      const { rows, left, right, height } = lossPairLayout(pair, { width });
      expect(right - left).toBeGreaterThan(120);
      for (const { y, nameY } of rows) {
        expect(y + 26).toBeLessThan(height);
        expect(nameY).toBeGreaterThan(10);
        if (width < 420) expect(nameY).toBeLessThan(y - 12);
      }
    }
  });
});
