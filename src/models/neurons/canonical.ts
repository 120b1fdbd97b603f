/**
 * Neurons in an order of their own, so that models of neighbouring densities can be compared. A hidden layer's neurons
 * may change places freely; those of a linear one may also change sign (x′ = WᵀWx + b does not notice), those of a ReLU
 * layer never.
 */
import { byImportance } from '../geometry/order.ts';
import { neuronMetrics, type Neuron } from './metrics.ts';

/** Share of a neuron's largest |w| from which it mainly carries a feature. */
const CARRIED = 1 / 2;

/** Monosemantic neurons stand first, unused ones last. */
const RANK: Readonly<Record<Neuron['kind'], number>> = { monosemantic: 0, polysemantic: 1, unused: 2 };

export interface NeuronArrangement {
  /** Which neuron stands at each place, [m]. */
  readonly order: readonly number[];
  /** Its sign there, [m]; 1 for all neurons of a ReLU layer. */
  readonly signs: readonly (1 | -1)[];
}

export interface CanonicalOptions {
  /** What the neurons write, [n, m]; W where it is tied. */
  readonly W2?: ArrayLike<number>;
  /** I_i, [n]; the features' own order when absent. */
  readonly importance?: ArrayLike<number>;
  /** Whether the hidden layer is linear, so that signs are free. */
  readonly linear?: boolean;
}

/**
 * By kind, then by the features that a neuron mainly carries, read in order of importance: who carries the most important
 * one comes first, positively before negatively, and among equals the next feature decides. Of a linear layer each neuron
 * carries the first of its features positively.
 *
 * @param W [n, m], row i is feature i
 */
export function canonicalNeurons(
  W: ArrayLike<number>,
  n: number,
  m: number,
  { W2, importance, linear = false }: CanonicalOptions = {},
): NeuronArrangement {
  const features = byImportance(n, importance);
  const { neurons } = neuronMetrics(W, n, m, W2);
  const described = neurons.map(({ feature, kind }, k) => {
    const limit = CARRIED * Math.abs(W[feature * m + k]);
    const weights = features.map((i) => W[i * m + k]);
    const first = weights.find((w) => Math.abs(w) >= limit) ?? 0;
    const sign = linear && first < 0 ? -1 : 1;
    // Per feature: 0 carried positively, 1 negatively, 2 not. A neuron without any weight carries nothing.
    const carried = weights.map((w) => (w === 0 || Math.abs(w) < limit ? 2 : sign * w > 0 ? 0 : 1)).join('');
    return { k, sign, key: `${RANK[kind]}${carried}` } as const;
  });
  described.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.k - b.k));
  return { order: described.map(({ k }) => k), signs: described.map(({ sign }) => sign) };
}

/**
 * Columns of a matrix in the new order and sign: for W and W₂ alike, and for c as a single row.
 * @param rows [·, m]
 */
export function arrangeNeurons(rows: ArrayLike<number>, { order, signs }: NeuronArrangement): Float64Array {
  const m = order.length;
  return Float64Array.from(rows, (_, at) => signs[at % m] * rows[at - (at % m) + order[at % m]]);
}
