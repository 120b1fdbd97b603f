/** Points on a circle or a sphere that repel each other, seen from one side, and the pairs that do. */
import { applyFrame, type Frame } from '../models/geometry/align.ts';
import { equator, type Equator } from './equator.ts';
import type { Point } from './hull.ts';

/** Length 1 as a share of the picture's width. */
const RADIUS = 0.42;
/** Radius of a point at the middle's depth, and how much it grows and shrinks with depth, px. */
const DOT = { radius: 10, depth: 2 };
/** How near a pointer must be to a point to take it, px. */
const REACH = 24;
/** Interference below this is not drawn. */
const SEEN = 1e-4;

interface RepelPoint {
  readonly index: number;
  readonly at: Point;
  readonly radius: number;
  /** Towards the reader, −1 … 1. */
  readonly depth: number;
}

interface RepelPair {
  readonly key: string;
  readonly from: Point;
  readonly to: Point;
  /** u_i·u_j > 0. */
  readonly overlap: number;
}

export interface RepelLayout {
  readonly size: number;
  readonly origin: Point;
  readonly radius: number;
  /** Null of a circle. */
  readonly equator: Equator | null;
  /** The furthest first. */
  readonly points: readonly RepelPoint[];
  /** Closer than a right angle: as features they interfere. */
  readonly pairs: readonly RepelPair[];
}

/**
 * @param U [N, d], rows of length 1
 * @param d 2 or 3
 * @param rotation of three dimensions, from `turnMatrix`; a circle is never turned
 * @param size px
 */
export function repelLayout(U: ArrayLike<number>, d: number, rotation: Frame, size: number): RepelLayout {
  const origin: Point = [size / 2, size / 2];
  const radius = RADIUS * size;
  const turned = d === 3 ? applyFrame(U, rotation) : U;
  const count = U.length / d;
  const at = (i: number): Point => [origin[0] + radius * turned[i * d], origin[1] - radius * turned[i * d + 1]];
  const pairs: RepelPair[] = [];
  for (let i = 0; i < count; i++)
    for (let j = i + 1; j < count; j++) {
      let overlap = 0;
      for (let k = 0; k < d; k++) overlap += U[i * d + k] * U[j * d + k];
      if (overlap > SEEN) pairs.push({ key: `${i},${j}`, from: at(i), to: at(j), overlap });
    }
  const points = Array.from({ length: count }, (_, index): RepelPoint => {
    const depth = d === 3 ? turned[index * d + 2] : 0;
    return { index, at: at(index), radius: DOT.radius + DOT.depth * depth, depth };
  });
  return {
    size,
    origin,
    radius,
    equator: d === 3 ? equator(rotation, origin, radius) : null,
    points: points.sort((a, b) => a.depth - b.depth),
    pairs,
  };
}

/** The point that a pointer at (x, y) takes: the nearest one within reach, of those in front first. */
export function pointUnder({ points }: RepelLayout, x: number, y: number): number | null {
  let best: number | null = null;
  let least = REACH;
  for (const { index, at, depth } of points) {
    const distance = Math.hypot(x - at[0], y - at[1]) + (depth < 0 ? REACH / 2 : 0);
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

/**
 * Where on the circle or sphere a point lies that is moved to (x, y) in the picture: beyond the rim on the rim, on the
 * sphere otherwise on the side, near or far, on which it was.
 *
 * @param far whether it was on the far side
 * @returns [d], of length 1
 */
export function placedAt(
  { origin, radius }: Pick<RepelLayout, 'origin' | 'radius'>,
  [x, y]: Point,
  d: number,
  rotation: Frame,
  far: boolean,
): number[] {
  const seen = [(x - origin[0]) / radius, (origin[1] - y) / radius];
  const length = Math.hypot(...seen);
  if (length < 1e-9 && d === 2) return [0, 1];
  if (d === 2) return seen.map((each) => each / length);
  const shrink = Math.max(1, length);
  const depth = Math.sqrt(Math.max(0, 1 - Math.min(1, length) ** 2)) * (far ? -1 : 1);
  const picture = [seen[0] / shrink, seen[1] / shrink, depth];
  // The rotation's transpose leads back.
  return [0, 1, 2].map((k) => picture.reduce((sum, each, l) => sum + each * rotation[3 * l + k], 0));
}
