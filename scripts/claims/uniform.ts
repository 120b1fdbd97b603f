/** What E8 and E9 train: the figure `uniform`, one density at a time. */
import { linkTo, setting, type Setting } from './setting.ts';
import { bestOf, type TrainedStart } from './train.ts';

/** Ten dimensions and twelve times as many features. */
export const SIZE = { n: 120, m: 10 } as const;
export const STEPS = 2000;

/** The models of these densities, features all alike. */
const uniformAt = (densities: readonly number[], starts: number): Setting<'uniform'> =>
  setting('uniform', { ...SIZE, p: densities, starts, steps: STEPS });

/** The best start at a density. */
export const modelAt = (density: number, starts: number): Promise<TrainedStart> =>
  bestOf(uniformAt([density], starts), { family: 'relu', density });

export const link = (densities: readonly number[], starts: number): string => linkTo(uniformAt(densities, starts));
