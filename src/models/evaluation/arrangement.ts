/**
 * A key for *which* of several equally good arrangements a model found.
 *
 * Many minima differ only in which features face each other – the twelve pentagons of five features, the three pairings
 * of four – and their losses differ by tenths of a percent, less than training noise. Taking the lowest loss would make
 * the picture jump at every step of a slider, so among ties the smallest key wins.
 *
 * Pairs of features are read in order of importance – 12, 13, 23, 14, 24, 34 … – and each is 0 (side by side or at right
 * angles), 1 (pointing away from each other) or 2 (one of them not represented). The smallest key therefore keeps the most
 * important features from facing each other and gives up the least important: for five features in two dimensions with
 * importances .9^i it is, at every sparsity, the arrangement of the exact global minimum – 1 up, 2 and 3 beside it, 4
 * (and then 5) facing it (measured with exactLoss at S = 1 − 10^(−k/8), k = 0 … 12) – so the arrows only fan out.
 */
import { byImportance } from '../geometry/order.ts';
import { gram } from '../metrics.ts';

/** Ŵ_i·Ŵ_j below which two features face away: between the heptagon's −.22 (second neighbours) and the triangle's −.5. */
const AWAY = -0.35;
/**
 * ‖W_i‖ from which a feature counts as kept here. In dense data a feature that is not needed decays slowly (norms up to .51
 * after 1000 steps at p = .75), and those on their way in have .78 (exact minimum at p = .56).
 */
const KEPT = 0.7;
/** Only the most important features decide; a dozen fill any picture in which single features can be told apart. */
const FEATURES = 12;

/**
 * @param W [n, m], row i is feature i
 * @returns digits to be compared as strings, the smaller preferred
 */
export function arrangementKey(W: ArrayLike<number>, n: number, m: number, importance?: ArrayLike<number>): string {
  const order = byImportance(n, importance).slice(0, FEATURES);
  const G = gram(W, n, m);
  const norms = order.map((i) => Math.sqrt(G[i * n + i]));
  let key = '';
  for (let b = 1; b < order.length; b++) {
    for (let a = 0; a < b; a++) {
      const absent = norms[a] < KEPT || norms[b] < KEPT;
      const cosine = G[order[a] * n + order[b]] / (norms[a] * norms[b]);
      key += absent ? '2' : cosine < AWAY ? '1' : '0';
    }
  }
  return key;
}
