/** Settings with a name: the paper's three small cases (E12) and its two larger sets (E13). */
import { figureDefaults } from '../../../models/parameters/figures.ts';
import { presetsOf } from '../presets.ts';
import type { CorrelatedValues } from './parts.ts';

const { n, m, sets, kind, S, p, starts, steps, decay } = figureDefaults('correlated');
/** What a preset sets, so that every one of them leaves the others behind. */
const PAIRS = { n, m, sets, kind, S, p, starts, steps, decay };

export const PRESETS = {
  pairs: { label: 'two correlated pairs', values: PAIRS },
  anticorrelated: { label: 'two anticorrelated pairs', values: { ...PAIRS, kind: 'anticorrelated' } },
  three: { label: 'three correlated pairs', values: { ...PAIRS, n: 6, sets: 3 } },
  // A start takes as long as ten of the others'.
  tens: {
    label: 'two sets of ten, ten dimensions',
    values: { ...PAIRS, n: 20, m: 10, p: [0.05, 0.2, 0.5], starts: 3 },
  },
} as const satisfies Record<string, { label: string; values: Partial<CorrelatedValues> }>;

export type PresetName = keyof typeof PRESETS;
/** Whatever the density: it is what a reader moves through a preset. */
export const { PRESET_NAMES, isPreset, presetOf } = presetsOf(PRESETS, ['S']);
