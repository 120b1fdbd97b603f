/**
 * n features from n directions at right angles, by taking directions out of the space: the low-rank matrices W⊥(…) of
 * the paper's table (E10). Every feature is a basis vector of n dimensions without its components along the given
 * vectors, so WᵀW is the identity less the projection onto them.
 */
import { applyFrame, canonicalFrame } from './align.ts';
import { norm, reject, unit } from './vectors.ts';

export interface Projected {
  /** Dimensions that are left. */
  readonly d: number;
  /** [n, d] in its canonical frame, row i is feature i: W_i·W_j = δ_ij − P_ij. */
  readonly W: Float64Array;
}

/** A vector this much shorter once others are taken out of it adds nothing to them. */
const DEPENDENT = 1e-9;

/** @param removed vectors of n, in any number; 0 and what depends on others before it take nothing out */
export function orthogonalTo(removed: readonly (readonly number[])[], n: number): Projected {
  const taken: Float64Array[] = [];
  for (const vector of removed) {
    const rest = reject(Float64Array.from(vector), taken);
    if (norm(rest) > DEPENDENT) taken.push(unit(rest));
  }
  const left: Float64Array[] = [];
  while (taken.length + left.length < n) {
    const rests = Array.from({ length: n }, (_, i) =>
      reject(
        new Float64Array(n).map((_, k) => (k === i ? 1 : 0)),
        [...taken, ...left],
      ),
    );
    left.push(unit(rests.reduce((longest, rest) => (norm(rest) > norm(longest) ? rest : longest))));
  }
  const d = left.length;
  const W = Float64Array.from({ length: n * d }, (_, at) => left[at % d][Math.floor(at / d)]);
  return { d, W: d > 0 ? applyFrame(W, canonicalFrame(W, n, d)) : W };
}

/** The same directions as long as 1; a feature of which nothing is left stays 0. */
export function unitRows(W: Float64Array, d: number): Float64Array {
  const out = W.slice();
  for (let at = 0; at < W.length; at += d) {
    const length = norm(W.subarray(at, at + d));
    for (let k = 0; k < d; k++) out[at + k] = length > DEPENDENT ? W[at + k] / length : 0;
  }
  return out;
}
