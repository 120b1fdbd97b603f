/** The hidden space of three or four dimensions, seen from one side: every feature an arrow from the origin. */
import { applyFrame, type Frame } from '../models/geometry/align.ts';
import type { HullEdge } from '../models/geometry/hull-edges.ts';
import { PARTLY } from '../models/geometry/order.ts';
import { arrowPath, PLANE_ARROW, type ArrowStyle } from './arrow.ts';
import { equator, type Equator } from './equator.ts';
import type { Point } from './hull.ts';
import type { ModelView } from './model-view.ts';
import { boxAround, placeLabels, TEXT_HEIGHT } from './place-labels.ts';
import { listNumbers } from './origin-list.ts';
import { AT_ORIGIN } from './plane-layout.ts';

/** Length 1 as a share of the picture's width, and the longest arrow that fits at that scale: as in the plane. */
const RADIUS = 0.375;
const ROOM = 1.3;
/** Width of one digit of the numbers, and of a mark around a number, px. */
const DIGIT = 9;
const MARK = 22;
/** How much thicker than in the plane an arrow of length 1 is that points at the reader; one that points away is thinner. */
const DEPTH = 0.34;
/** An arrow this much shorter than its head is drawn as its tip alone, seen from the front, px. */
const HEAD_ON = 7;
/** The axes' sign: its middle from the left and from below, where it ends at the right, and its size with letters, px. */
const SIGN = { left: 36, up: 26, right: 76, size: 78 } as const;
/** Width of the words on the fourth dimension, px. */
const FOUR = 156;
/** Below this share of the radius in the picture, an arrow's number moves up rather than along it. */
const SHORT = 0.25;

interface SpaceArrow {
  readonly feature: number;
  readonly tip: Point;
  readonly path: string;
  /** Radius of the dot that an arrow is which points at the reader or away, px; 0 for one that is seen. */
  readonly dot: number;
  /** Towards the reader, in units of length 1. */
  readonly depth: number;
  /** The share of its squared length that lies in the three dimensions that are seen. */
  readonly seen: number;
  /** The middle of its number. */
  readonly label: Point;
  readonly leader: boolean;
}

export interface SpaceEdge {
  readonly ends: readonly [number, number];
  readonly from: Point;
  readonly to: Point;
  /** On the far side: both facets that meet in it face away. */
  readonly hidden: boolean;
}

export interface SpaceLayout {
  readonly size: number;
  readonly origin: Point;
  readonly radius: number;
  /** [n, m], in the picture's axes: right, up, towards the reader and the one not seen. */
  readonly turned: Float64Array;
  /** The furthest first, so that what is near is drawn over it. */
  readonly arrows: readonly SpaceArrow[];
  readonly edges: readonly SpaceEdge[];
  /** Null in four dimensions. */
  readonly equator: Equator | null;
  /** The hidden axes as a small sign: where each ends from the sign's middle, in units of its size. */
  readonly axes: readonly Point[];
  /** What is listed below the sphere because it is as good as 0: "3–12", or "14 of 20" where that list is too long. */
  readonly atOrigin: string | null;
  /** The middles of the sign, of the list with its words, of the rim's name and of the words on the fourth dimension. */
  readonly sign: Point;
  readonly listLabel: Point;
  readonly rimLabel: Point;
  readonly fourLabel: Point;
}

interface Seen {
  /** From `turnMatrix`. */
  readonly rotation: Frame;
  /** Of the features that are kept, in any order; from `hullEdges`, with the features' own indices. */
  readonly hull: readonly HullEdge[];
  /** Width and height of the picture, px, 200 and up. */
  readonly size: number;
  /** Whether numbers carry marks. */
  readonly marked?: boolean;
  /** Length of what else is drawn from the origin. */
  readonly reach?: number;
}

