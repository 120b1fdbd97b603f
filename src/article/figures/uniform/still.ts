/**
 * What `npm run stills` trained with the reader's own engine: the default setting, which comes with the page, and the
 * paper's, which is fetched when it is asked for.
 */
import { parameterCount } from '../../../models/layout.ts';
import { figureDefaults } from '../../../models/parameters/figures.ts';
import { toProblem } from '../../../models/parameters/to-problem.ts';
import { groupsOf, startKey, type Start } from '../starts/groups.ts';
import type { NamedRange } from './best-ranges.ts';
import type { Shown, UniformValues } from './models.ts';
import { PRESETS } from './presets.ts';

/** A model in bytes: a byte a parameter is a hundredth of full scale, enough to draw and to measure D_i to .01. */
export interface PackedModel {
  readonly start: number;
  readonly loss: number;
  /** Value of the largest byte, 127. */
  readonly scale: number;
  /** θ / scale · 127 as signed bytes, base64. */
  readonly theta: string;
}

/** One for each density, the best start. */
export interface UniformStill {
  readonly models: readonly PackedModel[];
}

export interface UniformRecord {
  readonly command: string;
  /** Which shape is best where, by theory, as far as a list of densities may reach: it takes a second to compute. */
  readonly best: readonly NamedRange[];
  readonly small: UniformStill;
  readonly paper: UniformStill;
}

/** The settings that the stills were trained with. */
export const SMALL_VALUES: UniformValues = figureDefaults('uniform');
export const PAPER_VALUES: UniformValues = { ...SMALL_VALUES, ...PRESETS.paper.values };

const FULL = 127;

export function packTheta(theta: ArrayLike<number>): Pick<PackedModel, 'scale' | 'theta'> {
  const values = Array.from(theta);
  const scale = Number(Math.max(...values.map(Math.abs)).toPrecision(4)) || 1;
  const bytes = values.map((value) => Math.max(-FULL, Math.min(FULL, Math.round((value / scale) * FULL))) & 0xff);
  return { scale, theta: btoa(String.fromCharCode(...bytes)) };
}

/** @throws RangeError when it does not hold `length` parameters */
export function unpackTheta({ scale, theta }: Pick<PackedModel, 'scale' | 'theta'>, length: number): Float32Array {
  const bytes = Int8Array.from(atob(theta), (letter) => letter.charCodeAt(0));
  if (bytes.length !== length) throw new RangeError(`A still of ${bytes.length} parameters where ${length} are needed`);
  return Float32Array.from(bytes, (byte) => (byte / FULL) * scale);
}

/** @param values those that the still was trained with */
export function stillShown(values: UniformValues, { models }: UniformStill): Shown {
  const { problem, recipe } = toProblem('uniform', values);
  const firsts = problem.models.filter(({ start }) => start === 0);
  const trained = new Map(
    firsts.map((settings, k): [string, Start] => {
      const { start, loss, ...packed } = models[k];
      return [startKey(settings), { start, loss, theta: unpackTheta(packed, parameterCount(problem)) }];
    }),
  );
  return { values, problem, groups: groupsOf(firsts, trained), step: recipe.steps };
}
