/** What single neurons stand for: how much of a neuron's weights belongs to one feature (experiments E18, E19). */
import { PARTLY } from '../geometry/order.ts';

/**
 * Share of Σ_i |W_ik| that the largest |W_ik| has, at and above which neuron k is monosemantic: one block makes up so
 * much of its column in the stack plot. The best models leave a gap there: E18's have no share between .63 and .87
 * (p = .7, .3, .15, .05), the large network of E19 none between .65 and .82 (p = 1, .1; at .03 the shares fill it).
 */
export const MONOSEMANTIC = 0.75;

/** ‖column of W‖ · ‖column of W₂‖ under which a neuron carries nothing: where they are tied, both at the norm of a feature left out. */
export const UNUSED = PARTLY ** 2;

export interface Neuron {
  /** The feature of the largest |W_ik|. */
  readonly feature: number;
  /** That feature's share of Σ_i |W_ik|, 1/n … 1; 0 for a neuron without weights. It does not depend on the neuron's scale. */
  readonly share: number;
  readonly kind: 'monosemantic' | 'polysemantic' | 'unused';
}

export interface NeuronMetrics {
  /** [m] */
  readonly neurons: readonly Neuron[];
  readonly monosemantic: number;
  readonly polysemantic: number;
}

/**
 * @param W [n, m], row i is feature i, column k what neuron k reads
 * @param W2 [n, m], what neuron k writes; W where it is tied
 */
export function neuronMetrics(W: ArrayLike<number>, n: number, m: number, W2: ArrayLike<number> = W): NeuronMetrics {
  const neurons = Array.from({ length: m }, (_, k): Neuron => {
    let [feature, sum, reads, writes] = [0, 0, 0, 0];
    for (let i = 0; i < n; i++) {
      const at = i * m + k;
      sum += Math.abs(W[at]);
      reads += W[at] ** 2;
      writes += W2[at] ** 2;
      if (Math.abs(W[at]) > Math.abs(W[feature * m + k])) feature = i;
    }
    const share = sum > 0 ? Math.abs(W[feature * m + k]) / sum : 0;
    const unused = Math.sqrt(reads * writes) < UNUSED;
    return { feature, share, kind: unused ? 'unused' : share >= MONOSEMANTIC ? 'monosemantic' : 'polysemantic' };
  });
  const count = (wanted: Neuron['kind']): number => neurons.filter(({ kind }) => kind === wanted).length;
  return { neurons, monosemantic: count('monosemantic'), polysemantic: count('polysemantic') };
}
