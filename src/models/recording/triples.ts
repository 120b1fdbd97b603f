/**
 * The stages of E16: two sets of three correlated features in three dimensions, on their way to an octahedron. A stage
 * is told from the weights of one moment alone.
 */
import { gram } from '../metrics.ts';

/** Features 0, 1, 2 are one set, 3, 4, 5 the other. */
const N = 6;
const M = 3;

export type TripleStage =
  /** The features are still short. */
  | 'growing'
  /** Each set is one direction, that of its principal component: three features of length 1/√3 side by side. */
  | 'collapsed'
  /** The features of a set part. */
  | 'splitting'
  /** Each set is three features at right angles, a triangle seen along its axis; the two are turned against each other. */
  | 'antiprism'
  /** The triangles are more than half way to where each feature faces one of the other set. */
  | 'twisting'
  | 'octahedron';

export const TRIPLE_STAGES = ['growing', 'collapsed', 'splitting', 'antiprism', 'twisting', 'octahedron'] as const;

/** Cosine within a set above which it is one direction (theory: 1). */
const ONE_DIRECTION = 0.8;
/** Mean length: grown, and still short of features on their own; 1/√3 = .577 is the principal component's share. */
const GROWN = 0.5;
const SHORT = 0.75;
/** |cosine| below which two features of a set count as at right angles, and length of a whole feature. */
const RIGHT_ANGLE = 0.2;
const WHOLE = 0.9;
/** An octahedron: three cross pairs opposite; all else is at right angles. */
const OPPOSITE = -0.95;
/** Half of the 60° from a prism, where every feature stands between two of the other set, to the octahedron. */
const HALF_WAY = 30;

/** The six ways to pair three features with three. */
const PAIRINGS = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
] as const;

/** @param W [6, 3], row i is feature i */
export function tripleStage(W: ArrayLike<number>): TripleStage {
  const { norms, within, cross } = measure(W);
  const length = norms.reduce((sum, norm) => sum + norm, 0) / N;
  if (length < GROWN) return 'growing';
  if (length < SHORT && Math.min(...within) >= ONE_DIRECTION) return 'collapsed';
  if (Math.max(...within.map(Math.abs)) > RIGHT_ANGLE || Math.min(...norms) < WHOLE) return 'splitting';
  if (isPaired(cross)) return 'octahedron';
  return twistOf(cross) > HALF_WAY ? 'antiprism' : 'twisting';
}

/**
 * How far the two sets, each at right angles in itself, are from the octahedron: the angle in degrees by which one of
 * them would have to be turned until every feature faces one of the other set. 0 is the octahedron.
 */
export const tripleTwist = (W: ArrayLike<number>): number => twistOf(measure(W).cross);

/** The twist's rotation R has the trace 1 + 2 cos φ, and the cosines of a pairing are those of −R. */
function twistOf(cross: readonly (readonly number[])[]): number {
  const facing = Math.max(...PAIRINGS.map((pairing) => -pairing.reduce<number>((sum, j, i) => sum + cross[i][j], 0)));
  return (Math.acos(Math.max(-1, Math.min(1, (facing - 1) / 2))) * 180) / Math.PI;
}

const isPaired = (cross: readonly (readonly number[])[]): boolean =>
  PAIRINGS.some((pairing) =>
    cross.every((row, i) => row.every((c, j) => (pairing[i] === j ? c <= OPPOSITE : Math.abs(c) <= RIGHT_ANGLE))),
  );

function measure(W: ArrayLike<number>): { norms: number[]; within: number[]; cross: number[][] } {
  if (W.length !== N * M)
    throw new RangeError(`Two sets of three in three dimensions have ${N * M} weights, not ${W.length}`);
  const G = gram(W, N, M);
  const norms = Array.from({ length: N }, (_, i) => Math.sqrt(G[i * N + i]));
  const cosine = (i: number, j: number): number => G[i * N + j] / (norms[i] * norms[j] || 1);
  const pairs = [
    [0, 1],
    [0, 2],
    [1, 2],
  ];
  return {
    norms,
    within: [0, 3].flatMap((first) => pairs.map(([i, j]) => cosine(first + i, first + j))),
    cross: [0, 1, 2].map((i) => [3, 4, 5].map((j) => cosine(i, j))),
  };
}
