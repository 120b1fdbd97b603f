/** How starts are trained and looked at while they train. */

/** Steps of the first start that are drawn as soon as every model has reached them: a long run keeps moving, too. */
export const PICTURES: readonly number[] = [
  20, 50, 100, 200, 300, 450, 700, 1000, 1300, 1700, 2200, 3000, 4000, 5500, 7500, 10_000, 13_000, 17_000,
];

/** Later starts only report how far they are: this many times. */
const REPORTS = 8;

export const reportSteps = (steps: number): number[] =>
  Array.from({ length: REPORTS - 1 }, (_, k) => Math.round((steps * (k + 1)) / REPORTS));

/**
 * Non-empty samples that starts are measured on as they come in: enough to draw and to compare until all are there. With
 * a hundred starts the lowest of these losses is a lucky draw's, some per cent too low: then they are measured on the
 * evaluation set of every published number (measuring.ts).
 */
export const EVALUATION_SAMPLES = 1 << 13;
