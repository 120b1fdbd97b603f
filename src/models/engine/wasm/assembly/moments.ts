/**
 * What the exact path needs of the data: with z = b + Gx, G = WWᵀ, and e = ½ ∂loss/∂z of importance 1, the sums E[e] and
 * M = E[e xᵀ]. Lanes are four models.
 */
import { VECTOR } from './tile';

/** The most features (../../quadrature.ts). */
export const LIMIT: u32 = 3;
/** v128 [LIMIT, LIMIT]: G. */
export const GRAM = memory.data(3 * 3 * 16, 16);
/** v128 [LIMIT]: E[e]. */
export const ERROR = memory.data(3 * 16, 16);
/** v128 [LIMIT, LIMIT]: M, row i for output i. */
export const MOMENT = memory.data(3 * 3 * 16, 16);
/** v128 [LIMIT]: p. */
export const DENSITY = memory.data(3 * 16, 16);
/** v128: all ones in the lanes of models with a linear output, zero for ReLU. */
export const LINEAR = memory.data(16, 16);

/** sum + share · value, in memory. */
export function addTo(sum: usize, share: v128, value: v128): void {
  v128.store(sum, f32x4.add(v128.load(sum), f32x4.mul(share, value)));
}

/** Fills GRAM, and clears MOMENT. */
export function startMoments(n: u32, m: u32, theta: usize): void {
  const zero = f32x4.splat(0);
  for (let i: u32 = 0; i < n; i++) {
    for (let j: u32 = 0; j <= i; j++) {
      let g = zero;
      for (let k: u32 = 0; k < m; k++) {
        const wi = v128.load(theta + VECTOR * (i * m + k));
        g = f32x4.add(g, f32x4.mul(wi, v128.load(theta + VECTOR * (j * m + k))));
      }
      v128.store(GRAM + VECTOR * (i * LIMIT + j), g);
      v128.store(GRAM + VECTOR * (j * LIMIT + i), g);
      v128.store(MOMENT + VECTOR * (i * LIMIT + j), zero);
      v128.store(MOMENT + VECTOR * (j * LIMIT + i), zero);
    }
  }
}
