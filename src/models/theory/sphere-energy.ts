/**
 * Points on a sphere that repel each other, and gradient descent on it. Features of length 1 repel as ReLU(u_i·u_j)²,
 * the interference that a ReLU lets through; Thomson's electrons as 1/‖u_i − u_j‖ (E10).
 */
import { normalAt, streamKey } from '../random.ts';

export type Repulsion = 'thomson' | 'relu';

/** The energy of a pair and its derivative by u_i·u_j = c; ‖u_i − u_j‖² = 2 − 2c. */
const PAIR: Readonly<Record<Repulsion, { energy(c: number): number; slope(c: number): number }>> = {
  thomson: {
    energy: (c) => 1 / Math.sqrt(Math.max(CLOSEST, 2 - 2 * c)),
    slope: (c) => Math.max(CLOSEST, 2 - 2 * c) ** -1.5,
  },
  // i ≠ j counts both (i, j) and (j, i).
  relu: {
    energy: (c) => 2 * Math.max(0, c) ** 2,
    slope: (c) => 4 * Math.max(0, c),
  },
};
/** Squared distance below which two electrons repel no more: energies stay finite when a reader puts one on another. */
const CLOSEST = 1e-4;

/**
 * Σ_{i<j} 1/‖u_i − u_j‖, or Σ_{i≠j} ReLU(u_i·u_j)².
 *
 * @param U [N, d], rows of length 1
 */
export function sphereEnergy(U: ArrayLike<number>, d: number, repulsion: Repulsion): number {
  let sum = 0;
  for (let i = 0; i < U.length; i += d)
    for (let j = 0; j < i; j += d) {
      let c = 0;
      for (let k = 0; k < d; k++) c += U[i + k] * U[j + k];
      sum += PAIR[repulsion].energy(c);
    }
  return sum;
}

/** The gradient along the sphere, [N, d]: each row at right angles to its point. */
export function sphereGradient(U: ArrayLike<number>, d: number, repulsion: Repulsion): Float64Array {
  const gradient = new Float64Array(U.length);
  for (let i = 0; i < U.length; i += d)
    for (let j = 0; j < i; j += d) {
      let c = 0;
      for (let k = 0; k < d; k++) c += U[i + k] * U[j + k];
      const slope = PAIR[repulsion].slope(c);
      for (let k = 0; k < d; k++) {
        gradient[i + k] += slope * U[j + k];
        gradient[j + k] += slope * U[i + k];
      }
    }
  for (let i = 0; i < U.length; i += d) {
    let outward = 0;
    for (let k = 0; k < d; k++) outward += gradient[i + k] * U[i + k];
    for (let k = 0; k < d; k++) gradient[i + k] -= outward * U[i + k];
  }
  return gradient;
}

/** Where a descent stands. */
export interface Descent {
  /** [N, d], rows of length 1. */
  readonly U: Float64Array;
  readonly energy: number;
  /** The step to try next. */
  readonly rate: number;
  /** Nothing lower was found along the gradient, or nothing worth a step. */
  readonly done: boolean;
}

const FIRST_RATE = 0.1;
/** The steps of a descent are at most this long for any point, so that a reader can follow them: radians. */
const LONGEST = 0.08;
/** A step that gains less than this share of the energy ends the descent, and so does an energy as good as 0. */
const LEAST_GAIN = 1e-11;
const NOTHING = 1e-14;

export function beginDescent(U: ArrayLike<number>, d: number, repulsion: Repulsion): Descent {
  const own = Float64Array.from(U);
  return { U: own, energy: sphereEnergy(own, d, repulsion), rate: FIRST_RATE, done: false };
}

/** One step downhill: longer than the last while that lowers the energy, else halved until it does (Armijo's rule). */
export function descend({ U, energy, rate }: Descent, d: number, repulsion: Repulsion): Descent {
  const gradient = sphereGradient(U, d, repulsion);
  const square = gradient.reduce((sum, g) => sum + g * g, 0);
  let longest = 0;
  for (let i = 0; i < U.length; i += d) longest = Math.max(longest, Math.hypot(...gradient.subarray(i, i + d)));
  for (let step = Math.min(1.6 * rate, LONGEST / longest); step * longest > 1e-12; step /= 2) {
    const next = moved(U, gradient, step, d);
    const lower = sphereEnergy(next, d, repulsion);
    if (lower > energy - 0.3 * step * square) continue;
    const done = energy - lower < LEAST_GAIN * energy || lower < NOTHING;
    return { U: next, energy: lower, rate: step, done };
  }
  return { U, energy, rate, done: true };
}

/** −step · gradient, back on the sphere. */
function moved(U: Float64Array, gradient: Float64Array, step: number, d: number): Float64Array {
  const next = U.map((u, at) => u - step * gradient[at]);
  for (let i = 0; i < next.length; i += d) {
    const length = Math.hypot(...next.subarray(i, i + d));
    for (let k = 0; k < d; k++) next[i + k] /= length;
  }
  return next;
}

/** Points anywhere on the sphere, [N, d]: the same for the same seed and start. */
export function anywhere(n: number, d: number, seed: number, start = 0): Float64Array {
  const key = streamKey(seed, start, d, 'init');
  const U = Float64Array.from({ length: n * d }, (_, at) => normalAt(key, at));
  return moved(U, new Float64Array(n * d), 0, d);
}
