/** How the phase figure trains and shows. */

/** Steps of a cell's own run at which its loss and weights are kept, about. */
export const LESSON_FRAMES = 60;

/** How long "watch it learn" takes, however many steps the run has, ms. */
export const LESSON_MS = 2400;
