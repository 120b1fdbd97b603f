/** Which regular shape a group of features forms, judged by all its angles and lengths, so in any frame and any m. */
import { congruent } from './congruent.ts';
import { regularShapes, type RegularShape } from './regular-shapes.ts';
import { degrees, LENGTH_RATIO, PAIR_TOLERANCE, toleranceAt } from './shape.ts';

/**
 * How far Σ_{j≠i} (Ŵ_i·Ŵ_j)² over the members may be from that of the shape, as a share of it: many angles that all err
 * to one side make another shape, though each of them is within its tolerance.
 */
const INTERFERENCE_SHARE = 0.5;
const ROUNDING = 1e-9;

/**
 * @param members at least one
 * @param cosines Ŵ_i·Ŵ_j, [n, n]
 * @param norms ‖W_i‖, [n]
 * @returns null where the members form none of the regular shapes
 */
export function recognise(members: readonly number[], cosines: Float64Array, norms: Float64Array): RegularShape | null {
  const count = members.length;
  const candidates = regularShapes(count);
  if (candidates.length === 0) return null;
  const lengths = members.map((i) => norms[i]);
  if (count > 2 && Math.max(...lengths) > LENGTH_RATIO * Math.min(...lengths)) return null;

  const own = members.map((i) => members.map((j) => cosines[i * norms.length + j]));
  const sums = own.map((row) => row.reduce((sum, cosine) => sum + cosine * cosine, 0) - 1);
  const angles = Float64Array.from(own.flat(), degrees);
  const fits = ({ d, angles: ideal }: RegularShape): boolean => {
    const interference = count / d - 1;
    return (
      sums.every((sum) => Math.abs(sum - interference) <= INTERFERENCE_SHARE * interference + ROUNDING) &&
      congruent(angles, ideal, count, toleranceOf(ideal, count))
    );
  };
  return candidates.find(fits) ?? null;
}

function toleranceOf(ideal: Float64Array, count: number): number {
  if (count === 2) return PAIR_TOLERANCE;
  return toleranceAt(ideal.reduce((least, angle) => (angle > 0 && angle < least ? angle : least), 180));
}
