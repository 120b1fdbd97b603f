/** How a network with ReLU neurons computes |x|: which neurons see which side of which feature (experiments E19). */
import { FAMILIES } from '../families.ts';
import { forward, type Network } from './forward.ts';

/** Everything that should be 0 or 1 is within this of it: gains, biases, what a neuron adds to other features' outputs. */
const EXACT = 0.05;
/** |W_ik| · W₂_ik, what neuron k adds to output i for |x_i| = 1, from which it takes part in computing feature i. */
const TAKES_PART = 0.25;

/** One side, x_i > 0 or x_i < 0, of one feature. */
export interface Side {
  /** Neurons that fire on this side and write to the feature's own output, ascending. */
  readonly neurons: readonly number[];
  /** By how much x_i = ±1 alone raises its output over that of the empty sample; 1 is right. */
  readonly gain: number;
}

export interface FeatureCircuit {
  readonly feature: number;
  readonly positive: Side;
  readonly negative: Side;
  /** `both` sides, `one` of them, or `none` has a gain of at least half of what is right. */
  readonly computed: 'both' | 'one' | 'none';
  /** Other features that a neuron of this one takes part in, ascending. */
  readonly sharesWith: readonly number[];
}

export interface AbsoluteCircuit {
  /** [n] */
  readonly features: readonly FeatureCircuit[];
  /** Neurons that take part in no feature: they may inhibit some, or do nothing. */
  readonly bystanders: readonly number[];
  /** Neurons that take part in more than one. */
  readonly shared: readonly number[];
  /**
   * Whether this is |x_i| = ReLU(x_i) + ReLU(−x_i) for every feature, by neurons of its own: gains and biases right, and
   * no neuron reads or writes another feature, all within 5 %.
   */
  readonly exact: boolean;
}

/** @param network of the family `absolute`, at any scale of its neurons */
export function absoluteCircuit(network: Network): AbsoluteCircuit {
  const { W, W2 = W, b } = network;
  const n = b.length;
  const m = W.length / n;
  const users = Array.from({ length: m }, (_, k) =>
    Array.from({ length: n }, (_, i) => i).filter((i) => Math.abs(W[i * m + k]) * W2[i * m + k] >= TAKES_PART),
  );
  const output = (x: readonly number[], i: number): number => forward(FAMILIES.absolute, network, x).y[i];
  const empty = Array.from({ length: n }, () => 0);
  const side = (i: number, sign: 1 | -1): Side => {
    const neurons = users.flatMap((features, k) => (features.includes(i) && sign * W[i * m + k] > 0 ? [k] : []));
    return { neurons, gain: output(empty.with(i, sign), i) - output(empty, i) };
  };
  const features = Array.from({ length: n }, (_, feature): FeatureCircuit => {
    const [positive, negative] = [side(feature, 1), side(feature, -1)];
    const good = [positive, negative].filter(({ gain }) => gain >= 0.5).length;
    const others = users.filter((list) => list.includes(feature)).flat();
    const sharesWith = [...new Set(others)].filter((i) => i !== feature).sort((i, j) => i - j);
    return { feature, positive, negative, computed: good === 2 ? 'both' : good === 1 ? 'one' : 'none', sharesWith };
  });
  return {
    features,
    bystanders: users.flatMap((list, k) => (list.length === 0 ? [k] : [])),
    shared: users.flatMap((list, k) => (list.length > 1 ? [k] : [])),
    exact:
      features.every(({ positive, negative }) => near(positive.gain, 1) && near(negative.gain, 1)) &&
      Array.from(b).every((bias) => near(bias, 0)) &&
      users.every((list, k) => isSeparate(W, W2, m, k, list)),
  };
}

const near = (value: number, wanted: number): boolean => Math.abs(value - wanted) <= EXACT;

/** A neuron of one feature: reads, as shares of its own, and writes, for one unit of it, nothing of the others. */
function isSeparate(
  W: ArrayLike<number>,
  W2: ArrayLike<number>,
  m: number,
  k: number,
  users: readonly number[],
): boolean {
  if (users.length > 1) return false;
  const n = W.length / m;
  const read = (i: number): number => Math.abs(W[i * m + k]);
  const largest = Math.max(...Array.from({ length: n }, (_, i) => read(i)));
  return Array.from({ length: n }, (_, i) => i)
    .filter((i) => i !== users[0])
    .every(
      (i) => (users.length === 0 || read(i) <= EXACT * read(users[0])) && largest * Math.abs(W2[i * m + k]) <= EXACT,
    );
}
