/** What becomes of one feature that differs from the others, and of those next to it (E11), in two hidden dimensions. */
import { PARTLY } from './order.ts';

/** Mean length and bias of some features. */
export interface Kind {
  readonly features: readonly number[];
  readonly norm: number;
  readonly bias: number;
}

export interface OddReading {
  /** How many features are represented, ‖W_i‖ ≥ .5. */
  readonly kept: number;
  /** Whether the odd one is among them. */
  readonly oddKept: boolean;
  /** Mean angle between the odd feature and its neighbour on either side, degrees; NaN where it has no two. */
  readonly angle: number;
  readonly odd: Kind;
  /** The represented features next to the odd one on either side; none where it is left out. */
  readonly neighbours: Kind;
  readonly others: Kind;
}

/**
 * @param W [n, 2], row i is feature i
 * @param b [n]
 * @param odd which feature differs
 */
export function readOdd(W: ArrayLike<number>, b: ArrayLike<number>, odd: number): OddReading {
  const n = b.length;
  const norm = (i: number): number => Math.hypot(W[2 * i], W[2 * i + 1]);
  const all = Array.from({ length: n }, (_, i) => i);
  const oddKept = norm(odd) >= PARTLY;
  const around = all
    .filter((i) => i !== odd && norm(i) >= PARTLY)
    .map((i) => ({ i, turn: turnFrom(W, odd, i) }))
    .sort((x, y) => x.turn - y.turn);
  const sides = oddKept && around.length >= 2 ? [around[0], around[around.length - 1]] : [];
  const neighbours = sides.map(({ i }) => i);
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const kind = (features: readonly number[]): Kind => ({
    features,
    norm: mean(features.map(norm)),
    bias: mean(features.map((i) => b[i])),
  });
  return {
    kept: around.length + Number(oddKept),
    oddKept,
    angle: mean(sides.map(({ turn }) => Math.min(turn, 360 - turn))),
    odd: kind([odd]),
    neighbours: kind(neighbours),
    others: kind(all.filter((i) => i !== odd && !neighbours.includes(i))),
  };
}

/** From feature i counter-clockwise to feature j, degrees in [0, 360). */
function turnFrom(W: ArrayLike<number>, i: number, j: number): number {
  const angle = (k: number): number => Math.atan2(W[2 * k + 1], W[2 * k]);
  const turn = ((angle(j) - angle(i)) * 180) / Math.PI;
  return turn < 0 ? turn + 360 : turn;
}
