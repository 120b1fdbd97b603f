/** What is measured of a figure, and the bars that were set for it. */
import type { Browser } from 'playwright';
import { median } from '../race.ts';
import type { BuiltSite } from './site.ts';

/** Of so many tries each time is the median. */
export const REPEATS = 10;

/** One thing a reader would notice. */
export interface Measure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** "≤ 100"; absent where no bar was set. */
  readonly bar?: string;
  readonly holds?: boolean;
}

export interface FigureTimes {
  readonly measures: readonly Measure[];
  /** Workers that the page trained with. */
  readonly workers: number;
  /** What the numbers were taken from, for the JSON report. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** How one figure is measured. */
export interface FigureBench {
  /** As its page knows it. */
  readonly figure: string;
  measure(browser: Browser, site: BuiltSite): Promise<FigureTimes>;
}

export const atMost = (what: string, unit: string, value: number, bar: number): Measure => {
  return { what, unit, value, bar: `≤ ${bar}`, holds: value <= bar };
};

export const atLeast = (what: string, unit: string, value: number, bar: number): Measure => {
  return { what, unit, value, bar: `≥ ${bar}`, holds: value >= bar };
};

/** Of the tries in which it must go well, how many did. */
export const always = (what: string, tries: readonly boolean[]): Measure =>
  atLeast(what, `of ${tries.length}`, tries.filter(Boolean).length, tries.length);

const FRAMES_PER_SECOND = 50;

/** @param intervals ms from frame to frame */
export function smoothness(what: string, intervals: readonly number[]): Measure[] {
  const sorted = [...intervals].sort((a, b) => a - b);
  const p95 = sorted[Math.floor(0.95 * (sorted.length - 1))] ?? NaN;
  return [
    atLeast(`${what}: median`, 'frames/s', 1000 / median(intervals), FRAMES_PER_SECOND),
    { what: `${what}: 95 % of frames within`, unit: 'ms', value: p95 },
  ];
}
