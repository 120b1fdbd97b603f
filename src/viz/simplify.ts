/** A polyline with fewer points that looks the same. */
import type { Point } from './hull.ts';

/**
 * Douglas and Peucker: every point that is left out lies within `tolerance` of the line that is drawn.
 * @param points with ascending x
 * @param tolerance vertical distance, px
 */
export function simplified(points: readonly Point[], tolerance: number): Point[] {
  if (points.length < 3) return [...points];
  const kept = new Set([0, points.length - 1]);
  const open: [number, number][] = [[0, points.length - 1]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span;
    const [[x0, y0], [x1, y1]] = [points[from], points[to]];
    let [worst, furthest] = [tolerance, -1];
    for (let k = from + 1; k < to; k++) {
      const straight = y0 + ((y1 - y0) * (points[k][0] - x0)) / (x1 - x0 || 1);
      const off = Math.abs(points[k][1] - straight);
      if (off > worst) [worst, furthest] = [off, k];
    }
    if (furthest < 0) continue;
    kept.add(furthest);
    open.push([from, furthest], [furthest, to]);
  }
  return points.filter((_, k) => kept.has(k));
}
