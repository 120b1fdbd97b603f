/** The asymmetric superposition motif set by hand: two features on neuron A, and neuron B that repairs the worse output. */
import { FAMILIES } from '../families.ts';
import { forward, type Network } from './forward.ts';

export interface HandSetMotif extends Required<Omit<Network, 'c'>> {
  readonly n: 2;
  /** Neuron A and, where it inhibits, neuron B. */
  readonly m: 1 | 2;
  /** Output 2 for x₁ = 1 alone, where 0 is right: a², or 0 when inhibited. */
  readonly onSecond: number;
  /** Output 1 for x₂ = −1 alone, where 0 is right: 1/a². */
  readonly onFirst: number;
}

/**
 * A reads (a, −1/a) and writes (1/a, a): x₁ > 0 alone and x₂ < 0 alone come out right, the other sides are not its own.
 * B reads x₁ and writes −a² to output 2. What they do in between is shown by `forward` (of the family `absolute`).
 *
 * @param a > 0; 1 is the symmetric case
 */
export function handSetMotif(a: number, inhibited: boolean): HandSetMotif {
  const network = inhibited
    ? { W: [a, 1, -1 / a, 0], W2: [1 / a, 0, a, -a * a], b: [0, 0] }
    : { W: [a, -1 / a], W2: [1 / a, a], b: [0, 0] };
  const outputs = (x: readonly number[]): Float64Array => forward(FAMILIES.absolute, network, x).y;
  return { ...network, n: 2, m: inhibited ? 2 : 1, onSecond: outputs([1, 0])[1], onFirst: outputs([0, -1])[0] };
}
