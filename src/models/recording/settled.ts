/** What holds for good along a run, and not for a flicker. */

/** Share of a recording's frames for which a state must hold in a row to count as settled, and frames at least. */
const HOLD = 0.03;
const LEAST = 3;

export interface Change<State> {
  /** Index of the first frame of the new state. */
  readonly frame: number;
  readonly from: State | undefined;
  readonly to: State;
}

/**
 * The changes of a state that lasts: a new state counts from its first frame on, once it has held long enough or is the
 * last. The first state that settles is a change from undefined.
 * @param frames how many there are
 * @param state of frame k
 * @param hold share of the frames for which a state must hold
 */
export function settledChanges<State>(frames: number, state: (k: number) => State, hold = HOLD): Change<State>[] {
  const enough = Math.max(LEAST, Math.round(hold * frames));
  const changes: Change<State>[] = [];
  let settled: State | undefined;
  let candidate: State | undefined;
  let since = 0;
  for (let k = 0; k < frames; k++) {
    const now = state(k);
    if (k === 0 || now !== candidate) [candidate, since] = [now, k];
    if (k - since + 1 < (k === frames - 1 ? LEAST : enough) || now === settled) continue;
    changes.push({ frame: since, from: settled, to: now });
    settled = now;
  }
  return changes;
}
