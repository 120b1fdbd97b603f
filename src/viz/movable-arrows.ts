/** Arrows in the plane that the reader moves: where one goes that is dragged or sent by a key. */
import type { Point } from './hull.ts';
import { AT_ORIGIN, type PlaneLayout } from './plane-layout.ts';

/** The longest arrow; at this length the picture still has its full scale. */
export const LONGEST = 1.3;
/** One press of a key, and with Shift: degrees and length. */
const TURN = { fine: 1, coarse: 5 } as const;
const LENGTHEN = { fine: 0.01, coarse: 0.05 } as const;

/** Length and direction, in degrees clockwise from up, 0 … 360. */
export interface Direction {
  readonly length: number;
  readonly angle: number;
}

export function directionOf([x, y]: Point): Direction {
  const angle = (Math.atan2(x, y) * 180) / Math.PI;
  return { length: Math.hypot(x, y), angle: (angle + 360) % 360 };
}

/** Held to what can be drawn; short arrows are left out altogether. */
export function weightsOf({ length, angle }: Direction): Point {
  if (length < AT_ORIGIN) return [0, 0];
  const held = Math.min(LONGEST, length);
  const turned = (angle * Math.PI) / 180;
  return [held * Math.sin(turned), held * Math.cos(turned)];
}

/** W_i under a point of the picture, length and angle as round as the keys make them. */
export function weightsAt({ origin, radius }: Pick<PlaneLayout, 'origin' | 'radius'>, x: number, y: number): Point {
  const { length, angle } = directionOf([(x - origin[0]) / radius, (origin[1] - y) / radius]);
  return weightsOf({ length: Math.round(length * 100) / 100, angle: Math.round(angle) });
}

/** The feature whose tip is nearest to a point; of several at one place the first. */
export function nearestTip(tips: readonly Point[], [x, y]: Point): number {
  let nearest = 0;
  tips.forEach((tip, i) => {
    const [was, is] = [tips[nearest], tip].map((at) => Math.hypot(at[0] - x, at[1] - y));
    if (is < was - 1e-6) nearest = i;
  });
  return nearest;
}

/**
 * Left and right turn, up and down lengthen, Delete leaves the feature out.
 *
 * @returns null for a key that means nothing here
 */
export function weightsByKey(weights: Point, { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>): Point | null {
  const { length, angle } = directionOf(weights);
  const by = shiftKey ? 'fine' : 'coarse';
  switch (key) {
    case 'ArrowLeft':
      return weightsOf({ length, angle: angle - TURN[by] });
    case 'ArrowRight':
      return weightsOf({ length, angle: angle + TURN[by] });
    case 'ArrowUp':
      // From the origin the first press must leave it.
      return weightsOf({ length: Math.max(AT_ORIGIN, length + LENGTHEN[by]), angle });
    case 'ArrowDown':
      return weightsOf({ length: length - LENGTHEN[by], angle });
    case 'Delete':
    case 'Backspace':
      return [0, 0];
    default:
      return null;
  }
}
