/** The start that is not all random: a large network of absolute values that begins with some of them set by hand (E19). */
import { PRESETS } from '../../src/article/figures/absolute/presets.ts';
import { setting } from './setting.ts';
import { bestOf, type TrainedStart } from './train.ts';

export const RARE = 0.01;
const BY_HAND = PRESETS['100-in-40-by-hand'].values;
/** What the hand-set start of the claim is compared with: the same network and recipe from random starts. */
export const TRIED = setting('absolute', { ...BY_HAND, p: [RARE], begin: 'random', starts: 2 });

/** The figure's network that began by hand, at one density 1 − S. */
export const trainHandSet = (density: number): Promise<TrainedStart> =>
  bestOf(setting('absolute', { ...BY_HAND, p: [density] }), { family: 'absolute' });
