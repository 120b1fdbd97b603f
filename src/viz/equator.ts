/** The circle h₂ = 0 of a sphere of length 1, so that one sees how the sphere is turned. */
import type { Frame } from '../models/geometry/align.ts';
import type { Point } from './hull.ts';

export interface Equator {
  /** SVG paths of the half towards the reader and the other. */
  readonly near: string;
  readonly far: string;
}

/** @param rotation of three dimensions, from `turnMatrix` */
export function equator(rotation: Frame, [ox, oy]: Point, radius: number): Equator {
  // Where the turn takes h₂: the circle is seen as an ellipse whose long axis is at right angles to it.
  const [x, y, lean] = [rotation[1], rotation[4], rotation[7]];
  const tilt = Math.atan2(-x, y);
  const end = (side: number): string =>
    `${(ox + side * radius * Math.cos(tilt)).toFixed(2)},${(oy - side * radius * Math.sin(tilt)).toFixed(2)}`;
  const radii = `${radius.toFixed(2)},${(radius * Math.abs(lean)).toFixed(2)}`;
  const half = (sweep: 0 | 1): string =>
    `M${end(-1)}A${radii} ${((-tilt * 180) / Math.PI).toFixed(2)} 0 ${sweep} ${end(1)}`;
  // Leaning towards the reader, the near half is the lower one.
  return lean >= 0 ? { near: half(0), far: half(1) } : { near: half(1), far: half(0) };
}
