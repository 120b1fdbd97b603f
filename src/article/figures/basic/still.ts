/**
 * The figure before any script runs: what `npm run stills` trained with the reader's own engine at the default setting.
 * It comes with the page, as the island's property, and not with its code.
 */
import { figureDefaults } from '../../../models/parameters/figures.ts';
import { problemOf, type BasicValues } from './models.ts';
import { groupsOf, startKey, type Group, type Start } from '../starts/groups.ts';

/** The best start of every model, in the figure's order; a few digits of each number, enough to draw. */
export interface BasicStill {
  readonly command: string;
  readonly models: readonly { readonly start: number; readonly loss: number; readonly theta: readonly number[] }[];
}

export interface StillPicture {
  readonly values: BasicValues;
  readonly groups: readonly Group[];
}

export function stillPicture({ models }: BasicStill): StillPicture {
  const values = figureDefaults('basic');
  const problem = problemOf(values);
  const firsts = problem.models.filter(({ start }) => start === 0);
  const trained = new Map(
    firsts.map((settings, k): [string, Start] => {
      const { start, loss, theta } = models[k];
      return [startKey(settings), { start, loss, theta: Float32Array.from(theta) }];
    }),
  );
  return { values, groups: groupsOf(firsts, trained) };
}
