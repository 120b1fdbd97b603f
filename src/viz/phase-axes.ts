/** The phase diagram's two logarithmic axes: relative importance r and density p, to draw, to drag and to step along. */
import { scaleLog } from 'd3-scale';
import { endsOf, placeOn, type PhaseAxis } from '../models/phase/axis.ts';
import type { PhaseGrid, PhasePlace } from '../models/phase/grid.ts';
import { formatPlain, formatSparsity } from './format.ts';

/** The values at the two ends of an axis, in the order in which it is drawn. */
export type Ends = readonly [from: number, to: number];

/** Digits of a value that a pointer or a key sets: finer than a pixel, short in a link. */
const SET_DIGITS = 3;

/** The place with one of its two values set, held inside the grid. */
export function withValue(grid: PhaseGrid, place: PhasePlace, axis: PhaseAxis, value: number): PhasePlace {
  const ends = endsOf(grid, axis);
  const held = Math.max(Math.min(...ends), Math.min(Math.max(...ends), value));
  return placeOn(place, axis, Number(held.toPrecision(SET_DIGITS)));
}

export interface LogScale {
  /** px of a value; values outside stand at the end. */
  (value: number): number;
  invert(px: number): number;
}

export const logScale = (ends: Ends, range: Ends): LogScale => scaleLog(ends, range).clamp(true);

/** Two significant digits: "0.42", "0.010", "1.3", "10". */
export const formatTwo = (value: number): string =>
  formatPlain(value, Math.max(0, 1 - Math.floor(Math.log10(value) + 1e-9)));

/** Advance of a character of an axis' numbers, and the air beside them in a pill, px. */
export const AXIS_CHARACTER = 7;
export const pillWidth = (text: string, air = 7): number => text.length * AXIS_CHARACTER + 2 * air;

export interface AxisTick {
  readonly value: number;
  readonly at: number;
  readonly text: string;
}

/** Distance under which two ticks are too many, px. */
const NEAREST = 36;

/** Ticks at 1, 3, 10 … where there is room for them, else at the powers of ten. */
export function logTicks(ends: Ends, range: Ends): AxisTick[] {
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const decade = Math.abs(range[1] - range[0]) / Math.log10(high / low);
  const mantissas = decade * Math.log10(3) >= NEAREST ? [1, 3] : [1];
  const at = logScale(ends, range);
  const ticks: AxisTick[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high) + 1e-9; power++) {
    for (const mantissa of mantissas) {
      const value = Number(`${mantissa}e${power}`);
      if (value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)) {
        ticks.push({ value, at: at(value), text: formatPlain(value, Math.max(0, -power)) });
      }
    }
  }
  return ticks;
}

/** Steps of the axes' native ranges: 48 a decade, 5 % each. */
const STEPS_PER_DECADE = 48;

/** A native range along an axis, from one end to the other. */
interface AxisRange {
  readonly last: number;
  readonly position: number;
  /** The value at a position, 0 … last. */
  readonly valueAt: (position: number) => number;
}

export function axisRange(ends: Ends, value: number): AxisRange {
  const last = Math.max(1, Math.round(Math.abs(Math.log10(ends[1] / ends[0])) * STEPS_PER_DECADE));
  const scale = logScale(ends, [0, last]);
  return { last, position: Math.round(scale(value)), valueAt: (position) => scale.invert(position) };
}

/** What a screen reader says of a value on an axis. */
export function axisText(axis: PhaseAxis, value: number): string {
  if (axis === 'importance') return `importance ${formatTwo(value)}`;
  const { sparsity, density } = formatSparsity(1 - value);
  return `density ${density}, sparsity ${sparsity}`;
}
