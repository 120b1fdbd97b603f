/** How many features the samples of a strip hold. */

export interface Counts {
  readonly samples: number;
  readonly empty: number;
  readonly one: number;
  /** Two or more at once: the samples in which features can disturb each other. */
  readonly more: number;
}

/** @param strip [count, n], row-major */
export function countActive(strip: ArrayLike<number>, n: number): Counts {
  const counts = { samples: strip.length / n, empty: 0, one: 0, more: 0 };
  for (let s = 0; s < counts.samples; s++) {
    let active = 0;
    for (let i = 0; i < n; i++) if (strip[s * n + i] !== 0) active++;
    if (active === 0) counts.empty++;
    else if (active === 1) counts.one++;
    else counts.more++;
  }
  return counts;
}

/** "Of these 48, 28 hold nothing, 15 hold one feature, 5 hold two or more." */
export function countSentence({ samples, empty, one, more }: Counts, n: number): string {
  const hold = (count: number): string => `${count === 0 ? 'none' : count} ${count === 1 ? 'holds' : 'hold'}`;
  const many = n === 2 ? 'both' : 'two or more';
  return `Of these ${samples}, ${hold(empty)} nothing, ${hold(one)} one feature and ${hold(more)} ${many}.`;
}
