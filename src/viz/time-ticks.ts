/** The numbers along an axis of steps. */
import { stepAt, timePosition, type TimeScale } from '../models/recording/axis.ts';
import { formatCount } from './format.ts';

/** Advance of a character of the axis' labels, and air between two of them, px. */
const [CHARACTER, AIR] = [6.6, 12];

export interface TimeTick {
  readonly x: number;
  readonly text: string;
}

export interface TimeAxis {
  readonly x: (step: number) => number;
  /** 0 at the left end, 1 at the right one. */
  readonly position: (step: number) => number;
  /** The step at x, kept on the axis, not rounded. */
  readonly stepAt: (x: number) => number;
  readonly ticks: readonly TimeTick[];
  /** What stands at the right end: "4,500 steps". */
  readonly end: string;
}

/** @param steps of the whole run, ≥ 1 */
export function timeAxis(scale: TimeScale, steps: number, [left, right]: readonly [number, number]): TimeAxis {
  const position = (step: number): number => timePosition(scale, step, steps);
  const x = (step: number): number => left + (right - left) * position(step);
  const end = `${formatCount(steps)} steps`;
  const ticks: TimeTick[] = [];
  let taken = -Infinity;
  for (const step of round(steps)) {
    const text = formatCount(step);
    const half = (text.length * CHARACTER) / 2;
    const at = x(step);
    if (at - half < taken + AIR || at + half > right - end.length * CHARACTER - AIR) continue;
    ticks.push({ x: at, text });
    taken = at + half;
  }
  return {
    x,
    position,
    stepAt: (at) => stepAt(scale, Math.max(0, Math.min(1, (at - left) / (right - left))), steps),
    ticks,
    end,
  };
}

/** 0, then 1, 2 and 5 of every decade up to the end. */
function round(steps: number): number[] {
  const found = [0];
  for (let decade = 1; decade < steps; decade *= 10)
    for (const digit of [1, 2, 5]) if (digit * decade < steps) found.push(digit * decade);
  return found;
}
