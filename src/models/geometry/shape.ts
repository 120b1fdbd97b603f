/** Which regular figure a group of features forms, judged by the angles between them alone, so in any frame and any m. */

/**
 * How far an angle may be from the ideal one, in degrees. Unequal importances make every figure a little irregular:
 * trained pentagons have neighbours 66–77° apart with importances .9^i or .7^i (measured, n = 5 … 12, p = .18 … .01), a
 * deviation of 6° at most. Twice that still leaves real in-between shapes, such as three features 106–137° apart at
 * p = .6, without a name.
 */
export const ANGLE_TOLERANCE = 12;
/** The sine of that angle: two features of |Ŵ_i·Ŵ_j| at least this are not at right angles, and share dimensions. */
export const SINE_TOLERANCE = Math.sin((ANGLE_TOLERANCE * Math.PI) / 180);
/**
 * A pair may be so far from 180°, in degrees: beside a third feature that it is at right angles to, it bends away from
 * it, to 166° at p = .6. A triangle would be at 120°.
 */
export const PAIR_TOLERANCE = 20;
/** Longest over shortest feature of one regular figure, a ratio. */
export const LENGTH_RATIO = 1.25;
/** Of the angle between neighbours: an angle of a figure of many corners may be off by no larger share of it. */
const STEP_SHARE = 0.25;

/** How far the angles of a figure may be from the ideal ones, degrees, where its least one is `step` degrees. */
export const toleranceAt = (step: number): number => Math.min(ANGLE_TOLERANCE, STEP_SHARE * step);

export type Shape =
  | { readonly kind: 'single' }
  /** Two features facing each other: the paper's digon. */
  | { readonly kind: 'pair' }
  /** Three or more around a circle, at equal angles. */
  | { readonly kind: 'polygon'; readonly corners: number }
  /** Four in three dimensions. */
  | { readonly kind: 'tetrahedron' }
  | { readonly kind: 'irregular' };

/**
 * @param members the group's features, at least one
 * @param cosines Ŵ_i·Ŵ_j, [n, n]
 * @param norms ‖W_i‖, [n]
 */
export function shapeOf(members: readonly number[], cosines: Float64Array, norms: Float64Array): Shape {
  const n = norms.length;
  const k = members.length;
  if (k === 1) return { kind: 'single' };
  /** Angles from each member to the others, ascending, must be these. */
  const matches = (ideal: readonly number[], tolerance: number): boolean =>
    members.every((i) => {
      const angles = members.filter((j) => j !== i).map((j) => degrees(cosines[i * n + j]));
      return angles.sort((a, b) => a - b).every((angle, at) => Math.abs(angle - ideal[at]) <= tolerance);
    });
  if (k === 2) return { kind: matches([180], PAIR_TOLERANCE) ? 'pair' : 'irregular' };

  const lengths = members.map((i) => norms[i]);
  if (Math.max(...lengths) > LENGTH_RATIO * Math.min(...lengths)) return { kind: 'irregular' };
  const step = 360 / k;
  const around = Array.from({ length: k - 1 }, (_, j) => Math.min(j + 1, k - 1 - j) * step).sort((a, b) => a - b);
  if (matches(around, toleranceAt(step))) return { kind: 'polygon', corners: k };
  if (k === 4 && matches(Array<number>(3).fill(degrees(-1 / 3)), ANGLE_TOLERANCE)) return { kind: 'tetrahedron' };
  return { kind: 'irregular' };
}

/** The angle of a cosine, 0 … 180; rounding may carry a cosine just past ±1. */
export const degrees = (cosine: number): number => (Math.acos(Math.max(-1, Math.min(1, cosine))) * 180) / Math.PI;
