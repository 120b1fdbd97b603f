/** The hidden space of two dimensions: every feature an arrow from the origin. */
import { convexHull, type Point } from './hull.ts';
import type { ModelView } from './model-view.ts';
import { boxAround, crosses, placeLabels, TEXT_HEIGHT, type Box, type Segment } from './place-labels.ts';
import { angleBetween, shownPair, type PlaneAngle } from './plane-angle.ts';

/** Length 1 as a share of the picture's width. */
const RADIUS = 0.375;
/** The longest arrow that fits at that scale; longer ones shrink the whole picture instead of leaving it. */
const ROOM = 1.3;
/** Shorter arrows than this are given up: they are listed beside the origin instead of drawn. */
export const AT_ORIGIN = 0.1;
/** From this length up a feature counts for the hull and the angle. */
const IN_SHAPE = 0.5;
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
  const shape = features.filter((i) => norms[i] >= IN_SHAPE);
  const shafts = drawn.map((i): Segment => ({ from: origin, to: tipOf(i) }));
  const corners = shape.length >= 3 ? convexHull(shape.map(tipOf)) : [];
  const pair = shownPair(shape, (i) => Math.atan2(W[2 * i + 1], W[2 * i]));
  const angle = pair ? angleBetween(tipOf(pair[0]), tipOf(pair[1]), origin, shafts) : null;
  const atOrigin = originList(
    features.filter((i) => norms[i] < AT_ORIGIN),
    origin,
    shafts,
    angle,
  );
  const rimLabel = rimPlace(origin, radius, drawn.map(tipOf));
  const fixed: Box[] = [
    boxAround(rimLabel, 56),
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

/** Outside the rim, at the bottom or as near to it as no arrow's number wants to be. */
function rimPlace(origin: Point, radius: number, tips: readonly Point[]): Point {
  const places = [90, 62, 118, 44, 136, 30, 150].map((degrees): Point => {
    const angle = (degrees * Math.PI) / 180;
    const [x, y] = [Math.cos(angle), Math.sin(angle)];
    // Beside the disc the words' nearer end keeps the distance that their top keeps below it.
    return [origin[0] + (radius + 13) * x + 28 * x, origin[1] + (radius + 13) * y];
  });
  const free = places.find((at) => tips.every(([x, y]) => Math.abs(x - at[0]) > 44 || Math.abs(y - at[1]) > 34));
  return free ?? places[0];
}

/** "4 5", or "3–12" for a run: in the widest gap between the arrows, to the lower left where several are as wide. */
function originList(
  features: readonly number[],
  origin: Point,
  shafts: readonly Segment[],
  angle: PlaneAngle | null,
): PlaneLayout['atOrigin'] {
  if (features.length === 0) return null;
  const text = listNumbers(features.map((i) => i + 1));
  const width = textWidth(text);
  const candidates = Array.from({ length: 24 }, (_, k): Point => {
    // Screen angles from the lower left (135°) outward, alternating sides.
    const theta = ((135 + (k % 2 ? 1 : -1) * Math.ceil(k / 2) * 15) * Math.PI) / 180;
    const reach = 20 + (width / 2) * Math.abs(Math.cos(theta));
    return [origin[0] + reach * Math.cos(theta), origin[1] + reach * Math.sin(theta)];
  });
  const blocked = (at: Point): boolean =>
    shafts.some((shaft) => crosses(shaft, boxAround(at, width))) ||
    (angle !== null && Math.hypot(at[0] - angle.label[0], at[1] - angle.label[1]) < 34 + width / 2);
  return { text, at: candidates.find((at) => !blocked(at)) ?? candidates[0] };
}

/** "4 5", "1 3–12": runs of three and more are drawn together. */
export function listNumbers(numbers: readonly number[]): string {
  const parts: string[] = [];
  for (let k = 0; k < numbers.length;) {
    let end = k;
    while (end + 1 < numbers.length && numbers[end + 1] === numbers[end] + 1) end++;
    if (end - k >= 2) parts.push(`${numbers[k]}–${numbers[end]}`);
    else parts.push(...numbers.slice(k, end + 1).map(String));
    k = end + 1;
  }
  return parts.join(' ');
}
