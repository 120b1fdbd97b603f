/** How many dimensions a group of directions spans. */
import { SINE_TOLERANCE } from './shape.ts';

/** A direction within ANGLE_TOLERANCE of what others span adds no dimension: the square of what of it is off them. */
const OFF = SINE_TOLERANCE ** 2;

/**
 * Gram–Schmidt that takes the direction furthest from those taken, until every one lies within ANGLE_TOLERANCE of their span.
 *
 * @param members at least one
 * @param cosines Ŵ_i·Ŵ_j, [n, n]
 */
export function spanned(members: readonly number[], cosines: Float64Array, n: number): number {
  const count = members.length;
  const rest = new Float64Array(count).fill(1);
  /** Coordinates along the axes taken so far, [count] each. */
  const axes: Float64Array[] = [];
  for (;;) {
    let far = 0;
    for (let i = 1; i < count; i++) if (rest[i] > rest[far]) far = i;
    if (!(rest[far] > OFF)) return axes.length;
    const length = Math.sqrt(rest[far]);
    const axis = Float64Array.from(members, (i, at) => {
      let dot = cosines[i * n + members[far]];
      for (const taken of axes) dot -= taken[at] * taken[far];
      return dot / length;
    });
    axis.forEach((along, at) => (rest[at] -= along * along));
    axes.push(axis);
  }
}
