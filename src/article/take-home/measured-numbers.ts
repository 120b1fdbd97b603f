/** What the numbers of a file can be: beyond, no training and no hand has made them, and no figure could draw them. */
import { bad, between } from './strict-json.ts';

/**
 * Weights and biases in size. A hand sets up to 2; trained with the tables' highest rate (0.1) and smallest batch (16),
 * weights came to 4.2 and biases, which drift on where nothing answers any more, to −12.5.
 */
const MOST_WEIGHT = 100;
/** Far over the loss of any weights that a hand can set: twenty outputs of 82, which cost 1.3e5. */
const MOST_LOSS = 1e6;
/** What a closed form may fall short of 0 by, in rounding. */
const ROUNDING = 1e-6;

/** @throws RunFileError for parameters that are too large, [P] */
export function drawable(theta: Float32Array, where: string): Float32Array {
  if (theta.every((each) => Math.abs(each) <= MOST_WEIGHT)) return theta;
  throw bad(where, `has weights or biases beyond ±${MOST_WEIGHT}, which no training here reaches`);
}

/** @throws RunFileError for anything but a loss that there can be */
export const lossOf = (value: unknown, where: string): number => between(value, where, -ROUNDING, MOST_LOSS);
