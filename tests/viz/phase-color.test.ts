import { describe, expect, it } from 'vitest';
import { PHASE_KNOTS, phaseColor, writePhaseColor } from '../../src/viz/phase-color.ts';
import { bytes, resolve, type Theme } from './tokens.ts';

const THEMES: readonly Theme[] = ['light', 'dark'];
const close = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Math.max(...Array.from(a, (value, k) => Math.abs(value - b[k])));

describe('the colour of a cell', () => {
  it('is that of the classes at the corners of its scale', () => {
    expect(phaseColor(0, 0)).toBe('var(--paper-3)');
    expect(phaseColor(1, 0)).toBe('var(--paper-3)');
    expect(phaseColor(0, 1)).toBe('var(--sup-0)');
    expect(phaseColor(1, 1)).toBe('var(--sup-4)');
  });

  it('is clipped in both numbers, and knows a feature that has no direction', () => {
    expect(phaseColor(3, 2)).toBe('var(--sup-4)');
    expect(phaseColor(-1, -1)).toBe('var(--paper-3)');
    expect(phaseColor(NaN, 0)).toBe('var(--paper-3)');
  });

  it('is half way to the ramp at half the length', () => {
    expect(phaseColor(0.5, 0.5)).toBe('color-mix(in oklab, var(--sup-2) 50%, var(--paper-3))');
    const [half, full, none] = [phaseColor(0.3, 0.5), phaseColor(0.3, 1), phaseColor(0.3, 0)].map((color) =>
      resolve(color, 'light'),
    );
    half.forEach((value, k) => expect(value).toBeCloseTo((full[k] + none[k]) / 2, 6));
  });

  it.each(THEMES)('is the same on a canvas as in an SVG, to two bytes of 255 (%s)', (theme) => {
    const knots = Uint8ClampedArray.from(PHASE_KNOTS.flatMap((color) => [...bytes(color, theme), 255]));
    const data = new Uint8ClampedArray(8);
    for (let s = 0; s <= 1; s += 0.037) {
      for (let t = 0; t <= 1; t += 0.041) {
        writePhaseColor(data, 1, knots, s, t);
        expect(close(data.subarray(4, 7), bytes(phaseColor(s, t), theme)), `${s}, ${t}`).toBeLessThanOrEqual(2);
        expect(data[7]).toBe(255);
      }
    }
    expect([...data.subarray(0, 4)]).toEqual([0, 0, 0, 0]);
  });

  it('is clipped on the canvas too', () => {
    const knots = Uint8ClampedArray.from(PHASE_KNOTS.flatMap((color) => [...bytes(color, 'light'), 255]));
    const data = new Uint8ClampedArray(16);
    writePhaseColor(data, 0, knots, 5, 5);
    writePhaseColor(data, 1, knots, 1, 1);
    writePhaseColor(data, 2, knots, NaN, 0);
    writePhaseColor(data, 3, knots, 0, 0);
    expect([...data.subarray(0, 4)]).toEqual([...data.subarray(4, 8)]);
    expect([...data.subarray(8, 12)]).toEqual([...data.subarray(12, 16)]);
  });
});
