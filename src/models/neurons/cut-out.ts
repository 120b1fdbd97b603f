/** A circuit cut out of a network: some of its features and neurons, with the weights and biases between them alone. */
import type { Network } from './forward.ts';

/**
 * @param features rows that are kept, in the order of the result
 * @param neurons columns that are kept, in the order of the result
 * @returns W and W₂ [features, neurons], b [features], c [neurons] where the network has one
 */
export function cutOut(
  { W, W2 = W, c, b }: Network,
  features: readonly number[],
  neurons: readonly number[],
): Network & Required<Pick<Network, 'W2'>> {
  const m = W.length / b.length;
  const pick = (weights: ArrayLike<number>): number[] =>
    features.flatMap((i) => neurons.map((k) => weights[i * m + k]));
  return { W: pick(W), W2: pick(W2), ...(c && { c: neurons.map((k) => c[k]) }), b: features.map((i) => b[i]) };
}
