import { describe, expect, it } from 'vitest';
import { presetsOf } from '../../src/article/figures/presets.ts';

const PRESETS = {
  small: { label: 'small', values: { n: 5, p: [1, 0.1], S: 0.9 } },
  large: { label: 'large', values: { n: 80, p: [1, 0.1], S: 0.9 } },
} as const;

describe('presetsOf', () => {
  const { PRESET_NAMES, isPreset, presetOf } = presetsOf(PRESETS);

  it('knows values by what their preset sets, lists entry by entry, whatever else they hold', () => {
    expect(presetOf({ n: 80, p: [1, 0.1], S: 0.9, seed: 3 })).toBe('large');
    expect(presetOf({ n: 80, p: [1, 0.2], S: 0.9, seed: 3 })).toBeNull();
    expect(presetOf({ n: 80, p: [1, 0.1], S: 0.8, seed: 3 })).toBeNull();
  });

  it('leaves out of the comparison what a reader may move within a preset', () => {
    expect(presetsOf(PRESETS, ['S']).presetOf({ n: 80, p: [1, 0.1], S: 0.8 })).toBe('large');
  });

  it('takes only the names that it was given for names', () => {
    expect(PRESET_NAMES).toEqual(['small', 'large']);
    expect(PRESET_NAMES.every(isPreset)).toBe(true);
    for (const other of ['toString', '', 5, null, undefined]) expect(isPreset(other)).toBe(false);
  });
});
