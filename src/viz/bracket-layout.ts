/** The brackets over the dial that name what was found at which stops. */
import { DIAL_STOPS } from './dial-scale.ts';

export interface DialBracket {
  /** First and last stop, 0 … 12, both included. */
  readonly from: number;
  readonly to: number;
  readonly label: string;
  /** A shorter name for a bracket that the label would overflow; where this does too, the line stands alone. */
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

/** Advances in the 600 weight at 12.5 px, rounded up, px; all other letters' below. */
const ADVANCES = [
  { letters: ' ,.ijl’', advance: 3.3 },
  { letters: 'frt-', advance: 4.6 },
  { letters: 'mw', advance: 11 },
] as const;
const OTHER = 7.6;

/** How wide a name may be, px: never less than it is while its bracket is current, so that it stays when the thumb comes by. */
export function nameWidth(name: string): number {
  const advanceOf = (letter: string): number =>
    ADVANCES.find(({ letters }) => letters.includes(letter))?.advance ?? OTHER;
  return Array.from(name, advanceOf).reduce((sum, advance) => sum + advance, 0);
}

/** The longest of a bracket's names that fits into `room` px; none where even the shortest would be cut. */
export function bracketLabel({ label, short }: DialBracket, room: number): string {
  return [label, short ?? label].find((name) => nameWidth(name) <= room) ?? '';
}
