/** What the general path has to know of a model: the part of its record (assembly/job.ts) that no other path reads. */
import { FAMILIES } from '../../families.ts';
import { offsetsOf, parameterCount } from '../../layout.ts';
import type { ModelSettings, Problem, Recipe } from '../../problem.ts';
import { streamKey } from '../../random.ts';
import { ACTIVATIONS, TARGETS, VALUE_LAWS } from './numbers.ts';

/**
 * @param firstMember place of its first member of a set among all models'
 * @param members how many it has
 */
export function generalRecord(
  problem: Problem,
  { family, law = 'uniform', seed, start, model }: ModelSettings,
  { dropout = 0 }: Recipe,
  firstMember: number,
  members: number,
): Uint32Array {
  const { hidden, target, signed, ...rest } = FAMILIES[family];
  const { read, hiddenBias = 0, bias } = offsetsOf(rest, problem.n, problem.m, parameterCount(problem));
  return Uint32Array.from([
    ...[ACTIVATIONS.indexOf(hidden), TARGETS.indexOf(target), Number(signed), VALUE_LAWS.indexOf(law)],
    ...[read, hiddenBias, bias],
    ...streamKey(seed, start, model, 'dropout'),
    ...floatBits(dropout * 2 ** 24, 1 / (1 - dropout)),
    ...[firstMember, members],
  ]);
}

const floatBits = (...values: number[]): Uint32Array => new Uint32Array(Float32Array.from(values).buffer);
