import { describe, expect, it } from 'vitest';
import { axisRange, axisText, formatTwo, logScale, logTicks, withValue } from '../../src/viz/phase-axes.ts';
import { crossing } from '../../src/viz/plane-keys.ts';
import { gridOf } from './phase-maps.ts';

const texts = (...args: Parameters<typeof logTicks>): string[] => logTicks(...args).map(({ text }) => text);

describe('the ticks of a logarithmic axis', () => {
  it('stand at 1, 3, 10 … from end to end, whichever way the axis runs', () => {
    expect(texts([0.1, 10], [0, 546])).toEqual(['0.1', '0.3', '1', '3', '10']);
    expect(texts([1, 0.01], [0, 437])).toEqual(['0.01', '0.03', '0.1', '0.3', '1']);
  });

  it('are powers of ten where there is no room for more', () => {
    expect(texts([0.01, 100], [0, 240])).toEqual(['0.01', '0.1', '1', '10', '100']);
  });

  it('stay inside an axis that ends between them', () => {
    expect(texts([0.2, 5], [0, 400])).toEqual(['0.3', '1', '3']);
  });

  it('stand where their values do', () => {
    for (const { value, at } of logTicks([0.1, 10], [66, 612])) {
      expect(at).toBeCloseTo(66 + (546 * (Math.log10(value) + 1)) / 2, 9);
    }
  });
});

describe('a value on an axis', () => {
  it('is printed with two significant digits', () => {
    expect([0.42, 0.1, 1, 1.26, 10, 0.01, 0.0123, 100].map(formatTwo)).toEqual([
      '0.42',
      '0.10',
      '1.0',
      '1.3',
      '10',
      '0.010',
      '0.012',
      '100',
    ]);
  });

  it('is set with three digits, and never outside the grid', () => {
    const place = { r: 1, p: 0.1 };
    expect(withValue(gridOf(8), place, 'importance', 0.123456)).toEqual({ r: 0.123, p: 0.1 });
    expect(withValue(gridOf(8), place, 'importance', 1e9)).toEqual({ r: 10, p: 0.1 });
    expect(withValue(gridOf(8), place, 'density', 7)).toEqual({ r: 1, p: 1 });
    expect(withValue(gridOf(8), place, 'density', 1e-9)).toEqual({ r: 1, p: 0.01 });
  });

  it('is said with what it means', () => {
    expect(axisText('importance', 0.42)).toBe('importance 0.42');
    expect(axisText('density', 0.13)).toBe('density 0.13, sparsity 0.87');
  });

  it('stands at the end of its scale when it lies outside', () => {
    expect(logScale([0.1, 10], [0, 100])(50)).toBe(100);
  });
});

describe('the native range of an axis', () => {
  it('goes from its first to its last end in steps of 1/48 decade', () => {
    const range = axisRange([0.01, 1], 0.1);
    expect([range.last, range.position]).toEqual([96, 48]);
    expect(range.valueAt(0)).toBeCloseTo(0.01, 12);
    expect(range.valueAt(96)).toBeCloseTo(1, 12);
    expect(range.valueAt(49) / range.valueAt(48)).toBeCloseTo(10 ** (1 / 48), 9);
  });

  it('runs towards rarer features where the axis is drawn so', () => {
    expect(axisRange([1, 0.01], 0.01).position).toBe(96);
  });

  it('holds a value that the axis does not reach at its end', () => {
    expect(axisRange([0.1, 10], 50).position).toBe(96);
  });
});

describe('arrow keys in a plane', () => {
  const axis = { last: 10, position: 10 };

  it('that point along the focused axis are left to it', () => {
    expect(crossing('ArrowRight', false, axis)).toBeNull();
    expect(crossing('ArrowUp', true, axis)).toBeNull();
    expect(crossing('Home', true, axis)).toBeNull();
  });

  it('that point across it step along the other axis, and stop at its ends', () => {
    expect(crossing('ArrowDown', false, axis)).toBe(9);
    expect(crossing('ArrowUp', false, axis)).toBe(10);
    expect(crossing('ArrowLeft', true, axis)).toBe(9);
    expect(crossing('ArrowLeft', true, { last: 10, position: 0 })).toBe(0);
  });
});
