/** The scale in which the weights of a computing network are shown (experiments E19, the paper's convention). */
import type { Network } from './forward.ts';

/**
 * Every neuron's largest |W_ik| becomes 1 and what it writes grows by what was taken away. ReLU(s u) = s ReLU(u) for
 * s > 0, so with a ReLU or linear hidden layer the network computes what it did before; with GELU it would not. A neuron
 * that reads nothing stays as it is.
 *
 * @returns W, W₂ (and c, b as they then are) as new arrays
 */
export function rescaleForDisplay({ W, W2 = W, c, b }: Network): Required<Omit<Network, 'c'>> & Pick<Network, 'c'> {
  const m = W.length / b.length;
  const largest = new Float64Array(m);
  for (let at = 0; at < W.length; at++) largest[at % m] = Math.max(largest[at % m], Math.abs(W[at]));
  const scales = largest.map((w) => w || 1);
  const read = (rows: ArrayLike<number>): Float64Array => Float64Array.from(rows, (w, at) => w / scales[at % m]);
  return {
    W: read(W),
    W2: Float64Array.from(W2, (w, at) => w * scales[at % m]),
    ...(c && { c: read(c) }),
    b: Float64Array.from(b),
  };
}
