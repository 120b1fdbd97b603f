/** The law of the non-empty samples, feature by feature. */

/** 1 − Π_{j ≥ i} (1 − p_j) for each i: the chance that any feature from i on is active. */
function anyFrom(density: readonly number[]): number[] {
  const any = density.map(() => 0);
  let none = 1;
  for (let i = density.length - 1; i >= 0; i--) {
    none *= 1 - density[i];
    any[i] = 1 - none;
  }
  return any;
}

export interface RowLaw {
  /** Chance that a sample is not empty, in (0, 1]. */
  readonly nonEmpty: number;
  /** Chance of each feature in a non-empty sample whose features before it are all off; the last one's is 1. */
  readonly first: readonly number[];
}

/** @param density p_i, [n], each in (0, 1] */
export function rowLaw(density: readonly number[]): RowLaw {
  const any = anyFrom(density);
  return { nonEmpty: any[0], first: density.map((p, i) => (i === density.length - 1 ? 1 : p / any[i])) };
}
