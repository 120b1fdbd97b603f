/** Points of the plane and the hull around them. */
import { polygonHull } from 'd3-polygon';

export type Point = readonly [x: number, y: number];

/** The corners in turning order; points on an edge are left out. Fewer than three corners when all lie on one line. */
export function convexHull(points: readonly Point[]): Point[] {
  const corners = polygonHull(points.map(([x, y]): [number, number] => [x, y]));
  return corners && corners.length >= 3 ? corners : points.slice(0, 2);
}
