/** A run that was recorded as it trained: its parameters and its loss at some of its steps. */

export interface Frame {
  /** Steps taken, 0 and up. */
  readonly step: number;
  /** One model's parameters, [P], in the layout of State. */
  readonly theta: Float32Array;
  /** Per sample, summed over features, importance-weighted. */
  readonly loss: number;
}

export interface Recording {
  readonly n: number;
  readonly m: number;
  /** The last step of the run, whether it is recorded already or not. */
  readonly steps: number;
  /** In ascending order of step. */
  readonly frames: readonly Frame[];
}

/** Most frames that are kept of a run: more than a picture is wide on a phone, and few enough to measure at once. */
export const MOST_FRAMES = 400;

/** W of a frame, [n, m], row i is feature i: a view, not a copy. */
export const weightsOf = ({ n, m }: Pick<Recording, 'n' | 'm'>, { theta }: Frame): Float32Array =>
  theta.subarray(0, n * m);

/** Index of the recorded frame that is nearest to a step, the earlier of two; −1 where nothing is recorded. */
export function nearestFrame(frames: readonly Frame[], step: number): number {
  let [low, high] = [0, frames.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (frames[middle].step < step) low = middle + 1;
    else high = middle;
  }
  const before = low > 0 && step - frames[low - 1].step <= frames[low].step - step;
  return frames.length === 0 ? -1 : before ? low - 1 : low;
}

/**
 * The run at any step, on the straight line between the two recorded frames around it; its ends beyond them.
 * @throws RangeError where nothing is recorded
 */
export function frameAt(frames: readonly Frame[], step: number): Frame {
  if (frames.length === 0) throw new RangeError('Nothing of this run is recorded');
  const next = frames.findIndex((frame) => frame.step >= step);
  if (next < 0) return frames[frames.length - 1];
  if (next === 0 || frames[next].step === step) return frames[next];
  const [a, b] = [frames[next - 1], frames[next]];
  const share = (step - a.step) / (b.step - a.step);
  const theta = a.theta.map((value, k) => value + share * (b.theta[k] - value));
  return { step, theta, loss: a.loss + share * (b.loss - a.loss) };
}
