/** How the figure looks at what it has trained. */

/** The feature that differs from the others. */
export const ODD_FEATURE = 0;

/**
 * The first picture is the run itself at this step: the arrangements are formed and the losses within .3 % of their last
 * values (measured, ratios .1 … 2), some 10 ms of training after a slider moves.
 */
export const PREVIEW_STEP = 200;

/** Equal steps of log ratio from one end to the other. */
const steps = (from: number, to: number, count: number): number[] =>
  Array.from({ length: count }, (_, k) => Number((from * (to / from) ** (k / (count - 1))).toPrecision(3)));

/** Relative densities of the curves: close enough that each minimum leads to the next. */
export const CURVE_RATIOS = steps(0.1, 4, 33);
/** Relative densities whose models are drawn as dots: every second of them. */
export const SWEEP_RATIOS = CURVE_RATIOS.filter((_, k) => k % 2 === 0);

/** What the paper gives as the relative density at which the pentagon gives way: 2.5 times sparser (E11). */
export const PAPER_RATIO = 1 / 2.5;
