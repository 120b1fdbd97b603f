/** Where the steps of a run stand on an axis of time. */

/** `log`: linear within the first hundredth of the run and logarithmic from there on, so that it begins at 0. */
export type TimeScale = 'log' | 'linear';

/** Share of the run at which the logarithmic axis bends: what happens before is over in a moment. */
const BEND = 0.01;

/** Position of a step, 0 (step 0) … 1 (the last one). @param steps of the whole run, ≥ 1 */
export function timePosition(scale: TimeScale, step: number, steps: number): number {
  const share = step / steps;
  return scale === 'log' ? Math.log1p(share / BEND) / Math.log1p(1 / BEND) : share;
}

/** The step at a position, not rounded. */
export function stepAt(scale: TimeScale, position: number, steps: number): number {
  const share = scale === 'log' ? BEND * Math.expm1(position * Math.log1p(1 / BEND)) : position;
  return share * steps;
}
