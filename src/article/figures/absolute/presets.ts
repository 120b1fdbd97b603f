/** Settings with a name: the paper's two networks (E19), and the variants that the problems of Nanda 2023 ask for. */
import { figureDefaults } from '../../../models/parameters/figures.ts';
import { presetsOf } from '../presets.ts';
import type { AbsoluteValues } from './parts.ts';

const { n, m, p, decay, target, activation, bias, kind, begin, starts, steps, lr, batch } = figureDefaults('absolute');
/** What a preset sets, so that every one of them leaves the others behind. */
const SMALL = { n, m, p, decay, target, activation, bias, kind, begin, starts, steps, lr, batch };

/** The paper's sweep, from dense data to rare. */
const DENSITIES = [1, 0.3, 0.1, 0.03, 0.01];

/** One start: five networks of 8,100 parameters take long enough. */
const LARGE = { ...SMALL, n: 100, m: 40, p: DENSITIES, starts: 1 };

/** Pairs and logic have more wrong valleys: of six starts, often none ends in the right one. */
const MANY = 24;

export const PRESETS = {
  '3-in-6': { label: '3 in 6', values: SMALL },
  '100-in-40': { label: '100 in 40', values: LARGE },
  // The recipe of the recorded sweep: at the usual rate the network of the rarest features loses twice as much.
  '100-in-40-by-hand': {
    label: '100 in 40, by hand',
    values: { ...LARGE, begin: 'by-hand', steps: 4000, lr: 0.003 },
  },
  '20-in-10': { label: '20 in 10', values: { ...SMALL, n: 20, m: 10, p: [0.5, 0.3, 0.2, 0.1] } },
  square: { label: 'x²', values: { ...SMALL, n: 2, m: 8, target: 'square', bias: true } },
  max: { label: 'larger of a pair', values: { ...SMALL, n: 2, m: 2, decay: 1, target: 'max', starts: MANY } },
  'and-or': {
    label: 'AND, OR',
    values: { ...SMALL, n: 2, m: 2, decay: 1, target: 'and-or', bias: true, starts: MANY },
  },
  gelu: { label: 'GELU', values: { ...SMALL, activation: 'gelu' } },
  correlated: { label: 'correlated pairs', values: { ...SMALL, n: 6, m: 6, kind: 'correlated' } },
} as const satisfies Record<string, { label: string; values: Partial<AbsoluteValues> }>;

export type PresetName = keyof typeof PRESETS;
export const { PRESET_NAMES, isPreset, presetOf } = presetsOf(PRESETS);
