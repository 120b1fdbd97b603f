/** The one angle that the plane draws: between two arrows, as an arc or a square corner with its degrees. */
import type { Point } from './hull.ts';
import { boxAround, crosses, type Segment } from './place-labels.ts';

/** Within this many degrees of 90 the angle is drawn as a square corner. */
const SQUARE = 1.5;
/** Below this many degrees neither arc nor degrees say anything. */
const LEAST_ANGLE = 20;
const ARC_RADIUS = 34;
const CORNER = 21;

export interface PlaneAngle {
  readonly path: string;
  readonly degrees: number;
  readonly label: Point;
}

/**
 * The two features whose angle is drawn: the first two that are kept, or, where another arrow passes between these, the
 * first and its neighbour. Null for fewer than two.
 * @param shape the kept features in order, ‖W_i‖ ≥ PARTLY
 */
export function shownPair(shape: readonly number[], angleOf: (i: number) => number): readonly [number, number] | null {
  if (shape.length < 2) return null;
  const [first, second] = shape;
  const apart = (i: number): number => {
    const turn = angleOf(i) - angleOf(first);
    return Math.atan2(Math.sin(turn), Math.cos(turn));
  };
  const wedge = apart(second);
  const between = (i: number): boolean => apart(i) * wedge > 0 && Math.abs(apart(i)) < Math.abs(wedge) - 1e-6;
  const others = shape.slice(2).filter((i) => between(i) && (Math.abs(apart(i)) * 180) / Math.PI >= LEAST_ANGLE);
  const nearest = others.reduce((best, i) => (Math.abs(apart(i)) < Math.abs(apart(best)) ? i : best), second);
  return [first, nearest];
}

/** The arc, or the square corner, from one tip to another, and the degrees where no arrow passes. */
export function angleBetween(a: Point, b: Point, origin: Point, shafts: readonly Segment[]): PlaneAngle | null {
  const from = Math.atan2(a[1] - origin[1], a[0] - origin[0]);
  const to = Math.atan2(b[1] - origin[1], b[0] - origin[0]);
  // Into (−π, π]; opposite arrows are measured on the right, whatever the last digits say.
  const raw = Math.atan2(Math.sin(to - from), Math.cos(to - from));
  const turn = Math.abs(raw) > Math.PI - 1e-3 ? Math.PI : raw;
  const degrees = (Math.abs(turn) * 180) / Math.PI;
  if (degrees < LEAST_ANGLE) return null;
  const on = (radius: number, angle: number): Point => [
    origin[0] + radius * Math.cos(angle),
    origin[1] + radius * Math.sin(angle),
  ];
  const text = ([x, y]: Point): string => `${x.toFixed(2)},${y.toFixed(2)}`;
  const square = Math.abs(degrees - 90) <= SQUARE;
  const [p, q] = square ? [on(CORNER, from), on(CORNER, to)] : [on(ARC_RADIUS, from), on(ARC_RADIUS, to)];
  const path = square
    ? `M${text(p)}L${text([p[0] + q[0] - origin[0], p[1] + q[1] - origin[1]])}L${text(q)}`
    : `M${text(p)}A${ARC_RADIUS},${ARC_RADIUS} 0 0 ${turn > 0 ? 1 : 0} ${text(q)}`;
  const places = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8].map((share) => on(square ? 52 : 54, from + turn * share));
  const free = places.find((at) => !shafts.some((shaft) => crosses(shaft, boxAround(at, 30))));
  return { path, degrees, label: free ?? places[0] };
}
