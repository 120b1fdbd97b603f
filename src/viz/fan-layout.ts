/** The legend of the phase map's colours: superposition along the arc, length from the apex outwards. */
import type { Point } from './hull.ts';
import { phaseColor } from './phase-color.ts';

/** From the vertical to either side. */
const HALF_ANGLE = (50 * Math.PI) / 180;
const CELLS = { arc: 12, radius: 6 } as const;
/** The radius at full width, and that width, px. */
const RADIUS = 144;
const FULL = 300;
/** Room above the arc for its name, below the apex for its number, px. */
const [ABOVE, BELOW] = [30, 26];

interface FanCell {
  readonly path: string;
  readonly color: string;
}

export interface FanLayout {
  readonly width: number;
  readonly height: number;
  readonly apex: Point;
  readonly radius: number;
  readonly cells: readonly FanCell[];
  /** Where a model stands, both numbers clipped to [0, 1]. */
  readonly at: (superposition: number, norm: number) => Point;
  /** Middle of the left edge, to write along it: the edge's slope is 90° less the half angle. */
  readonly edge: { readonly middle: Point; readonly degrees: number };
}

/** @param width px, 200 and up */
export function fanLayout(width: number): FanLayout {
  const radius = Math.min(RADIUS, (RADIUS * width) / FULL);
  const apex: Point = [width / 2, ABOVE + radius];
  const polar = (share: number, r: number): Point => {
    const angle = (2 * hold(share) - 1) * HALF_ANGLE;
    return [round(apex[0] + r * Math.sin(angle)), round(apex[1] - r * Math.cos(angle))];
  };
  const cells = Array.from({ length: CELLS.arc * CELLS.radius }, (_, k): FanCell => {
    const [a, b] = [k % CELLS.arc, Math.floor(k / CELLS.arc)];
    const [inner, outer] = [(radius * b) / CELLS.radius, (radius * (b + 1)) / CELLS.radius];
    const [from, to] = [a / CELLS.arc, (a + 1) / CELLS.arc];
    const path =
      `M${polar(from, inner).join()}L${polar(from, outer).join()}A${round(outer)},${round(outer)} 0 0 1 ` +
      `${polar(to, outer).join()}L${polar(to, inner).join()}A${round(inner)},${round(inner)} 0 0 0 ${polar(from, inner).join()}Z`;
    return { path, color: phaseColor((a + 0.5) / CELLS.arc, (b + 0.5) / CELLS.radius) };
  });
  return {
    width,
    height: apex[1] + BELOW,
    apex,
    radius,
    cells,
    at: (superposition, norm) => polar(Number.isNaN(superposition) ? 0 : superposition, hold(norm) * radius),
    edge: { middle: polar(0, radius / 2), degrees: 90 - (HALF_ANGLE * 180) / Math.PI },
  };
}

const hold = (value: number): number => Math.max(0, Math.min(1, value));
const round = (value: number): number => Math.round(value * 100) / 100;
