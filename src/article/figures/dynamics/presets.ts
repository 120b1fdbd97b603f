/** Settings with a name: the paper's two stories of how a geometry comes about (E15, E16). */
import { figureDefaults, type FigureValues } from '../../../models/parameters/figures.ts';
import type { TimeScale } from '../../../models/recording/axis.ts';
import { presetsOf } from '../presets.ts';

const { n, m, sets, kind, S, decay, model, init, starts, steps, lr, schedule, batch } = figureDefaults('dynamics');
/** What a preset sets, so that each of them leaves the other behind. */
const LEVELS = { n, m, sets, kind, S, decay, model, init, starts, steps, lr, schedule, batch };

export const PRESETS = {
  levels: { label: `${n} features in ${m} dimensions`, values: LEVELS },
  octahedron: {
    label: 'two sets of three, in three dimensions',
    values: {
      ...LEVELS,
      n: 6,
      m: 3,
      sets: 2,
      kind: 'correlated',
      S: 0.95,
      init: 0.1,
      steps: 8000,
      lr: 0.002,
      batch: 1024,
    },
  },
} as const satisfies Record<string, { label: string; values: Partial<FigureValues<'dynamics'>> }>;

export const { PRESET_NAMES, isPreset, presetOf } = presetsOf(PRESETS);

/**
 * The axis that shows a run best: features on their own go from level to level all along the run, sets find their shape
 * early and turn for long.
 */
export const scaleFor = ({ kind }: FigureValues<'dynamics'>): TimeScale => (kind === 'independent' ? 'linear' : 'log');
