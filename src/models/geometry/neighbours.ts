/** The angles between neighbouring features around the circle, for m = 2. */

export interface NeighbourAngles {
  /** Degrees, in (0, 360). */
  readonly min: number;
  readonly max: number;
}

/**
 * Every feature and the next one counter-clockwise; the angles sum to 360°.
 *
 * @param W [n, 2]
 * @param features indices of the features to consider, at least two
 */
export function neighbourAngles(W: ArrayLike<number>, features: readonly number[]): NeighbourAngles {
  const directions = features.map((i) => (Math.atan2(W[2 * i + 1], W[2 * i]) * 180) / Math.PI).sort((a, b) => a - b);
  const gaps = directions.map((angle, at) =>
    at === 0 ? angle + 360 - directions[directions.length - 1] : angle - directions[at - 1],
  );
  return { min: Math.min(...gaps), max: Math.max(...gaps) };
}
