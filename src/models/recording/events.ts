/** Moments that happen together, as one event. */
import { timePosition, type TimeScale } from './axis.ts';
import type { Moment } from './moments.ts';

export interface RunEvent {
  /** Of its first moment. */
  readonly step: number;
  readonly moments: readonly Moment[];
}

/** Moments nearer to each other than this share of the axis are one event, px of a picture 700 wide: 21. */
const TOGETHER = 0.03;
/** An event takes at most this share of the axis. */
const LONGEST = 0.08;

/**
 * @param moments in ascending order of step
 * @param most events at most: those of the most moments
 * @returns in ascending order of step
 */
export function eventsOf(
  moments: readonly Moment[],
  { scale, steps, most = 8 }: { scale: TimeScale; steps: number; most?: number },
): RunEvent[] {
  const at = ({ step }: Moment): number => timePosition(scale, step, steps);
  const groups: Moment[][] = [];
  for (const moment of moments) {
    const group = groups.at(-1);
    const near = group && at(moment) - at(group[group.length - 1]) <= TOGETHER && at(moment) - at(group[0]) <= LONGEST;
    if (near) group.push(moment);
    else groups.push([moment]);
  }
  const kept = new Set([...groups].sort((a, b) => b.length - a.length).slice(0, most));
  return groups.filter((group) => kept.has(group)).map((group) => ({ step: group[0].step, moments: group }));
}
