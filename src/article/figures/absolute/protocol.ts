/** How the figure looks at what it has trained. */

/** Non-empty samples on which the loss of each feature is measured for the model on screen. */
export const FEATURE_SAMPLES = 1 << 11;

/** Networks up to this size are drawn three ways; larger ones as stacks and losses. */
export const SMALL = { n: 6, m: 12 } as const;

/** The density slider goes from every feature always present to one in a thousand. */
export const RAREST_S = 0.999;
