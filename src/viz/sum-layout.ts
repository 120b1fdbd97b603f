/** The hidden vector as a sum: the arrows of the features that are present, head to tail. */
import type { Probe } from '../models/probe.ts';
import type { Point } from './hull.ts';
import type { ModelView } from './model-view.ts';
import { planeLayout, type PlaneLayout } from './plane-layout.ts';

/** The model's own picture is this share of the whole: sums reach farther than single arrows. */
const SHARE = 0.74;
/** An arrow that runs back over the one before it is drawn this far beside it, px. */
const ASIDE = 6;
/** From h to the middle of its letter, px, and how many places around it are tried, the right one first. */
const LETTER = { away: 15, places: 8 };
/** Cosine under which two arrows in a row run back over each other. */
const BACK = -0.97;

interface Segment {
  readonly from: Point;
  readonly to: Point;
}

interface Summand extends Segment {
  readonly feature: number;
}

export interface SumLayout {
  /** Of the model, in a square of its own. */
  readonly plane: PlaneLayout;
  /** Where that square begins, from the left and from above. */
  readonly shift: number;
  /** In the square's units, like what follows. */
  readonly summands: readonly Summand[];
  readonly h: Point;
  /** The middle of h's letter, as far from every arrow as it can be beside it. */
  readonly hLabel: Point;
  /** The lit feature's line, and the foot of h on it: h reaches that far along the feature. */
  readonly reading: { readonly from: Point; readonly to: Point; readonly foot: Point } | null;
}

/**
 * @param view of two dimensions
 * @param size px
 * @param lit the feature that is read, or null
 */
export function sumLayout(view: ModelView, probe: Probe, size: number, lit: number | null): SumLayout {
  const plane = planeLayout(view, SHARE * size);
  const { origin, radius } = plane;
  const at = ([x, y]: readonly number[]): Point => [origin[0] + radius * x, origin[1] - radius * y];
  const h = at(Array.from(probe.h));
  const summands = beside(
    probe.present.map((feature, k) => ({ feature, from: at(probe.path[k]), to: at(probe.path[k + 1]) })),
  );
  const arrows = [...summands, ...plane.arrows.map(({ tip }) => ({ from: origin, to: tip }))];
  return {
    plane,
    shift: ((1 - SHARE) * size) / 2,
    summands,
    h,
    hLabel: clearPlace(h, arrows),
    reading: lit === null ? null : readingOf(view, lit, h, plane),
  };
}

/** The first of the places around h that are farthest from all arrows. */
function clearPlace(h: Point, arrows: readonly Segment[]): Point {
  const places = Array.from({ length: LETTER.places }, (_, k): Point => {
    const angle = (2 * Math.PI * k) / LETTER.places;
    return [h[0] + LETTER.away * Math.cos(angle), h[1] - LETTER.away * Math.sin(angle)];
  });
  const room = places.map((place) => Math.min(...arrows.map((arrow) => distance(place, arrow))));
  const most = Math.max(...room);
  return places[room.findIndex((each) => each >= most - 0.5)] ?? places[0];
}

function distance([x, y]: Point, { from, to }: Segment): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const squared = dx * dx + dy * dy;
  const along = squared > 0 ? Math.min(1, Math.max(0, ((x - from[0]) * dx + (y - from[1]) * dy) / squared)) : 0;
  return Math.hypot(x - from[0] - along * dx, y - from[1] - along * dy);
}

/** Moves arrows aside that would cover the one before. */
function beside(summands: readonly Summand[]): Summand[] {
  const moved: Summand[] = [];
  let aside: Point = [0, 0];
  summands.forEach((summand, k) => {
    const before = summands[k - 1];
    if (before && cosine(before, summand) < BACK) {
      const [dx, dy] = direction(summand);
      aside = [aside[0] - ASIDE * dy, aside[1] + ASIDE * dx];
    }
    const move = ([x, y]: Point): Point => [x + aside[0], y + aside[1]];
    moved.push({ feature: summand.feature, from: move(summand.from), to: move(summand.to) });
  });
  return moved;
}

function direction({ from, to }: Summand): Point {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  return length > 0 ? [dx / length, dy / length] : [0, 0];
}

function cosine(a: Summand, b: Summand): number {
  const [ax, ay] = direction(a);
  const [bx, by] = direction(b);
  return ax * bx + ay * by;
}

function readingOf(
  { W, metrics }: ModelView,
  lit: number,
  [hx, hy]: Point,
  { origin: [ox, oy], size, radius }: PlaneLayout,
): SumLayout['reading'] {
  const norm = metrics.norms[lit];
  if (!(norm * radius >= 1)) return null;
  const [ux, uy] = [W[2 * lit] / norm, -W[2 * lit + 1] / norm];
  const along = (hx - ox) * ux + (hy - oy) * uy;
  const on = (distance: number): Point => [ox + distance * ux, oy + distance * uy];
  return { from: on(-size / 2), to: on(size / 2), foot: on(along) };
}
