/** Where a text stands that names a line: over it, clear of it, at a share of its length. */
import type { Point } from './hull.ts';

/** Air between line and text, half of a text's height, advance of a character, px. */
const TEXT = { air: 3, half: 6, character: 7 };

interface Labelled {
  /** Ends of a line that runs to the right. */
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
  /** px. */
  readonly thickness: number;
}

/** The middle of the text, px. */
export function labelOver({ from, to, thickness }: Labelled, share: number, text: string): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  // Of a line to the right this normal points upward.
  const [nx, ny] = [dy / length, -dx / length];
  const half = (text.length * TEXT.character) / 2;
  const away = thickness / 2 + TEXT.air + Math.abs(nx) * half + Math.abs(ny) * TEXT.half;
  return [from.x + share * dx + away * nx, from.y + share * dy + away * ny];
}
