/**
 * The loss of the ReLU output model when exactly one feature is active: the limit of high sparsity, in which the
 * paper's argument about interference is made (the L₁ term of its expansion in 1 − S), with x ~ U[0, 1] integrated.
 */
import { gram } from '../metrics.ts';

/** Where cx + b > 0 within [0, 1]: the integrands are polynomials there and zero elsewhere. Empty as [0, 0]. */
function active(c: number, b: number): readonly [number, number] {
  if (c === 0) return b > 0 ? [0, 1] : [0, 0];
  const kink = Math.min(1, Math.max(0, -b / c));
  return c > 0 ? [kink, 1] : [0, kink];
}

/**
 * h(c, b) = ∫₀¹ ReLU(cx + b)² dx = [(c + b)₊³ − b₊³] / 3c: what an active feature j costs on an output i that it is not
 * meant for, c = W_i·W_j. Written over the active interval, where no quotient cancels at small c.
 */
export function interferenceIntegral(c: number, b: number): number {
  const [from, to] = active(c, b);
  return (c * c * (to ** 3 - from ** 3)) / 3 + c * b * (to ** 2 - from ** 2) + b * b * (to - from);
}

/** g(a, b) = ∫₀¹ (x − ReLU(ax + b))² dx: the error of the active feature's own output, a = ‖W_i‖². */
export function benefitIntegral(a: number, b: number): number {
  const [from, to] = active(a, b);
  const cross = (a * (to ** 3 - from ** 3)) / 3 + (b * (to ** 2 - from ** 2)) / 2;
  return 1 / 3 - 2 * cross + interferenceIntegral(a, b);
}

/**
 * L = (1/n) Σ_i I_i [ g(‖W_i‖², b_i) + Σ_{j≠i} h(W_i·W_j, b_i) ]: mean over which feature is active, sum over outputs.
 * The loss at small p is about np(1−p)^{n−1} L + (1−p)ⁿ Σ I_i ReLU(b_i)².
 *
 * @param W [n, m], row i is feature i
 * @param b [n]
 * @param importance [n]
 */
export function oneHotLoss(
  W: ArrayLike<number>,
  b: ArrayLike<number>,
  importance: ArrayLike<number>,
  m: number,
): number {
  const n = b.length;
  const G = gram(W, n, m);
  let loss = 0;
  for (let i = 0; i < n; i++) {
    let output = 0;
    for (let j = 0; j < n; j++) output += (j === i ? benefitIntegral : interferenceIntegral)(G[i * n + j], b[i]);
    loss += importance[i] * output;
  }
  return loss / n;
}
