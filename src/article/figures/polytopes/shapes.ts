/** The shapes of the figure as it shows them. */
import { applyFrame, canonicalFrame } from '../../../models/geometry/align.ts';
import { POLYTOPES, type Factor, type Polytope, type PolytopeId } from '../../../models/geometry/polytopes.ts';
import { formatPlain } from '../../../viz/format.ts';
import { modelView, type ModelNumbers, type ModelView } from '../../../viz/model-view.ts';

/** In the order of the choice: those of one piece first. */
export const SHOWN: readonly PolytopeId[] = [
  'triangle',
  'pentagon',
  'tetrahedron',
  'square-antiprism',
  '4-simplex',
  'square',
  'octahedron',
  'triangular-bipyramid',
  'pentagonal-bipyramid',
];

/** A word in the prose may ask for any of them. */
export const isPolytope = (id: unknown): id is PolytopeId => typeof id === 'string' && Object.hasOwn(POLYTOPES, id);

/** Which factor each vertex is of, [n]. */
export function setsOf({ n, factors }: Polytope): number[] {
  return Array.from({ length: n }, (_, i) => factors.findIndex(({ members }) => members.includes(i)));
}

/** As a model of features that matter alike. */
export function polytopeView({ n, d, vertices }: Polytope): ModelView {
  const [b, importance] = [0, 1].map((value) => new Array<number>(n).fill(value));
  return modelView({ n, m: d, W: vertices, b, importance });
}

/** One factor alone, in dimensions of its own. */
export function factorModel({ d, vertices, factors }: Polytope, at: number): ModelNumbers {
  const { members, dimensions } = factors[at];
  const rows = members.flatMap((i) => vertices.slice(i * d, (i + 1) * d));
  const own = applyFrame(rows, canonicalFrame(rows, members.length, d));
  // The canonical frame fills upward first, then to the right.
  const axes = dimensions === 1 ? [Math.min(1, d - 1)] : Array.from({ length: dimensions }, (_, k) => k);
  const W = members.flatMap((_, i) => axes.map((axis) => own[i * d + axis]));
  const importance = members.map(() => 1);
  return { n: members.length, m: dimensions, W, b: importance.map(() => 0), importance };
}

/** The factor as a sign shows it: a digon’s arrows in one line, up and down, where a number line would set them apart. */
export function factorSign(polytope: Polytope, at: number): ModelNumbers {
  const model = factorModel(polytope, at);
  return model.m > 1 ? model : { ...model, m: 2, W: Array.from(model.W).flatMap((w) => [0, w]) };
}

/** What a factor is called: "digon", "pentagon". */
export function factorName({ factors, name }: Polytope, { members, dimensions }: Factor): string {
  if (factors.length === 1) return name;
  if (dimensions === 1) return members.length === 1 ? POLYTOPES.single.name : POLYTOPES.digon.name;
  return { 3: POLYTOPES.triangle.name, 5: POLYTOPES.pentagon.name }[members.length] ?? `${members.length} features`;
}

/** "2/3", "1"; "0.374" where it is no fraction. */
export function shareText({ fraction }: Factor, dimensionality: number): string {
  if (!fraction) return formatPlain(dimensionality, 3);
  return fraction[1] === 1 ? String(fraction[0]) : fraction.join('/');
}
