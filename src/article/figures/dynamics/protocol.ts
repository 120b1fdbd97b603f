/** How a run is recorded, looked at and played. */

/** Frames between two pictures of a run that trains. */
export const FRAMES_A_PICTURE = 10;

/** Seconds that playing takes from the first frame to the last. */
export const PACES = [5, 12, 30] as const;
export type Pace = (typeof PACES)[number];

/** Named events of a run, at most. */
export const MOST_EVENTS = 7;

/** From this many features on they are no longer listed one by one. */
export const LISTED = 32;
