/** Mean and mean square of what the outputs of a model should be (target.ts), in closed form. */
import { FAMILIES } from '../families.ts';
import type { FeatureSet, ModelSettings } from '../problem.ts';
import { VALUE_MOMENTS, type ValueMoments } from './value-law.ts';

export interface TargetMoments {
  /** E[t_i] */
  readonly mean: number;
  /** E[t_i²] */
  readonly square: number;
}

type Data = Pick<ModelSettings, 'family' | 'density' | 'law' | 'sets'>;

/** @param i the output, 0 … n − 1 */
export function targetMoments(data: Data, i: number): TargetMoments {
  const { target, signed } = FAMILIES[data.family];
  const values = VALUE_MOMENTS[data.law ?? 'uniform'];
  const p = activeProbability(data, i);
  switch (target) {
    case 'identity':
      return { mean: signed ? 0 : p * values.mean, square: p * values.square };
    case 'absolute':
      return { mean: p * values.mean, square: p * values.square };
    case 'square':
      return { mean: p * values.square, square: p * values.fourth };
    case 'max-min':
      return pairMoments(data, i, values);
  }
}

/**
 * Values are positive, so the smaller of a pair needs both; and since max + min = x + y and max² + min² = x² + y², the
 * larger's moments are what the smaller's leave.
 */
function pairMoments(data: Data, i: number, values: ValueMoments): TargetMoments {
  const p = activeProbability(data, i);
  const partner = i ^ 1;
  if (partner >= data.density.length) return { mean: p * values.mean, square: p * values.square };
  const both = bothActive(data, i, partner);
  const smaller = { mean: both * values.smaller, square: both * values.smallerSquare };
  if (i & 1) return smaller;
  const either = p + activeProbability(data, partner);
  return { mean: either * values.mean - smaller.mean, square: either * values.square - smaller.square };
}

const setOf = ({ sets }: Data, i: number): FeatureSet | undefined => sets?.find(({ members }) => members.includes(i));

/** A set's density is its first member's; of an anticorrelated one each member has an equal part (data.ts). */
function activeProbability(data: Data, i: number): number {
  const set = setOf(data, i);
  if (!set) return data.density[i];
  return data.density[set.members[0]] / (set.kind === 'anticorrelated' ? set.members.length : 1);
}

function bothActive(data: Data, i: number, j: number): number {
  const set = setOf(data, i);
  if (!set?.members.includes(j)) return activeProbability(data, i) * activeProbability(data, j);
  return set.kind === 'correlated' ? data.density[set.members[0]] : 0;
}
