/** What holds for good along a run, and not for a flicker. */

/** Frames in a row for which something must hold to count as settled. */
export const HOLD = 5;

export interface Change<State> {
  /** Index of the first frame of the new state. */
  readonly frame: number;
  readonly from: State | undefined;
  readonly to: State;
}

/**
 * The changes of a state that lasts: a new state counts from its first frame on, once it has held for HOLD frames in a
 * row. The first state that settles is a change from undefined.
 * @param state of frame k; undefined where it has none, which neither settles nor ends what was settled
 */
export function settledChanges<State>(frames: number, state: (k: number) => State | undefined): Change<State>[] {
  const changes: Change<State>[] = [];
  let settled: State | undefined;
  let since = 0;
  let candidate: State | undefined;
  for (let k = 0; k < frames; k++) {
    const now = state(k);
    if (now !== candidate) [candidate, since] = [now, k];
    if (now === undefined || now === settled || k - since + 1 < HOLD) continue;
    changes.push({ frame: since, from: settled, to: now });
    settled = now;
  }
  return changes;
}
