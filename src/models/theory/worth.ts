/**
 * What representing a feature gains, and what the others' activity costs it (E5), exactly, for features of one density
 * and importance 1, in units of v(p): 1 is all that a feature left out loses.
 *
 * Both are parts of the exact loss L_i of output i, against v(p), the loss of reading nothing: with A_i the loss that it
 * would have if all other features were silent,
 *
 *     benefit = (v − A_i) / v,   interference = (L_i − A_i) / v,   L_i = v (1 − benefit + interference).
 *
 * Of the linear model these are Saxe's two terms, for data of any density: with the bias at its best,
 * L_i = v [ (1 − ‖W_i‖²)² + Σ_{j≠i} (W_i·W_j)² ], because the features are independent and only their variance is left.
 */
import { reluOutputLoss } from './relu-output-loss.ts';
import { featureVariance } from './variance.ts';

export interface Worth {
  /** At most 1; negative where reading the feature with this bias is worse than not reading it. */
  readonly benefit: number;
  /** Negative where the others' activity happens to make up for a bias that is off. */
  readonly interference: number;
}

const UNIT = { from: 0, to: 1 } as const;

/**
 * Of x′ = WᵀWx + b, b at its best. Together the features are worth Σ (2 G_ii − Σ_j G_ij²) = tr(2G − G²): at most one for
 * each of the m eigenvalues of G that are not 0.
 *
 * @param G WᵀW, [n, n]
 */
export function linearWorth(G: Float64Array, n: number): Worth[] {
  return Array.from({ length: n }, (_, i) => {
    const own = G[i * n + i];
    let interference = 0;
    for (let j = 0; j < n; j++) if (j !== i) interference += G[i * n + j] ** 2;
    return { benefit: 1 - (1 - own) ** 2, interference };
  });
}

/**
 * Of x′ = ReLU(WᵀWx + b).
 *
 * @param G WᵀW, [n, n], n ≤ 10
 * @param b [n]
 * @param density p, in (0, 1]
 */
export function reluWorth(G: Float64Array, b: ArrayLike<number>, density: number): Worth[] {
  const n = b.length;
  const densities = Array<number>(n).fill(density);
  const unread = featureVariance(density);
  return Array.from({ length: n }, (_, i) => {
    const row = G.subarray(i * n, (i + 1) * n);
    const silent = row.map((slope, j) => (j === i ? slope : 0));
    const undisturbed = reluOutputLoss(silent, b[i], densities, i, UNIT);
    return {
      benefit: 1 - undisturbed / unread,
      interference: (reluOutputLoss(row, b[i], densities, i, UNIT) - undisturbed) / unread,
    };
  });
}

/** What the features are worth together: how many of them, read alone and without error, would save as much. */
export const together = (worths: readonly Worth[]): number =>
  worths.reduce((sum, { benefit, interference }) => sum + benefit - interference, 0);
