/** A trained model as a graph of features: an edge where two are not at right angles, so that each shape hangs together. */
import { featureDimensionality } from '../models/geometry/dimensionality.ts';
import { components, type Component } from '../models/geometry/components.ts';
import { principalPlane } from '../models/geometry/principal-plane.ts';

export interface GraphEdge {
  /** Positions among the shape's members, the first the lower. */
  readonly ends: readonly [number, number];
  /** W_i·W_j. */
  readonly dot: number;
}

/** Features that share dimensions with each other and hardly with others: a factor of the tegum product. */
export interface GraphShape extends Component {
  /** Where each member is drawn: in the plane that shows most of the shape, 1 the farthest, y upwards. */
  readonly places: readonly (readonly [number, number])[];
  readonly edges: readonly GraphEdge[];
  /** Mean D_i of its members. */
  readonly share: number;
}

export interface FeatureGraph {
  /** Solids and polygons, the largest first; then pairs; then those alone. */
  readonly shapes: readonly GraphShape[];
  /** D_i of every feature, [n]. */
  readonly dimensionality: Float64Array;
  /** Features that are drawn: ‖W_i‖ ≥ ½. */
  readonly represented: number;
}

/** |W_i·W_j| from which an edge is drawn: less is at right angles as far as a picture can say. */
const EDGE = 0.08;
/** More than these dimensions have no plane that shows them: the members go around a circle. */
const SEEN = 3;

/** @param W [n, m], row i is feature i */
export function featureGraph(W: ArrayLike<number>, n: number, m: number): FeatureGraph {
  const parts = components(W, n, m);
  const dimensionality = featureDimensionality(W, n, m);
  const shapes = parts.map((part): GraphShape => {
    const members = part.dimensions > SEEN ? aroundCircle(W, m, part.members) : part.members;
    const share = members.reduce((sum, i) => sum + dimensionality[i], 0) / members.length;
    return { ...part, members, places: placesOf(W, m, members, part), edges: edgesOf(W, m, members), share };
  });
  return {
    shapes: shapes.sort(inOrder),
    dimensionality,
    represented: parts.reduce((sum, { members }) => sum + members.length, 0),
  };
}

/** In which rows a shape is laid out. */
export const rowKind = ({ members, shape }: Pick<Component, 'members' | 'shape'>): 'large' | 'pair' | 'single' =>
  members.length === 1 ? 'single' : shape !== null && members.length === 2 ? 'pair' : 'large';

const ROWS = ['large', 'pair', 'single'];

/** By row, then larger before smaller, then as they come. */
const inOrder = (a: GraphShape, b: GraphShape): number =>
  ROWS.indexOf(rowKind(a)) - ROWS.indexOf(rowKind(b)) || b.members.length - a.members.length;

/** The members by their direction in the plane that shows most of them: neighbours in space are neighbours here. */
function aroundCircle(W: ArrayLike<number>, m: number, members: readonly number[]): number[] {
  const angles = principalPlane(W, m, members).map(([x, y]) => Math.atan2(x, y));
  return members
    .map((feature, k) => ({ feature, angle: angles[k] }))
    .sort((a, b) => a.angle - b.angle)
    .map(({ feature }) => feature);
}

function placesOf(
  W: ArrayLike<number>,
  m: number,
  members: readonly number[],
  { dimensions }: Component,
): [number, number][] {
  const k = members.length;
  if (k === 1) return [[0, 0]];
  if (dimensions > SEEN)
    return members.map((_, at) => [Math.sin((2 * Math.PI * at) / k), Math.cos((2 * Math.PI * at) / k)]);
  const points = k === 4 && dimensions === SEEN ? fromAbove(W, m, members) : principalPlane(W, m, members);
  const farthest = Math.max(...points.map(([x, y]) => Math.hypot(x, y))) || 1;
  return points.map(([x, y]) => [x / farthest, y / farthest]);
}

/** Four in three dimensions, seen along the first: it stands in the middle of the others. */
function fromAbove(W: ArrayLike<number>, m: number, members: readonly number[]): [number, number][] {
  const row = (i: number): number[] => Array.from({ length: m }, (_, k) => W[i * m + k]);
  const [first, ...others] = members.map(row);
  const own = first.reduce((sum, w) => sum + w * w, 0);
  const flat = others.flatMap((other) => {
    const along = other.reduce((sum, w, k) => sum + w * first[k], 0) / own;
    return other.map((w, k) => w - along * first[k]);
  });
  return [[0, 0], ...principalPlane(flat, m, [0, 1, 2])];
}

function edgesOf(W: ArrayLike<number>, m: number, members: readonly number[]): GraphEdge[] {
  const edges: GraphEdge[] = [];
  for (let a = 0; a < members.length; a++)
    for (let b = a + 1; b < members.length; b++) {
      let dot = 0;
      for (let k = 0; k < m; k++) dot += W[members[a] * m + k] * W[members[b] * m + k];
      if (Math.abs(dot) >= EDGE) edges.push({ ends: [a, b], dot });
    }
  return edges;
}
