/** Which random numbers switch a member of a feature set on: data.ts's rule, solved for the number. */
import type { FeatureSet, ModelSettings } from '../../problem.ts';
import { toUnit } from '../../random.ts';

export interface Switch {
  /** The feature, the set's first member, whose number u decides. */
  readonly leader: number;
  /** On where from ≤ u < to. */
  readonly from: number;
  readonly to: number;
}

/** The switches of all features that are in a set, by feature. */
export function switchesOf({ sets = [], density }: ModelSettings): ReadonlyMap<number, Switch> {
  return new Map(sets.flatMap((set) => membersOf(set, Math.fround(density[set.members[0]]))));
}

function membersOf({ kind, members }: FeatureSet, p: number): [number, Switch][] {
  const [leader] = members;
  return members.map((feature, position) => {
    if (kind === 'correlated') return [feature, { leader, from: 0, to: p }];
    const last = position === members.length - 1;
    const from = firstOf(position, members.length, p);
    return [feature, { leader, from, to: last ? p : firstOf(position + 1, members.length, p) }];
  });
}

/** The smallest u with ⌊u/p · size⌋ ≥ position. In the arithmetic of data.ts, since rounding may shift it by one. */
function firstOf(position: number, size: number, p: number): number {
  /** u is a multiple of this. */
  const unit = toUnit(1 << 8);
  const reaches = (u: number): boolean => Math.floor((u / p) * size) >= position;
  let u = Math.ceil(((position / size) * p) / unit) * unit;
  while (!reaches(u)) u += unit;
  while (u > 0 && reaches(u - unit)) u -= unit;
  return u;
}
