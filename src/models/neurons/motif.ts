/**
 * The asymmetric superposition motif (experiments E20; "Toy Models of Superposition", the section of that name). Neuron A
 * serves one side each of two features: it reads them as (a, −1/a) and writes them as (1/a, a), so both come out right
 * and disturb each other unequally: the first adds a² of itself to the second's output, the second only 1/a² of itself to
 * the first's. Neuron B fires with the first feature and inhibits the damaged output, and the output's ReLU removes what
 * is left. B may have work of its own, and which sides the features are served on is free.
 */
import { FAMILIES } from '../families.ts';
import { forward, type Network } from './forward.ts';

/** Both of A's features come out at 1 within this; in models of E20 at p = .2 they were .58 … 1.24. */
const SERVED = 0.5;
/** a² from which the two disturbances count as unequal; there it was 2.6 … 8, in the middle 5. */
const ASYMMETRIC = 2;
/** What may be left of the disturbance, as a share of it, for B to have removed it. */
const REMOVED = 0.1;

export interface Served {
  readonly feature: number;
  /** The side of it that A fires on: x > 0 or x < 0. */
  readonly side: 1 | -1;
  /** |read| · written: what A adds to its output for |x| = 1; 1 in the exact motif. */
  readonly gain: number;
  /** What A adds to the other's output meanwhile: a² from the first feature, 1/a² from the second. */
  readonly interference: number;
}

export interface Motif {
  /** Neuron A. */
  readonly neuron: number;
  /** Neuron B, of several the one that inhibits most. */
  readonly inhibitor: number;
  readonly first: Served;
  readonly second: Served;
  /** √|read first / read second|. */
  readonly a: number;
  /** The second's output, before its ReLU, where the first alone is 1 on its side: at most a tenth of the interference. */
  readonly left: number;
}

/**
 * Every motif in a network of the family `absolute`, at any scale of its neurons, by neuron A and then by features.
 * @param network with W₂ of its own
 */
export function asymmetricMotifs(network: Network): Motif[] {
  const { W, W2 = W, b } = network;
  const n = b.length;
  const m = W.length / n;
  const found: Motif[] = [];
  for (let k = 0; k < m; k++) {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        if (Math.abs(W[i * m + k]) < ASYMMETRIC * Math.abs(W[j * m + k])) continue;
        const first = served(W, W2, m, k, i, j);
        const second = served(W, W2, m, k, j, i);
        if (![first, second].every(({ gain }) => Math.abs(gain - 1) <= SERVED)) continue;
        const x = Array.from({ length: n }, (_, f) => (f === i ? first.side : 0));
        const { h, z } = forward(FAMILIES.absolute, network, x);
        if (z[j] > REMOVED * first.interference) continue;
        const effects = Array.from(h, (value, q) => value * W2[j * m + q]);
        const inhibitor = effects.indexOf(Math.min(...effects));
        const a = Math.sqrt(Math.abs(W[i * m + k] / W[j * m + k]));
        found.push({ neuron: k, inhibitor, first, second, a, left: z[j] });
      }
    }
  }
  return found;
}

function served(
  W: ArrayLike<number>,
  W2: ArrayLike<number>,
  m: number,
  neuron: number,
  feature: number,
  other: number,
): Served {
  const read = W[feature * m + neuron];
  return {
    feature,
    side: read < 0 ? -1 : 1,
    gain: Math.abs(read) * W2[feature * m + neuron],
    interference: Math.abs(read) * W2[other * m + neuron],
  };
}
