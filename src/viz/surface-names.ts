/** Where the levels of a loss surface are named: on the level, as far as can be from the valleys and from each other. */
import type { Point } from './hull.ts';

/** Lines from the middle on which a level's place is looked for, and the step in which they are walked, px. */
const LINES = 24;
const STEP = 1;
/** The least distance of a name from the rim, and from what is already named: names are twice as wide as high, px. */
const RIM = 20;
const APART = 30;
/** Distances beyond this are all alike, px. */
const ENOUGH = 70;

interface LevelName {
  readonly level: number;
  readonly at: Point;
}

/**
 * A place for each level that has room for its name, px from the map's top left.
 * @param values losses, [size, size], row-major
 * @param taken places to stay away from
 * @param side of the map, px
 */
export function levelNames(
  { values, size }: { readonly values: ArrayLike<number>; readonly size: number },
  levels: readonly number[],
  taken: readonly Point[],
  side: number,
): LevelName[] {
  const names: LevelName[] = [];
  const room = ([x, y]: Point): number => {
    const others = [...taken, ...names.map(({ at }) => at)];
    return Math.min(ENOUGH, ...others.map((other) => Math.hypot((x - other[0]) / 1.4, y - other[1])));
  };
  for (const level of levels) {
    let best: Point | null = null;
    for (let line = 0; line < LINES; line++) {
      const at = outermost(values, size, level, (2 * Math.PI * line) / LINES, side);
      if (at && room(at) >= (best ? room(best) + 1 : APART)) best = at;
    }
    if (best) names.push({ level, at: best });
  }
  return names;
}

/** The outermost place of a level in a direction from the middle; null for none. */
function outermost(
  values: ArrayLike<number>,
  size: number,
  level: number,
  direction: number,
  side: number,
): Point | null {
  const [dx, dy] = [Math.sin(direction), -Math.cos(direction)];
  const reach = (side / 2 - RIM) / Math.max(Math.abs(dx), Math.abs(dy));
  const at = (distance: number): Point => [side / 2 + dx * distance, side / 2 + dy * distance];
  const above = (distance: number): boolean => {
    const [column, row] = at(distance).map((px) => Math.floor((px / side) * size));
    return values[row * size + column] > level;
  };
  const outside = above(reach);
  for (let distance = reach - STEP; distance > 0; distance -= STEP)
    if (above(distance) !== outside) return at(distance);
  return null;
}
