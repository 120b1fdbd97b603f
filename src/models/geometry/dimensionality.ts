/** D_i without WᵀW: for many features in few dimensions the m × m matrix says the same in less time. */

/**
 * Feature dimensionality D_i = ‖W_i‖⁴ / Σ_j (W_i·W_j)², the j = i included (Elhage et al. 2022, "The geometry of
 * superposition"): the denominator is W_iᵀ M W_i with
 * M = Σ_j W_j W_jᵀ, n·m² multiplications instead of n²·m.
 *
 * @param W [n, m], row i is feature i
 * @returns [n], each in [0, 1]; 0 where W_i = 0
 */
export function featureDimensionality(W: ArrayLike<number>, n: number, m: number): Float64Array {
  const M = new Float64Array(m * m);
  for (let i = 0; i < n; i++)
    for (let k = 0; k < m; k++) {
      const w = W[i * m + k];
      if (w !== 0) for (let l = 0; l < m; l++) M[k * m + l] += w * W[i * m + l];
    }
  const D = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let own = 0;
    let all = 0;
    for (let k = 0; k < m; k++) {
      const w = W[i * m + k];
      own += w * w;
      let along = 0;
      for (let l = 0; l < m; l++) along += M[k * m + l] * W[i * m + l];
      all += w * along;
    }
    if (all > 0) D[i] = Math.min(1, own ** 2 / all);
  }
  return D;
}
