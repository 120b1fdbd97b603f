import { describe, expect, it } from 'vitest';
import {
  formatCount,
  formatDensity,
  formatEnd,
  formatLoss,
  formatPlain,
  formatShort,
  formatSparsity,
} from '../../src/viz/format.ts';
import { importanceText, shortCell, superpositionText } from '../../src/viz/table-layout.ts';

describe('numbers in figures', () => {
  it('have no leading zero and a real minus', () => {
    expect([0.344, -0.988, 1.234, -1.006].map((v) => formatShort(v))).toEqual(['.34', '−.99', '1.23', '−1.01']);
  });

  it('are 0 when they round to nothing, without a sign', () => {
    expect([0, -0.004, 0.0049, -0].map((v) => formatShort(v))).toEqual(['0', '0', '0', '0']);
    expect(formatPlain(-0.001)).toBe('0.00');
  });

  it('keep their zero in sentences', () => {
    expect(formatPlain(-0.5)).toBe('−0.50');
    expect(formatPlain(0.4, 3)).toBe('0.400');
  });

  it('print losses with four decimals, small ones with two digits that count', () => {
    expect([0.02154, 0.24, 0.00031, 0.0000123, 1e-12].map(formatLoss)).toEqual([
      '0.0215',
      '0.2400',
      '0.00031',
      '0.000012',
      '0',
    ]);
  });

  it('take no more than five characters of a cell, however large they are', () => {
    expect([0.5, -1.01, 9.99, -12.46, 123.4, -1e9, 2e20].map((v) => shortCell(v, 36))).toEqual([
      '.50',
      '−1.01',
      '9.99',
      '−12.5',
      '123',
      '<−999',
      '>999',
    ]);
    expect(shortCell(-1.01, 30)).toBe('−1.0');
    expect([1.79, 12.34, 1e6].map(superpositionText)).toEqual(['1.79', '12.3', '>999']);
  });

  it('group thousands', () => {
    expect([0, 999, 1000, 1234567].map(formatCount)).toEqual(['0', '999', '1,000', '1,234,567']);
  });

  it('print the dial’s densities with two digits that count', () => {
    expect([1, 0.7499, 0.1, 0.075, 0.0316].map(formatDensity)).toEqual(['1', '.75', '.10', '.075', '.032']);
  });

  it('print whole ends of scales without decimals', () => {
    expect([1, 0.6561, -1].map(formatEnd)).toEqual(['1', '.66', '−1']);
  });

  it('print S and 1 − S so that they add up to one', () => {
    expect(formatSparsity(0.9)).toEqual({ sparsity: '0.90', density: '0.10' });
    expect(formatSparsity(0.985)).toEqual({ sparsity: '0.985', density: '0.015' });
    expect(formatSparsity(0)).toEqual({ sparsity: '0.00', density: '1.00' });
    expect(formatSparsity(1 - 10 ** -1.125)).toEqual({ sparsity: '0.925', density: '0.075' });
    expect(formatSparsity(0.8666)).toEqual({ sparsity: '0.87', density: '0.13' });
    for (let k = 0; k <= 288; k++) {
      const { sparsity, density } = formatSparsity(1 - 10 ** (-k / 192));
      expect(Number(sparsity) + Number(density)).toBeCloseTo(1, 10);
    }
  });

  it('print a value that was typed with all its digits', () => {
    expect(formatSparsity(0.9853)).toEqual({ sparsity: '0.9853', density: '0.0147' });
    expect(formatSparsity(0.99991).sparsity).toBe('0.99991');
    expect(formatSparsity(1 - 1e-7).density).toBe('0.00000010');
    expect(formatSparsity(0.995).sparsity).toBe('0.995');
  });
});

it('an importance that is something is never printed as nothing', () => {
  expect([1, 0.7, 0.0068, 0.0047].map(importanceText)).toEqual(['1.00', '.70', '.01', '<.01']);
});
