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
  /** What stands at the right end, "4,500 steps", and whether it ends at x or begins there. */
  readonly end: { readonly text: string; readonly x: number; readonly anchor: 'start' | 'end' };
}

/**
 * @param steps of the whole run, ≥ 1
 * @param beyond room at the right of the axis, px: where there is enough, the number at its end stands under it
 */
export function timeAxis(
  scale: TimeScale,
  steps: number,
  [left, right]: readonly [number, number],
  beyond = 0,
): TimeAxis {
  const position = (step: number): number => timePosition(scale, step, steps);
  const x = (step: number): number => left + (right - left) * position(step);
  const text = `${formatCount(steps)} steps`;
  const half = (formatCount(steps).length * CHARACTER) / 2;
  const under = text.length * CHARACTER - half <= beyond;
  const end: TimeAxis['end'] = under ? { text, x: right - half, anchor: 'start' } : { text, x: right, anchor: 'end' };
  const taken = { from: -Infinity, to: under ? end.x : right - text.length * CHARACTER };
  const ticks: TimeTick[] = [];
  for (const step of scale === 'log' ? round(steps) : even(steps, right - left)) {
    const text = formatCount(step);
    const half = (text.length * CHARACTER) / 2;
    const at = x(step);
    if (at - half < taken.from + AIR || at + half > taken.to - AIR) continue;
    ticks.push({ x: at, text });
    taken.from = at + half;
  }
  return {
    x,
    position,
    stepAt: (at) => stepAt(scale, Math.max(0, Math.min(1, (at - left) / (right - left))), steps),
    ticks,
    end,
  };
}

/** Multiples of the least 1, 2 or 5 of a decade that leaves room for their numbers. */
function even(steps: number, width: number): number[] {
  const apart = formatCount(steps).length * CHARACTER + 2 * AIR;
  const each = round(10 * steps).find((step) => (step / steps) * width >= apart) ?? steps;
  return Array.from({ length: Math.ceil(steps / each) }, (_, k) => k * each);
}

/** 0, then 1, 2 and 5 of every decade up to the end. */
function round(steps: number): number[] {
  const found = [0];
  for (let decade = 1; decade < steps; decade *= 10)
    for (const digit of [1, 2, 5]) if (digit * decade < steps) found.push(digit * decade);
  return found;
}
