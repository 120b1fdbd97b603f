import { describe, expect, it } from 'vitest';
import { bracketLabel, bracketSpan, nameWidth } from '../../src/viz/bracket-layout.ts';
import {
  DIAL_MAX,
  nearestStop,
  onStep,
  onStop,
  parseSparsity,
  positionOf,
  sparsityAt,
  stopSparsity,
} from '../../src/viz/dial-scale.ts';

describe('the dial’s scale', () => {
  it('has its stops at 1 − S = 10^(−k/8), ending at one in thirty', () => {
    expect(stopSparsity(0)).toBe(0);
    expect(stopSparsity(8)).toBeCloseTo(0.9, 12);
    expect(1 - stopSparsity(12)).toBeCloseTo(10 ** -1.5, 12);
  });

  it('turns positions into S and back', () => {
    for (let position = 0; position <= DIAL_MAX; position++) {
      expect(positionOf(sparsityAt(position))).toBeCloseTo(position, 8);
    }
  });

  it('knows the stop whose picture stands for S, and none past the end', () => {
    expect(nearestStop(0.9)).toBe(8);
    expect(nearestStop(0.89)).toBe(8);
    expect(nearestStop(0.97)).toBe(12);
    expect(nearestStop(0.985)).toBeNull();
  });

  it('tells a stop from what lies near it', () => {
    expect(onStop(0.9, 8)).toBe(true);
    expect(onStop(0.901, 8)).toBe(false);
    for (let k = 0; k < 13; k++) expect(onStop(stopSparsity(k), k)).toBe(true);
    for (let k = 1; k < 13; k++) expect(onStop(sparsityAt(24 * k - 1), k)).toBe(false);
  });
});

describe('a slider step', () => {
  it('is known by its S, also when its density was rounded to four digits', () => {
    for (let k = 0; k <= DIAL_MAX; k++) {
      expect(onStep(sparsityAt(k))).toBe(true);
      expect(onStep(1 - Number((1 - sparsityAt(k)).toPrecision(4)))).toBe(true);
    }
    expect(onStep(sparsityAt(100.5))).toBe(false);
    expect(onStep(sparsityAt(DIAL_MAX + 12))).toBe(false);
  });
});

describe('a typed sparsity', () => {
  it('is taken as it is, with point or comma', () => {
    expect([' 0.985', '.5', '0,9', '0', '0.'].map(parseSparsity)).toEqual([0.985, 0.5, 0.9, 0, 0]);
  });

  it('is refused outside [0, 1) and where it is no number', () => {
    expect(['1', '-0.1', '1e-3', 'abc', '', '.', '0.5.1', 'Infinity'].map(parseSparsity)).toEqual(Array(8).fill(null));
  });
});

describe('a bracket', () => {
  const pairs = { from: 3, to: 6, label: 'two opposite pairs', short: 'two pairs', current: false };

  it('covers its stops, and on a phone every second of them', () => {
    expect(bracketSpan(pairs, 1)).toEqual({ start: 4, end: 8 });
    expect(bracketSpan(pairs, 2)).toEqual({ start: 3, end: 5 });
  });

  it('vanishes on a phone where it covers none', () => {
    expect(bracketSpan({ ...pairs, from: 3, to: 3 }, 2)).toBeNull();
  });

  it('stays within the dial', () => {
    expect(bracketSpan({ ...pairs, from: -2, to: 40 }, 1)).toEqual({ start: 1, end: 14 });
  });

  it('takes its short name where the long one does not fit, and none where that would be cut', () => {
    expect(bracketLabel(pairs, 4 * 63.5)).toBe('two opposite pairs');
    expect(bracketLabel(pairs, 2 * 36)).toBe('two pairs');
    expect(bracketLabel(pairs, 36)).toBe('');
    expect(bracketLabel({ ...pairs, short: undefined }, 2 * 36)).toBe('');
  });

  it('never expects a name to be narrower than the browser draws it', () => {
    // Instrument Sans 600 at 12.5 px, measured in Chromium.
    const drawn = {
      two: 22.4,
      three: 31.8,
      'two pairs': 53.5,
      'a pentagon': 66.5,
      'two opposite pairs': 107.9,
      'two at right angles': 108.5,
      'a hexagon, irregular': 116.2,
    };
    for (const [name, width] of Object.entries(drawn)) {
      expect(nameWidth(name), name).toBeGreaterThanOrEqual(width);
      expect(nameWidth(name), name).toBeLessThan(width + 8);
    }
  });
});
