/** Features by importance, and which of them a picture may rely on. */

/** ‖W_i‖ under which a feature is not shown as represented; from here to REPRESENTED it is "partly" represented. */
export const PARTLY = 0.5;

/** Indices 0 … n − 1, the most important first; equal importances keep their order. Without importances, as listed. */
export function byImportance(n: number, importance?: ArrayLike<number>): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  return importance ? order.sort((i, j) => importance[j] - importance[i] || i - j) : order;
}
