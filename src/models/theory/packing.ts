/**
 * Which polytope makes the most of a hidden dimension: features of one importance and one density, many more than
 * dimensions, packed into copies of one shape that stand at right angles to each other. The shapes are those of Elhage et
 * al. 2022, "The geometry of superposition"; the comparison is not the paper's.
 *
 * What the k features of one copy save against reading nothing, for each of its d dimensions, in units of v(p):
 *
 *     B = (k v(p) − L) / (d v(p)),
 *
 * L being the exact loss of the copy at the best common length and the best common bias. A feature with a dimension to
 * itself has B = 1.
 */
import { gram } from '../metrics.ts';
import { POLYTOPES, type PolytopeId } from '../geometry/polytopes.ts';
import { blockLoss, neighboursOf } from './block-loss.ts';
import { lowest } from './lowest.ts';
import { featureVariance } from './variance.ts';

/** By their vertices. In more than three dimensions none was compared. */
export const PACKED = [
  'single',
  'digon',
  'triangle',
  'tetrahedron',
  'pentagon',
  'hexagon',
  'heptagon',
  'square-antiprism',
] as const satisfies readonly PolytopeId[];
export type PackedId = (typeof PACKED)[number];

export interface Packing {
  readonly id: PackedId;
  /** B, at least 0. */
  readonly benefit: number;
  /** The best common ‖W_i‖ and b_i. */
  readonly length: number;
  readonly bias: number;
}

/** Of L / v(p): four digits more than the table has that the tests compare with (theory-packing.test.ts). */
const TOLERANCE = 1e-8;
/** From where the best length and bias are looked for: dense features want neither, rare ones both. */
const STARTS = [
  [1, 0],
  [1.15, -0.3],
] as const;
const STEP = 0.1;

const NEIGHBOURS = Object.fromEntries(
  PACKED.map((id) => {
    const { vertices, n, d } = POLYTOPES[id];
    return [id, neighboursOf([...gram(vertices, n, d).subarray(1, n)])];
  }),
) as Readonly<Record<PackedId, ReturnType<typeof neighboursOf>>>;

/** @param density p, in (0, 1] */
export function packing(id: PackedId, density: number): Packing {
  const { n, d } = POLYTOPES[id];
  const unread = featureVariance(density);
  const loss = (length: number, bias: number): number =>
    length > 0 ? blockLoss(NEIGHBOURS[id], density, length, bias) / unread : Infinity;
  const {
    at: [length, bias],
    value,
  } = STARTS.map((start) => lowest(loss, start, STEP, TOLERANCE)).reduce((best, other) =>
    other.value < best.value ? other : best,
  );
  return { id, benefit: (n / d) * (1 - value), length, bias };
}

/** The shape of the largest B at a density. */
export function bestPolytope(density: number): Packing {
  return PACKED.map((id) => packing(id, density)).reduce((best, other) =>
    other.benefit > best.benefit ? other : best,
  );
}
