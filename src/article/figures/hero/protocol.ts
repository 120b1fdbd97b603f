/** How the hero's models are trained and looked at while they train. */

/**
 * The first picture is the run itself at this step: close to where it ends (measured: the same arrangement wins), and
 * reached some 20 ms after a slider moves.
 */
export const PREVIEW_STEP = 300;

/** Steps at which the loss curve is read: before the first, then eight a decade, each at most once. */
export const ANNOUNCED: readonly number[] = [
  ...new Set([0, ...Array.from({ length: 34 }, (_, k) => Math.round(10 ** (k / 8))), PREVIEW_STEP]),
].sort((a, b) => a - b);

/** The dial's pictures are looked at here: before the rate falls, after every geometry at these settings has formed. */
export const DIAL_STEP = 1200;
