/** How far features lie along single hidden dimensions: whether dropout makes them is a problem of Nanda 2023. */
import { PARTLY } from '../geometry/order.ts';

export interface BasisAlignment {
  /** max_k |W_ik| / ‖W_i‖ for each feature, 1/√m … 1, [n]; 0 where W_i = 0. */
  readonly features: Float64Array;
  /** Their mean over the features with ‖W_i‖ ≥ PARTLY (a direction that is hardly there says nothing); NaN without any. */
  readonly mean: number;
}

/** @param W [n, m], row i is feature i */
export function basisAlignment(W: ArrayLike<number>, n: number, m: number): BasisAlignment {
  const features = new Float64Array(n);
  let [sum, count] = [0, 0];
  for (let i = 0; i < n; i++) {
    let [largest, square] = [0, 0];
    for (let k = 0; k < m; k++) {
      largest = Math.max(largest, Math.abs(W[i * m + k]));
      square += W[i * m + k] ** 2;
    }
    const norm = Math.sqrt(square);
    if (norm > 0) features[i] = largest / norm;
    if (norm < PARTLY) continue;
    sum += features[i];
    count++;
  }
  return { features, mean: sum / count };
}
