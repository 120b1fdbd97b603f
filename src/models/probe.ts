/** One input through one tied network x′ = g(WᵀWx + b), with every step that the arithmetic takes: what the probe shows. */
import type { Activation } from './families.ts';
import { forward } from './neurons/forward.ts';

/** A tied network whose hidden layer has no activation; only n is read off the arrays, m is W.length / n. */
export interface ProbedNetwork {
  /** n rows of m: row i is feature i. */
  readonly W: ArrayLike<number>;
  /** [n] */
  readonly b: ArrayLike<number>;
  /** I_i ≥ 0, [n]. */
  readonly importance: ArrayLike<number>;
  /** g. */
  readonly activation: Activation;
}

/** What a present feature adds to an output: (W_i·W_j) x_j. */
export interface Contribution {
  /** j. */
  readonly feature: number;
  /** W_i·W_j. */
  readonly overlap: number;
  readonly value: number;
}

/** How output i came about. */
export interface ProbedRow {
  /** One for each feature that is present, in order; its own among them if it is. */
  readonly contributions: readonly Contribution[];
  /** W_i·h, their sum. */
  readonly read: number;
  readonly bias: number;
  /** W_i·h + b_i. */
  readonly before: number;
  /** x′_i. */
  readonly after: number;
  readonly wanted: number;
  /** x′_i − x_i. */
  readonly error: number;
  /** I_i (x_i − x′_i)². */
  readonly loss: number;
}

export interface Probe {
  /** h after each present feature has been written, from the origin on: one more point than features are present. */
  readonly path: readonly (readonly number[])[];
  /** The present features, in the path's order. */
  readonly present: readonly number[];
  /** [m] */
  readonly h: Float64Array;
  readonly rows: readonly ProbedRow[];
  /** Of this input, summed over features. */
  readonly loss: number;
}

/** @param x [n], any sign */
export function probe({ W, b, importance, activation }: ProbedNetwork, x: ArrayLike<number>): Probe {
  const n = b.length;
  const m = W.length / n;
  const { h, z, y } = forward({ hidden: 'identity', output: activation }, { W, b }, x);
  const features = Array.from({ length: n }, (_, i) => i);
  const present = features.filter((i) => x[i] !== 0);
  const rows = features.map((i): ProbedRow => {
    const error = y[i] - x[i];
    return {
      contributions: present.map((j) => {
        const overlap = dot(W, i, j, m);
        return { feature: j, overlap, value: overlap * x[j] };
      }),
      read: z[i] - b[i],
      bias: b[i],
      before: z[i],
      after: y[i],
      wanted: x[i],
      error,
      loss: importance[i] * error * error,
    };
  });
  const path: (readonly number[])[] = [Array<number>(m).fill(0)];
  for (const j of present) path.push(path[path.length - 1].map((sum, k) => sum + W[j * m + k] * x[j]));
  return { path, present, h, rows, loss: rows.reduce((sum, { loss }) => sum + loss, 0) };
}

function dot(W: ArrayLike<number>, i: number, j: number, m: number): number {
  let sum = 0;
  for (let k = 0; k < m; k++) sum += W[i * m + k] * W[j * m + k];
  return sum;
}
