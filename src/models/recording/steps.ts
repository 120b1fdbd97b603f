/** Which steps of a run are recorded, so that it can be looked at on either axis of time. */
import { stepAt, timePosition } from './axis.ts';
import { MOST_FRAMES, type Frame } from './recording.ts';

/**
 * Half of them evenly spaced on the linear axis, half on the logarithmic one, first and last step included; all steps
 * of a run that has no more.
 * @param steps of the whole run, ≥ 1
 * @returns ascending, none twice, at most `most`
 */
export function recordedSteps(steps: number, most = MOST_FRAMES): number[] {
  if (steps < most) return Array.from({ length: steps + 1 }, (_, step) => step);
  const half = Math.floor(most / 2);
  const even = (scale: 'linear' | 'log'): number[] =>
    Array.from({ length: half }, (_, k) => Math.round(stepAt(scale, k / (half - 1), steps)));
  return [...new Set([...even('linear'), ...even('log')])].sort((a, b) => a - b);
}

/**
 * A run that is watched tells its frames as they come: this keeps at most `most` of them, by giving up the one whose
 * neighbours are nearest to each other on both axes together.
 * @param frame later than all there are
 */
export function withFrame(frames: readonly Frame[], frame: Frame, steps: number, most = MOST_FRAMES): Frame[] {
  const all = [...frames, frame];
  if (all.length <= most) return all;
  const at = ({ step }: Frame): number => timePosition('linear', step, steps) + timePosition('log', step, steps);
  let crowded = 1;
  let least = Infinity;
  for (let k = 1; k < all.length - 1; k++) {
    const room = at(all[k + 1]) - at(all[k - 1]);
    if (room < least) [least, crowded] = [room, k];
  }
  all.splice(crowded, 1);
  return all;
}