export function spaceLayout(
  { n, m, W, metrics }: ModelView,
  { rotation, hull, size, marked = false, reach = 0 }: Seen,
): SpaceLayout {
  if (m !== 3 && m !== 4) throw new RangeError(`A space has 3 or 4 dimensions, not ${m}`);
  const { norms } = metrics;
  const radius = (RADIUS * size * ROOM) / Math.max(ROOM, reach, ...norms);
  const origin: Point = [size / 2, size / 2];
  const turned = applyFrame(W, rotation);
  const place = (x: number, y: number): Point => [origin[0] + radius * x, origin[1] - radius * y];
  const tipOf = (i: number): Point => place(turned[i * m], turned[i * m + 1]);
  const features = Array.from({ length: n }, (_, i) => i);
  const drawn = features.filter((i) => norms[i] >= AT_ORIGIN);
  const none = features.filter((i) => norms[i] < AT_ORIGIN);
  const atOrigin = none.length > 0 ? listed(none, n, size) : null;
  const sign: Point = [SIGN.left, size - SIGN.up];
  const listLabel: Point = [Math.max(origin[0], SIGN.right + widthOf(atOrigin ?? '') / 2), size - TEXT_HEIGHT / 2];
  const fourLabel: Point = [size - FOUR / 2, TEXT_HEIGHT / 2];
  const rimLabel: Point = [origin[0] + (radius + 13) * Math.SQRT1_2 + 20, origin[1] + (radius + 13) * Math.SQRT1_2];
  const labels = placeLabels(
    drawn.map((i) => ({
      tip: tipOf(i),
      away: awayFrom(turned[i * m], -turned[i * m + 1]),
      width: marked ? MARK : DIGIT * String(i + 1).length,
      height: marked ? MARK : TEXT_HEIGHT,
    })),
    [
      boxAround(rimLabel, 68),
      { x: sign[0], y: sign[1], width: SIGN.size, height: SIGN.size },
      ...(atOrigin === null ? [] : [boxAround(listLabel, widthOf(atOrigin))]),
      ...(m === 4 ? [boxAround(fourLabel, FOUR)] : []),
    ],
    // An arrow may pass behind a number, which has an edge of paper: numbers that jump while a shape turns are worse.
    [],
    { x: origin[0], y: origin[1], width: size + 32, height: size + 32 },
  );
  const arrows = drawn.map((feature, k): SpaceArrow => {
    const tip = tipOf(feature);
    const depth = turned[feature * m + 2];
    const style = atDepth(depth);
    const short = Math.hypot(tip[0] - origin[0], tip[1] - origin[1]) < HEAD_ON;
    const label: Point = [labels[k].x, labels[k].y];
    return {
      feature,
      tip,
      path: short ? '' : arrowPath(...origin, ...tip, style),
      dot: short ? style.head[1] / 2 : 0,
      depth,
      seen: m === 4 ? 1 - (turned[feature * m + 3] / norms[feature]) ** 2 : 1,
      label,
      leader: Math.hypot(label[0] - tip[0], label[1] - tip[1]) > 27,
    };
  });
  return {
    size,
    origin,
    radius,
    turned,
    arrows: arrows.sort((a, b) => a.depth - b.depth || b.feature - a.feature),
    edges: hull.map(({ ends, normals }) => ({
      ends,
      from: tipOf(ends[0]),
      to: tipOf(ends[1]),
      hidden: m === 3 && normals.length > 0 && normals.every((normal) => applyFrame(normal, rotation)[2] < 1e-9),
    })),
    equator: m === 3 ? equator(rotation, origin, radius) : null,
    axes: Array.from({ length: m }, (_, k): Point => [rotation[k], -rotation[m + k]]),
    atOrigin,
    sign,
    listLabel,
    rimLabel,
    fourLabel,
  };
}

/** Width of a character of the list, at most on average, and of the words after it, px. */
const [CHARACTER, LEFT_OUT] = [6.6, 52];
const widthOf = (list: string): number => CHARACTER * list.length + LEFT_OUT;

function listed(features: readonly number[], n: number, width: number): string {
  const list = listNumbers(features.map((i) => i + 1));
  return SIGN.right + widthOf(list) <= width ? list : `${features.length} of ${n}`;
}

/** The features whose hull is drawn. */
export const hullFeatures = ({ n, metrics }: ModelView): number[] =>
  Array.from({ length: n }, (_, i) => i).filter((i) => metrics.norms[i] >= PARTLY);

/** A unit vector outward along an arrow; upward for one that points at the reader. Without a jump between the two. */
function awayFrom(x: number, y: number): Point {
  const lift = Math.max(0, SHORT - Math.hypot(x, y));
  const length = Math.hypot(x, y - lift);
  return length > 1e-9 ? [x / length, (y - lift) / length] : [0, -1];
}

function atDepth(depth: number): ArrowStyle {
  const scale = 1 + DEPTH * Math.max(-1, Math.min(1, depth));
  return { shaft: PLANE_ARROW.shaft * scale, head: [PLANE_ARROW.head[0] * scale, PLANE_ARROW.head[1] * scale] };
}
