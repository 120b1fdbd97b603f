/** What E3, E4 and the linear claims train: the figure `basic`, at two sizes. */
import { densityOf } from '../../src/models/parameters/density.ts';
import { figureDefaults } from '../../src/models/parameters/figures.ts';
import { linkTo, setting, type Setting } from './setting.ts';
import { bestOf, type TrainedStart } from './train.ts';

/** Twenty features in five dimensions, importances .7^i. */
export const TWENTY: Setting<'basic'> = setting('basic', { n: 20, m: 5, decay: 0.7, starts: 24, steps: 2000 });
/** Eighty features in twenty dimensions, importances .9^i. */
export const EIGHTY: Setting<'basic'> = setting('basic', { n: 80, m: 20, decay: 0.9, starts: 4, steps: 2000 });

/** The paper's seven, the densest first. */
export const DENSITIES = figureDefaults('basic').p;

export const linearModel = (basic: Setting<'basic'>): Promise<TrainedStart> => bestOf(basic, { family: 'linear' });

export const reluModel = (basic: Setting<'basic'>, density: number): Promise<TrainedStart> =>
  bestOf(basic, { family: 'relu', density });

/** One value for each of the densities, in their order. */
export async function byDensity(
  basic: Setting<'basic'>,
  densities: readonly number[],
  valueOf: (model: TrainedStart) => number | undefined,
): Promise<Record<string, number>> {
  const values: Record<string, number> = {};
  for (const density of densities) {
    const value = valueOf(await reluModel(basic, density));
    if (value !== undefined) values[density] = value;
  }
  return values;
}

/** All densities side by side, with one of them under the slider where a claim is about that one. */
export function linkToBasic(basic: Setting<'basic'>, density?: number): string {
  return linkTo(density === undefined ? basic : { ...basic, values: { ...basic.values, S: densityOf(density) } });
}
