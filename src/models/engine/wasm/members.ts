/** Sets of features (data.ts) as the kernel draws them: each member is on while one word lies in an interval of its own. */
import type { FeatureSet } from '../../problem.ts';

const WORDS = 2 ** 24;

export interface Member {
  readonly feature: number;
  /** The feature whose word switches it: the first of its set. */
  readonly switch: number;
  /** It is on where low ≤ k < high, k the upper 24 bits of that word. */
  readonly low: number;
  readonly high: number;
}

/** @param density p_i, [n], as float32 */
export function membersOf(sets: readonly FeatureSet[], density: readonly number[]): Member[] {
  return sets.flatMap(({ kind, members }) => {
    const p = density[members[0]];
    const ends = members.map((_, position) =>
      kind === 'correlated' || position === members.length - 1 ? p * WORDS : firstOf(position + 1, p, members.length),
    );
    return members.map((feature, position) => ({
      feature,
      switch: members[0],
      low: kind === 'correlated' || position === 0 ? 0 : ends[position - 1],
      high: ends[position],
    }));
  });
}

/** Members as assembly/draw-general.ts reads them: two words and two float32 each. */
export function memberWords(members: readonly Member[]): Uint32Array {
  const words = new Uint32Array(4 * members.length);
  const bounds = new Float32Array(words.buffer);
  members.forEach(({ feature, switch: by, low, high }, k) => {
    words.set([feature, by], 4 * k);
    bounds.set([low, high], 4 * k + 2);
  });
  return words;
}

/** The smallest k that chooses member `position` of `size`, by the very rounding of data.ts. */
function firstOf(position: number, p: number, size: number): number {
  const chosen = (k: number): number => Math.floor((k / WORDS / p) * size);
  let k = Math.ceil((position / size) * p * WORDS);
  while (k > 0 && chosen(k - 1) >= position) k--;
  while (chosen(k) < position) k++;
  return k;
}
