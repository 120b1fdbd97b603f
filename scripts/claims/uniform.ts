/** What E8 and E9 train: the figure `uniform`, one density at a time. */
import { figureDefaults } from '../../src/models/parameters/figures.ts';
import { linkTo, setting, type Setting } from './setting.ts';
import { bestOf, type TrainedStart } from './train.ts';

/** Ten dimensions and twelve times as many features. */
export const SIZE = { n: 120, m: 10 } as const;
/** Enough that the best has no feature in the wrong place. */
export const STARTS = 4;
export const STEPS = 4000;

/** The models of these densities, features all alike. */
export const uniformAt = (densities: readonly number[]): Setting<'uniform'> =>
  setting('uniform', { ...SIZE, p: densities, starts: STARTS, steps: STEPS });

/** The best start at a density. */
export const modelAt = (density: number): Promise<TrainedStart> =>
  bestOf(uniformAt([density]), { family: 'relu', density });

export const link = (densities: readonly number[]): string => linkTo(uniformAt(densities));

/** The figure's own densities, as far as a system of this size is trained well. */
export const DENSITIES = figureDefaults('uniform').p;
