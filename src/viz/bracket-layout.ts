/** The brackets over the dial that name what was found at which stops. */
import { DIAL_STOPS } from './dial-scale.ts';

export interface DialBracket {
  /** First and last stop, 0 … 12, both included. */
  readonly from: number;
  readonly to: number;
  readonly label: string;
  /** A shorter name for a bracket that the label would overflow. */
  readonly short?: string;
  readonly current: boolean;
}

export interface BracketSpan {
  /** CSS grid lines, 1-based: from the first column to behind the last. */
  readonly start: number;
  readonly end: number;
}

/** The columns of a bracket where only every `every`-th stop is shown; null when it covers none of them. */
export function bracketSpan({ from, to }: DialBracket, every: 1 | 2): BracketSpan | null {
  const start = Math.ceil(Math.max(0, from) / every);
  const end = Math.floor(Math.min(DIAL_STOPS - 1, to) / every);
  return end < start ? null : { start: start + 1, end: end + 2 };
}

/** Advance of one character of a bracket's 12.5 px label. */
const CHARACTER = 5.8;

/** What a bracket is shorter than its columns, px. */
const MARGINS = 16;

/** The longest of a bracket's names that fits over `columns` columns of a width; its shortest where none does. */
export function bracketLabel({ label, short }: DialBracket, columns: number, columnWidth: number): string {
  return label.length * CHARACTER <= columns * columnWidth - MARGINS ? label : (short ?? label);
}
