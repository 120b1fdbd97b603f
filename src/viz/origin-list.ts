/** The numbers of the features whose arrows are too short to be drawn, as a list beside the origin. */
import type { Point } from './hull.ts';
import { crosses, TEXT_HEIGHT, type Box, type Segment } from './place-labels.ts';
import type { PlaneAngle } from './plane-angle.ts';

export interface OriginList {
  /** "4, 5", or "3–12" for a run; broken after commas. */
  readonly lines: readonly string[];
  readonly box: Box;
}

/** Width of a character, on average (14 px type), px. */
const CHARACTER = 7.5;
/** A line of the list: it ends at a comma, and leaves room beside the origin of the narrowest picture. */
const LINE = /\S.{0,10}(?:,|$)/g;
/** From one line to the next, px. */
export const LINE_HEIGHT = 16;
/** Air between the list and what is drawn beside it, px. */
const AIR = 6;
/** How far from the origin the first places are that are tried, and how far apart the next, px. */
const [NEAREST, STEP] = [20, 8];

/**
 * As near to the origin as the list crowds no arrow and not the angle, to the lower left where several places are as
 * near. Null for no features.
 * @param radius length 1, px
 */
export function originList(
  features: readonly number[],
  origin: Point,
  radius: number,
  shafts: readonly Segment[],
  angle: PlaneAngle | null,
): OriginList | null {
  if (features.length === 0) return null;
  const lines = listNumbers(features.map((i) => i + 1)).match(LINE) ?? [];
  const width = CHARACTER * Math.max(...lines.map((line) => line.length));
  const height = TEXT_HEIGHT + LINE_HEIGHT * (lines.length - 1);
  const boxes: Box[] = [];
  for (let distance = NEAREST; distance === NEAREST || distance + width / 2 < 0.9 * radius; distance += STEP) {
    for (let k = 0; k < 36; k++) {
      // Screen angles from the lower left (135°) outward, alternating sides.
      const theta = ((135 + (k % 2 ? 1 : -1) * Math.ceil(k / 2) * 10) * Math.PI) / 180;
      const [c, s] = [Math.cos(theta), Math.sin(theta)];
      const reach = distance + (width / 2) * Math.abs(c) + ((height - TEXT_HEIGHT) / 2) * Math.abs(s);
      boxes.push({ x: origin[0] + reach * c, y: origin[1] + reach * s, width, height });
    }
  }
  const blocked = ({ x, y }: Box): boolean => {
    const around = { x, y, width: width + 2 * AIR, height: height + 2 * AIR };
    return (
      shafts.some((shaft) => crosses(shaft, around)) ||
      (angle !== null && Math.hypot(x - angle.label[0], y - angle.label[1]) < 34 + width / 2)
    );
  };
  return { lines, box: boxes.find((box) => !blocked(box)) ?? boxes[0] };
}

/** "4, 5", "1, 3–12": runs of three and more are drawn together. */
export function listNumbers(numbers: readonly number[]): string {
  const parts: string[] = [];
  for (let k = 0; k < numbers.length;) {
    let end = k;
    while (end + 1 < numbers.length && numbers[end + 1] === numbers[end] + 1) end++;
    if (end - k >= 2) parts.push(`${numbers[k]}–${numbers[end]}`);
    else parts.push(...numbers.slice(k, end + 1).map(String));
    k = end + 1;
  }
  return parts.join(', ');
}
