/** How a picture of three or four dimensions is turned: angles that a reader sets, and the rotation they make. */
import type { Frame } from '../models/geometry/align.ts';

/** Degrees. */
export interface SpaceTurn {
  /** Around the upward axis, 0 … 360: what faces the reader moves to the right. */
  readonly across: number;
  /** Around the axis to the right, −90 … 90: what points up leans towards the reader. */
  readonly down: number;
  /** Into the fourth dimension, 0 … 360 each: what points right, what points up. */
  readonly fourthAcross: number;
  readonly fourthDown: number;
}

/** Seen a little from the right and from above, so that depth is seen; in four dimensions all axes are, too. */
export const RESTING: SpaceTurn = { across: 335, down: 18, fourthAcross: 35, fourthDown: 20 };

/** What a key or a drag moves, in degrees: to the right and downward. */
export interface Turning {
  readonly right: number;
  readonly down: number;
  /** Into the fourth dimension instead. */
  readonly fourth?: boolean;
}

/** @returns new angles within their ranges */
export function turnedBy(turn: SpaceTurn, { right, down, fourth = false }: Turning): SpaceTurn {
  return fourth
    ? {
        ...turn,
        fourthAcross: around(turn.fourthAcross + right),
        fourthDown: around(turn.fourthDown + down),
      }
    : {
        ...turn,
        across: around(turn.across + right),
        down: Math.max(-90, Math.min(90, turn.down + down)),
      };
}

const around = (degrees: number): number => ((degrees % 360) + 360) % 360;

/** What one press of an arrow key turns by, degrees. */
export const KEY_STEP = 5;

const KEYS: Readonly<Record<string, readonly [right: number, down: number] | undefined>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * Where a key turns to; null for a key that turns nothing.
 * @param key as in KeyboardEvent.key; with `shift` it turns into the fourth dimension
 */
export function turnedByKey(
  turn: SpaceTurn,
  { key, shift }: { key: string; shift: boolean },
  m: number,
): SpaceTurn | null {
  if (key === 'Home') return RESTING;
  const step = KEYS[key];
  return step
    ? turnedBy(turn, { right: KEY_STEP * step[0], down: KEY_STEP * step[1], fourth: shift && m === 4 })
    : null;
}

/**
 * The rotation from hidden coordinates into the picture's: right, up, towards the reader and, of four dimensions, the
 * one that is not seen. To be used with `applyFrame`.
 *
 * @param m 3 or 4
 */
export function turnMatrix({ across, down, fourthAcross, fourthDown }: SpaceTurn, m: number): Frame {
  const rotation: Frame = new Float64Array(m * m);
  for (let k = 0; k < m; k++) rotation[k * m + k] = 1;
  if (m === 4) {
    rotate(rotation, m, 0, 3, fourthAcross);
    rotate(rotation, m, 1, 3, fourthDown);
  }
  rotate(rotation, m, 2, 0, across);
  rotate(rotation, m, 1, 2, down);
  return rotation;
}

/** Turns the picture in the plane of two of its axes, from the one towards the other, in place. */
function rotate(rotation: Frame, m: number, from: number, to: number, degrees: number): void {
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  for (let k = 0; k < m; k++) {
    const [a, b] = [rotation[from * m + k], rotation[to * m + k]];
    rotation[from * m + k] = c * a - s * b;
    rotation[to * m + k] = s * a + c * b;
  }
}
