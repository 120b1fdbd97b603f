/** Settings with a name: a small system that trains in seconds, the paper's own size, and two classes of density. */
import { densityOf } from '../../../models/parameters/density.ts';
import { figureDefaults } from '../../../models/parameters/figures.ts';
import { presetsOf } from '../presets.ts';
import type { UniformValues } from './models.ts';

const { n, m, p, ratio, steps, starts } = figureDefaults('uniform');

/** The paper trains 400 features in 30 dimensions (E8); here at twenty densities from 1 to 1/12, evenly apart on the axis. */
const PAPER_DENSITIES = Array.from({ length: 20 }, (_, k) => Number((12 ** (-k / 19)).toPrecision(3)));
/** A problem of Nanda 2023, features of unequal sparsity: here every second one is ten times as rare as the others. */
const RARER = 0.1;
/** So few that the frequent half does not fill all the room by itself: of 80 features the rare ones are never learned. */
const FEW = 24;

export const PRESETS = {
  small: { label: `${n} in ${m} dimensions`, values: { n, m, p, ratio, steps, starts } },
  paper: { label: '400 in 30, as in the paper', values: { n: 400, m: 30, p: PAPER_DENSITIES, ratio, steps, starts } },
  classes: { label: `${FEW} in ${m}, half of them rarer`, values: { n: FEW, m, p, ratio: RARER, steps, starts } },
} as const satisfies Record<string, { label: string; values: Partial<UniformValues> }>;

export const { PRESET_NAMES, isPreset, presetOf } = presetsOf(PRESETS);

/** The density that a preset opens at, where it is not the reader's: of the paper's size the one where all is pairs. */
const OPENINGS: Readonly<Record<string, number>> = { paper: 0.351 };

/** What choosing a preset sets: unlike the preset itself, where it is looked at first. */
export function openingOf(name: keyof typeof PRESETS): Partial<UniformValues> {
  const density = OPENINGS[name];
  return { ...PRESETS[name].values, ...(density === undefined ? {} : { S: densityOf(density) }) };
}
