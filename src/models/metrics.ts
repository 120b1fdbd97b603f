/** What is measured of a trained W (n rows of m, row i is feature i), in the words of Elhage et al. 2022. */

type Rows = ArrayLike<number>;

/** ‖W_i‖ at and above which a feature counts as represented. */
export const REPRESENTED = 0.9;
/** Superposition below which a represented feature counts as dedicated. */
export const DEDICATED = 0.1;

/** WᵀW as the paper writes it: [n, n], entry (i, j) = W_i · W_j. */
export function gram(W: Rows, n: number, m: number): Float64Array {
  const G = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let dot = 0;
      for (let k = 0; k < m; k++) dot += W[i * m + k] * W[j * m + k];
      G[i * n + j] = dot;
      G[j * n + i] = dot;
    }
  return G;
}

export interface FeatureMetrics {
  /** [n, n], W_i · W_j. */
  readonly gram: Float64Array;
  /** ‖W_i‖, [n]. */
  readonly norms: Float64Array;
  /** Σ_{j≠i} (Ŵ_i · W_j)², [n]; 0 where W_i = 0. */
  readonly superposition: Float64Array;
  /** D_i = ‖W_i‖² / Σ_j (Ŵ_i · W_j)², in [0, 1], [n]; 0 where W_i = 0. */
  readonly dimensionality: Float64Array;
  /** How many features have ‖W_i‖ ≥ .9. */
  readonly represented: number;
  /** How many of those have superposition < .1. */
  readonly dedicated: number;
}

export function featureMetrics(W: Rows, n: number, m: number): FeatureMetrics {
  const G = gram(W, n, m);
  const norms = new Float64Array(n);
  const superposition = new Float64Array(n);
  const dimensionality = new Float64Array(n);
  let represented = 0;
  let dedicated = 0;
  for (let i = 0; i < n; i++) {
    const own = G[i * n + i];
    norms[i] = Math.sqrt(own);
    if (own === 0) continue;
    let others = 0;
    for (let j = 0; j < n; j++) if (j !== i) others += G[i * n + j] ** 2;
    superposition[i] = others / own;
    dimensionality[i] = own / (own + superposition[i]);
    if (norms[i] >= REPRESENTED) {
      represented++;
      if (superposition[i] < DEDICATED) dedicated++;
    }
  }
  return { gram: G, norms, superposition, dimensionality, represented, dedicated };
}

/** D* = m / ‖W‖²_F: hidden dimensions per feature learned. */
export function dimensionsPerFeature(W: Rows, m: number): number {
  let sum = 0;
  for (let j = 0; j < W.length; j++) sum += W[j] ** 2;
  return m / sum;
}
