/** The hidden space of two dimensions: every feature an arrow from the origin. */
import { PARTLY } from '../models/geometry/order.ts';
import { convexHull, type Point } from './hull.ts';
import type { ModelView } from './model-view.ts';
import { boxAround, crosses, placeLabels, TEXT_HEIGHT, type Box, type Segment } from './place-labels.ts';
import { angleBetween, shownPair, type PlaneAngle } from './plane-angle.ts';

/** Length 1 as a share of the picture's width. */
const RADIUS = 0.375;
/** The longest arrow that fits at that scale; longer ones shrink the whole picture instead of leaving it. */
export const ROOM = 1.3;
/** Shorter arrows than this are given up: they are listed beside the origin instead of drawn. */
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
  /** Features listed beside the origin, and where. */
  readonly atOrigin: { readonly text: string; readonly at: Point } | null;
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
    ...(atOrigin ? [boxAround(atOrigin.at, textWidth(atOrigin.text))] : []),
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

const textWidth = (text: string): number => 7.5 * text.length;

/** Outside the rim at the lower right, whatever the arrows do, so that it stays while they move. */
function rimPlace(origin: Point, radius: number): Point {
  const out = (radius + 13) * Math.SQRT1_2;
  // The words' nearer end keeps the distance: their middle stands half their width further right.
  return [origin[0] + out + 20, origin[1] + out];
}

/** Air between the list of the features at the origin and what is drawn beside it, px. */
const LIST_AIR = 6;
/** How far apart the places are that are tried for it, outward. */
const LIST_STEP = 8;

/**
 * "4 5", or "3–12" for a run: as near to the origin as it crowds no arrow and not the angle, to the lower left where
 * several places are as near.
 */
function originList(
  features: readonly number[],
  origin: Point,
  radius: number,
  shafts: readonly Segment[],
  angle: PlaneAngle | null,
): PlaneLayout['atOrigin'] {
  if (features.length === 0) return null;
  const text = listNumbers(features.map((i) => i + 1));
  const width = textWidth(text);
  const places: Point[] = [];
  for (let distance = 20; distance + width / 2 < 0.9 * radius; distance += LIST_STEP) {
    for (let k = 0; k < 36; k++) {
      // Screen angles from the lower left (135°) outward, alternating sides.
      const theta = ((135 + (k % 2 ? 1 : -1) * Math.ceil(k / 2) * 10) * Math.PI) / 180;
      const reach = distance + (width / 2) * Math.abs(Math.cos(theta));
      places.push([origin[0] + reach * Math.cos(theta), origin[1] + reach * Math.sin(theta)]);
    }
  }
  const around = (at: Point): Box => ({
    ...boxAround(at, width + 2 * LIST_AIR),
    height: TEXT_HEIGHT + 2 * LIST_AIR,
  });
  const blocked = (at: Point): boolean =>
    shafts.some((shaft) => crosses(shaft, around(at))) ||
    (angle !== null && Math.hypot(at[0] - angle.label[0], at[1] - angle.label[1]) < 34 + width / 2);
  return { text, at: places.find((at) => !blocked(at)) ?? places[0] };
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
