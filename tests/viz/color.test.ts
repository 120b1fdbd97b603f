import { describe, expect, it } from 'vitest';
import {
  CLASS_COLORS,
  importanceColor,
  importancePositions,
  legendColors,
  signedColor,
  signedTextColor,
  superpositionColor,
} from '../../src/viz/color.ts';
import { contrast, lightness, resolve, type Theme } from './tokens.ts';

const THEMES: readonly Theme[] = ['light', 'dark'];
const unit = Array.from({ length: 201 }, (_, k) => k / 200);
const signed = Array.from({ length: 241 }, (_, k) => (k - 120) / 100);

describe('the encodings', () => {
  it('stand on their control points and are clipped at both ends', () => {
    expect(signedColor(0)).toBe('var(--paper-2)');
    expect(signedColor(-0.16)).toBe('var(--neg-0)');
    expect(signedColor(0.6)).toBe('var(--pos-1)');
    expect(signedColor(-1)).toBe('var(--neg-2)');
    expect(signedColor(7)).toBe('var(--pos-2)');
    expect(superpositionColor(-1)).toBe('var(--sup-0)');
    expect(superpositionColor(0.5)).toBe('var(--sup-2)');
    expect(superpositionColor(1.8)).toBe('var(--sup-4)');
    expect(importanceColor(1)).toBe('var(--imp-3)');
  });

  it('mix two neighbouring control points in OKLab', () => {
    expect(signedColor(0.38)).toBe('color-mix(in oklab, var(--pos-1) 50%, var(--pos-0))');
    expect(superpositionColor(0.125)).toBe('color-mix(in oklab, var(--sup-1) 50%, var(--sup-0))');
  });

  it('give a colour for a value that is not a number', () => {
    expect(signedColor(NaN)).toBe('var(--paper-2)');
  });

  it.each(THEMES)('rise in lightness with superposition all the way (%s)', (theme) => {
    const steps = unit.map((s) => lightness(superpositionColor(s), theme));
    steps.slice(1).forEach((L, k) => expect(L).toBeGreaterThanOrEqual(steps[k] - 1e-9));
  });

  it.each(THEMES)('keep arrows at 3:1 on the paper edge around them (%s)', (theme) => {
    for (const t of unit) expect(contrast(importanceColor(t), 'var(--paper)', theme)).toBeGreaterThanOrEqual(3);
  });

  it.each(THEMES)('keep an arrow whose feature is not there at 3:1 on paper and on the disc (%s)', (theme) => {
    for (const ground of ['var(--paper)', 'var(--paper-2)'])
      expect(contrast('var(--absent)', ground, theme), ground).toBeGreaterThanOrEqual(3);
  });

  it.each(THEMES)('keep bars at 3:1 on paper (%s)', (theme) => {
    for (const s of unit) expect(contrast(superpositionColor(s), 'var(--paper)', theme)).toBeGreaterThanOrEqual(3);
  });

  it.each(THEMES)('keep every number in a cell at 4.5:1 (%s)', (theme) => {
    for (const v of signed) {
      expect(contrast(signedColor(v), signedTextColor(v), theme), `v = ${v}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('put the most important feature at 0, the least at 1, and equals at 0', () => {
    expect(importancePositions([1, 0.75, 0.5])).toEqual([0, 0.5, 1]);
    expect(importancePositions([2, 2])).toEqual([0, 0]);
  });

  it('give a legend its own ends', () => {
    const colors = legendColors(signedColor, -1, 1);
    expect(colors.at(0)).toBe('var(--neg-2)');
    expect(colors.at(-1)).toBe('var(--pos-2)');
    expect(colors[(colors.length - 1) / 2]).toBe('var(--paper-2)');
  });

  it('use tokens that exist for the classes', () => {
    for (const color of Object.values(CLASS_COLORS)) expect(resolve(color, 'light')[0]).toBeGreaterThan(0);
  });
});
