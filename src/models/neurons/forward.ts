/** One sample through one network, in float64, with everything in between: what a picture of the signal's way shows. */
import { activate } from '../activations.ts';
import type { Family } from '../families.ts';

/** One model's parameters (layout.ts): rows of W and W₂ are features, their columns neurons. */
export interface Network {
  /** [n, m], what each neuron reads. */
  readonly W: ArrayLike<number>;
  /** [n, m], what each neuron writes; W itself where the weights are tied. */
  readonly W2?: ArrayLike<number>;
  /** [m]; 0 when absent. */
  readonly c?: ArrayLike<number>;
  /** [n] */
  readonly b: ArrayLike<number>;
}

export interface Signals {
  /** The hidden layer before its activation, [m]. */
  readonly pre: Float64Array;
  /** The hidden layer after it, [m]. */
  readonly h: Float64Array;
  /** The outputs before their activation, [n]. */
  readonly z: Float64Array;
  /** The outputs, [n]. */
  readonly y: Float64Array;
}

/** pre = W x + c, h = f(pre), z = W₂ h + b, y = g(z), with n from b and m from W. */
export function forward(
  { hidden, output }: Pick<Family, 'hidden' | 'output'>,
  { W, W2 = W, c, b }: Network,
  x: ArrayLike<number>,
): Signals {
  const n = b.length;
  const m = W.length / n;
  const pre = Float64Array.from({ length: m }, (_, k) => {
    let sum = c ? c[k] : 0;
    for (let i = 0; i < n; i++) sum += W[i * m + k] * x[i];
    return sum;
  });
  const h = pre.map((sum) => activate(hidden, sum));
  const z = Float64Array.from({ length: n }, (_, i) => {
    let sum = b[i];
    for (let k = 0; k < m; k++) sum += W2[i * m + k] * h[k];
    return sum;
  });
  return { pre, h, z, y: z.map((sum) => activate(output, sum)) };
}
