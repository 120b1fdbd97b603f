/**
 * A trained W as its tegum factors (E9, E10): the components of the graph whose nodes are the represented features and
 * whose edges join the features that interfere, each with the name of the shape that it forms.
 *
 * In small models features interfere much or not at all, and any threshold gives the same components. In large ones the
 * factors also touch each other lightly. Measured, one start of 2000 steps from seed 7, |Ŵ_i·Ŵ_j| from which two
 * represented features are joined:
 *
 * | n, m    | p   | .1              | .2                               | .3                       | .5                |
 * |---------|-----|-----------------|----------------------------------|--------------------------|-------------------|
 * | 80, 8   | .58 | 5 pairs, 1 of 3 | the same                         | the same                 | 6 pairs, 1 alone  |
 * | 80, 8   | .19 | 22 in one       | 2 of 8, 1 of 6                   | 2 of 8, 3 pairs          | the same          |
 * | 400, 30 | .3  | 30 pairs        | the same                         | the same                 | the same          |
 * | 400, 30 | .2  | 80 in one       | 3 of 8, 4 of 5, 1 of 4, 16 pairs | 3 of 8, 4 of 5, 18 pairs | the same          |
 * | 400, 30 | .05 | 208 in one      | the same                         | the same                 | 206 alone, 1 pair |
 *
 * The eights are square antiprisms and the fives pentagons. Below p = .15 or so every feature meets many others a little,
 * and no threshold finds shapes. So none will do for all: what parts antiprisms from pairs (.25) tears a 5-simplex apart
 * (cosines −.2). The graph is therefore cut at rising thresholds, and what a cut sets free is a component when it is a
 * regular shape to which all other features together do little. The rest is divided no further than into what stands at
 * right angles, and has no name.
 */
import { gram } from '../metrics.ts';
import { joined } from './joined.ts';
import { PARTLY } from './order.ts';
import { recognise } from './recognise.ts';
import type { RegularShape } from './regular-shapes.ts';
import { SINE_TOLERANCE } from './shape.ts';
import { spanned } from './span.ts';

/** |Ŵ_i·Ŵ_j| under which an edge is cut, in turn. At .5 and above triangles would fall apart. */
const CUTS = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45];
/**
 * Σ_j (Ŵ_i·Ŵ_j)² over represented features outside a regular shape, as a share of the same over its members. Measured
 * in the models above: antiprisms .05, pentagons .08, pairs .3, and from .8 for chance shapes in a mesh of features.
 */
const OUTSIDE = 0.4;

export interface Component {
  /** Indices of its features, ascending. */
  readonly members: readonly number[];
  /** "digon", "square antiprism"; null where it is no regular shape. */
  readonly shape: Pick<RegularShape, 'name' | 'fraction'> | null;
  /** The shape's name, or "irregular, 5 features in 2 dimensions". */
  readonly name: string;
  /** Hidden dimensions that its features span, to within ANGLE_TOLERANCE. */
  readonly dimensions: number;
}

/**
 * The components of all features with ‖W_i‖ ≥ .5, the one of the lowest index first. Together they can span more than m
 * dimensions where they are not quite at right angles; a member's own D_i is then below its shape's fraction.
 *
 * @param W [n, m], row i is feature i
 */
export function components(W: ArrayLike<number>, n: number, m: number): readonly Component[] {
  const cosines = gram(W, n, m);
  const norms = Float64Array.from({ length: n }, (_, i) => Math.sqrt(cosines[i * n + i]));
  for (let at = 0; at < n * n; at++) cosines[at] /= norms[Math.floor(at / n)] * norms[at % n] || 1;
  const represented = Array.from({ length: n }, (_, i) => i).filter((i) => norms[i] >= PARTLY);

  const found: Component[] = [];
  let left: readonly number[] = represented;
  for (const cut of CUTS) {
    const rest: number[] = [];
    for (const members of joined(left, cosines, n, cut)) {
      const alone = members.length === 1;
      // A feature further off a right angle to another than that is not alone.
      const shape = alone && cut > SINE_TOLERANCE ? null : recognise(members, cosines, norms);
      if (shape && interference(members, represented, cosines, n) <= OUTSIDE) {
        found.push({ members, shape, name: shape.name, dimensions: shape.d });
      } else rest.push(...members);
    }
    left = rest;
  }
  for (const members of joined(left, cosines, n, SINE_TOLERANCE)) {
    const dimensions = spanned(members, cosines, n);
    found.push({ members, shape: null, name: irregular(members.length, dimensions), dimensions });
  }
  return found.sort((a, b) => a.members[0] - b.members[0]);
}

/** Σ_j (Ŵ_i·Ŵ_j)² over the represented features that are no members, as a share of the same over the members. */
function interference(
  members: readonly number[],
  represented: readonly number[],
  cosines: Float64Array,
  n: number,
): number {
  const squares = (i: number, others: readonly number[]): number =>
    others.reduce((sum, j) => sum + cosines[i * n + j] ** 2, 0);
  let within = 0;
  let all = 0;
  for (const i of members) {
    within += squares(i, members);
    all += squares(i, represented);
  }
  return all / within - 1;
}

function irregular(count: number, dimensions: number): string {
  const plural = (k: number, word: string): string => `${k} ${word}${k === 1 ? '' : 's'}`;
  return `irregular, ${plural(count, 'feature')} in ${plural(dimensions, 'dimension')}`;
}
