/** The dial's scale: equal steps of log(1 − S), so that each stop is a quarter rarer than the one before. */

/** Stops k = 0 … 12 at 1 − S = 10^(−k/8): from every feature always present to one in thirty. */
export const DIAL_STOPS = 13;
/** Slider steps from one stop to the next. */
export const STEPS_PER_STOP = 24;
/** The slider's last position. */
export const DIAL_MAX = (DIAL_STOPS - 1) * STEPS_PER_STOP;
const STEPS_PER_DECADE = 8 * STEPS_PER_STOP;

/** S at a slider position, 0 … 288. */
export const sparsityAt = (position: number): number => 1 - 10 ** (-position / STEPS_PER_DECADE);

/** The slider position of S ∈ [0, 1), not rounded and not held back to the dial's end. */
export const positionOf = (sparsity: number): number => -STEPS_PER_DECADE * Math.log10(1 - sparsity);

/** S at stop k. */
export const stopSparsity = (stop: number): number => sparsityAt(stop * STEPS_PER_STOP);

/** The stop whose picture stands for S: the nearest one; null for values past the dial's end. */
export function nearestStop(sparsity: number): number | null {
  const stop = Math.round(positionOf(sparsity) / STEPS_PER_STOP);
  return stop < DIAL_STOPS ? Math.max(0, stop) : null;
}

/** How far from a whole slider step a setting may be to count as made by the slider: links round densities to four digits. */
const SLACK = 0.1;

/** Whether S stands on a stop. */
export const onStop = (sparsity: number, stop: number): boolean =>
  Math.abs(positionOf(sparsity) - stop * STEPS_PER_STOP) < SLACK;

/** Whether S is a value that the slider makes, as opposed to one that was typed. */
export function onStep(sparsity: number): boolean {
  const position = positionOf(sparsity);
  return position < DIAL_MAX + SLACK && Math.abs(position - Math.round(position)) < SLACK;
}

/** What a reader typed as a sparsity: a number in [0, 1), with point or comma; null for anything else. */
export function parseSparsity(text: string): number | null {
  const trimmed = text.trim().replace(',', '.');
  if (!/^(\d+\.?\d*|\.\d+)$/.test(trimmed)) return null;
  const value = Number(trimmed);
  return value < 1 ? value : null;
}
