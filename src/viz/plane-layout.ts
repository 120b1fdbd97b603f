/** The hidden space of two dimensions: every feature an arrow from the origin. */
import { PARTLY } from '../models/geometry/order.ts';
import { convexHull, type Point } from './hull.ts';
import type { ModelView } from './model-view.ts';
import { originList, type OriginList } from './origin-list.ts';
import { boxAround, placeLabels, TEXT_HEIGHT, type Box, type Segment } from './place-labels.ts';
import { angleBetween, shownPair, type PlaneAngle } from './plane-angle.ts';

/** Length 1 as a share of the picture's width. */
const RADIUS = 0.375;
/** The longest arrow that fits at that scale; longer ones shrink the whole picture instead of leaving it. */
export const ROOM = 1.3;
/** Shorter arrows than this are not drawn: they are listed beside the origin instead. */
export const AT_ORIGIN = 0.1;
/** Width of one digit of the numbers, px (14 px type). */
const DIGIT = 9;

interface PlaneArrow {
  readonly feature: number;
  readonly tip: Point;
  /** Where the number stands (its middle). */
  readonly label: Point;
  /** The label was pushed away from its arrow: a hairline joins them. */
  readonly leader: boolean;
}

export interface PlaneLayout {
  readonly size: number;
  readonly origin: Point;
  readonly radius: number;
  /** Least important first, so that the most important is drawn on top. */
  readonly arrows: readonly PlaneArrow[];
  /** The features whose arrows are too short to be drawn. */
  readonly atOrigin: OriginList | null;
  /** SVG points of the hull, or null for fewer than three features in it. */
  readonly hull: string | null;
  readonly angle: PlaneAngle | null;
  /** Middle of the words that name the rim. */
  readonly rimLabel: Point;
}

/** @param size width and height of the picture, px, 200 and up */
export function planeLayout({ n, m, W, metrics }: ModelView, size: number): PlaneLayout {
  if (m !== 2) throw new RangeError(`A plane has 2 dimensions, not ${m}`);
  const { norms } = metrics;
  const longest = Math.max(1, ...norms);
  const radius = (RADIUS * size * ROOM) / Math.max(ROOM, longest);
  const origin: Point = [size / 2, size / 2];
  const tipOf = (i: number): Point => [origin[0] + radius * W[2 * i], origin[1] - radius * W[2 * i + 1]];
  const features = Array.from({ length: n }, (_, i) => i);
  const drawn = features.filter((i) => norms[i] >= AT_ORIGIN);
  const shape = features.filter((i) => norms[i] >= PARTLY);
  const shafts = drawn.map((i): Segment => ({ from: origin, to: tipOf(i) }));
  const corners = shape.length >= 3 ? convexHull(shape.map(tipOf)) : [];
  const pair = shownPair(shape, (i) => Math.atan2(W[2 * i + 1], W[2 * i]));
  const angle = pair ? angleBetween(tipOf(pair[0]), tipOf(pair[1]), origin, shafts) : null;
  const atOrigin = originList(
    features.filter((i) => norms[i] < AT_ORIGIN),
    origin,
    radius,
    shafts,
    angle,
  );
  const rimLabel = rimPlace(origin, radius);
  const fixed: Box[] = [
    boxAround(rimLabel, 68),
    ...(angle ? [boxAround(angle.label, 34)] : []),
    ...(atOrigin ? [atOrigin.box] : []),
  ];
  const labels = placeLabels(
    drawn.map((i) => ({
      tip: tipOf(i),
      away: [W[2 * i] / norms[i], -W[2 * i + 1] / norms[i]],
      width: DIGIT * String(i + 1).length,
      height: TEXT_HEIGHT,
    })),
    fixed,
    shafts,
    { x: origin[0], y: origin[1], width: size + 32, height: size + 32 },
  );
  const arrows = drawn.map((feature, k): PlaneArrow => {
    const tip = tipOf(feature);
    const label: Point = [labels[k].x, labels[k].y];
    return { feature, tip, label, leader: Math.hypot(label[0] - tip[0], label[1] - tip[1]) > 27 };
  });
  return {
    size,
    origin,
    radius,
    arrows: arrows.reverse(),
    atOrigin,
    hull: corners.length >= 3 ? corners.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ') : null,
    angle,
    rimLabel,
  };
}

/** Outside the rim at the lower right, whatever the arrows do, so that it stays while they move. */
function rimPlace(origin: Point, radius: number): Point {
  const out = (radius + 13) * Math.SQRT1_2;
  // The words' nearer end keeps the distance: their middle stands half their width further right.
  return [origin[0] + out + 20, origin[1] + out];
}
