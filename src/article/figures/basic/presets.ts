/** Settings with a name: the sizes of the paper and of its notebook. */
import { figureDefaults } from '../../../models/parameters/figures.ts';
import { presetsOf } from '../presets.ts';
import type { BasicValues } from './models.ts';

const { n, m, decay, p, steps } = figureDefaults('basic');

/** Dense data settle last: after 1000 steps the twentieth feature is still on its way in (n = 80, p = 1). */
const LARGE_STEPS = 2000;

/** The notebook trains 20 densities, p = 20^(−k/19), and shows every second of them (E4b). */
const NOTEBOOK_DENSITIES = Array.from({ length: 10 }, (_, k) => Number((20 ** ((-2 * k) / 19)).toPrecision(4)));
/** Importance from 1 down to 1/100 over a hundred features: I_i = 100^(−i/99). */
const NOTEBOOK_DECAY = Number((100 ** (-1 / 99)).toPrecision(5));

export const PRESETS = {
  '20-in-5': { label: '20 in 5', values: { n, m, decay, p, steps } },
  '80-in-20': { label: '80 in 20', values: { n: 80, m: 20, decay: 0.9, p, steps: LARGE_STEPS } },
  '100-in-20': {
    label: '100 in 20',
    values: { n: 100, m: 20, decay: NOTEBOOK_DECAY, p: NOTEBOOK_DENSITIES, steps: LARGE_STEPS },
  },
} as const satisfies Record<string, { label: string; values: Partial<BasicValues> }>;

export const { PRESET_NAMES, isPreset, presetOf } = presetsOf(PRESETS);
