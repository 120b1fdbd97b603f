/** Features of sets in two hidden dimensions: a line for each feature, its set's mark at the tip, its number beyond. */
import { importancePositions } from './color.ts';
import type { Point } from './hull.ts';
import type { ModelNumbers } from './model-view.ts';
import { placeLabels, TEXT_HEIGHT, type Segment } from './place-labels.ts';

/** Length 1 as a share of the picture's width: with numbers around it, and without. */
const RADIUS = { named: 0.36, bare: 0.4 } as const;
/** The longest feature that fits at that scale. */
const ROOM = { named: 1.2, bare: 1.15 } as const;
/** Half of a mark's size as a share of the picture's width, and its bounds, px. */
const MARK = { share: 0.036, least: 4, most: 7 } as const;
/** Shorter features have no mark. */
const AT_ORIGIN = 0.1;
/** Marks nearer than this many of their half sizes are moved apart, across the direction that they share. */
const NEAR = 1.9;
/** Width of one digit of the numbers, px (14 px type). */
const DIGIT = 9;

interface SetArrow {
  readonly feature: number;
  /** Which set; −1 for a feature of none. */
  readonly set: number;
  readonly tip: Point;
  /** Where its mark stands: at the tip, or beside it where another's mark is. */
  readonly mark: Point;
  /** Middle of its number; null where numbers are left out. */
  readonly label: Point | null;
  /** Place on the importance scale. */
  readonly t: number;
}

export interface SetDiscLayout {
  readonly size: number;
  readonly centre: number;
  readonly radius: number;
  /** Half of a mark's size, px. */
  readonly mark: number;
  readonly arrows: readonly SetArrow[];
}

/**
 * @param model of two hidden dimensions
 * @param sets members of each, by index
 * @param size px
 */
export function setDiscLayout(
  { n, W, importance }: Pick<ModelNumbers, 'n' | 'W' | 'importance'>,
  sets: readonly (readonly number[])[],
  size: number,
  named: boolean,
): SetDiscLayout {
  const style = named ? 'named' : 'bare';
  const norm = (i: number): number => Math.hypot(W[2 * i], W[2 * i + 1]);
  const drawn = Array.from({ length: n }, (_, i) => i).filter((i) => norm(i) >= AT_ORIGIN);
  const longest = Math.max(1, ...drawn.map(norm));
  const radius = (RADIUS[style] * size * ROOM[style]) / Math.max(ROOM[style], longest);
  const centre = size / 2;
  const mark = Math.max(MARK.least, Math.min(MARK.most, MARK.share * size));
  const positions = importancePositions(importance);
  const tipOf = (i: number): Point => [centre + radius * W[2 * i], centre - radius * W[2 * i + 1]];
  const tips = drawn.map(tipOf);
  const away = drawn.map((i): Point => [W[2 * i] / norm(i), -W[2 * i + 1] / norm(i)]);
  const marks = tips.map((tip, k) => apart(tip, k, tips, away[k], mark));
  const origin: Point = [centre, centre];
  const labels = named
    ? placeLabels(
        marks.map((tip, k) => ({
          tip,
          away: away[k],
          width: DIGIT * String(drawn[k] + 1).length,
          height: TEXT_HEIGHT,
        })),
        marks.map(([x, y]) => ({ x, y, width: 2 * mark, height: 2 * mark })),
        tips.map((to): Segment => ({ from: origin, to })),
        { x: centre, y: centre, width: size + 8, height: size + 8 },
      )
    : null;
  return {
    size,
    centre,
    radius,
    mark,
    arrows: drawn.map((feature, k) => ({
      feature,
      set: sets.findIndex((members) => members.includes(feature)),
      tip: tips[k],
      mark: marks[k],
      label: labels ? [labels[k].x, labels[k].y] : null,
      t: positions[feature],
    })),
  };
}

/** Tips that coincide are told apart by marks side by side, in the order of the features. */
function apart([x, y]: Point, k: number, tips: readonly Point[], [ux, uy]: Point, mark: number): Point {
  const near = tips.flatMap(([a, b], other) => (Math.hypot(a - x, b - y) < NEAR * mark ? [other] : []));
  if (near.length < 2) return [x, y];
  const offset = (near.indexOf(k) - (near.length - 1) / 2) * 2.3 * mark;
  const middle = near.reduce<Point>(([sx, sy], other) => [sx + tips[other][0], sy + tips[other][1]], [0, 0]);
  // Features whose tips coincide point the same way, up to what is not seen.
  return [middle[0] / near.length - uy * offset, middle[1] / near.length + ux * offset];
}
