/** Vectors of a few numbers. */

export const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, x, k) => sum + x * b[k], 0);

export const norm = (v: Float64Array): number => Math.sqrt(dot(v, v));

/** v at length 1; 0 stays 0. */
export const unit = (v: Float64Array): Float64Array => {
  const length = norm(v) || 1;
  return v.map((x) => x / length);
};

/**
 * v without its components along the axes, which are of length 1 and at right angles. It leaves rounding errors of the
 * order of ε/‖rest‖.
 */
export function rejectOnce(v: Float64Array, axes: readonly Float64Array[]): Float64Array {
  const rest = v.slice();
  for (const axis of axes) {
    const along = dot(axis, rest);
    for (let k = 0; k < rest.length; k++) rest[k] -= along * axis[k];
  }
  return rest;
}

/** The same, twice: to rounding. */
export const reject = (v: Float64Array, axes: readonly Float64Array[]): Float64Array =>
  rejectOnce(rejectOnce(v, axes), axes);
