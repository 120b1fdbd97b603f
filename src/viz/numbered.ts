/** Which of many rows or columns carry their number: all where there is room, else every fifth, tenth … and the first. */

const STEPS = [1, 5, 10, 20, 50] as const;

/**
 * @param count rows or columns
 * @param pitch distance of two of them, px
 * @param least distance of two numbers, px
 * @returns indices, ascending
 */
export function numberedPlaces(count: number, pitch: number, least: number): number[] {
  const step = STEPS.find((each) => each * pitch >= least) ?? STEPS[STEPS.length - 1];
  const first = (step - 1) * pitch >= least;
  return Array.from({ length: count }, (_, k) => k).filter((k) => (k + 1) % step === 0 || (k === 0 && first));
}
