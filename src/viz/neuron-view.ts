/** What the views of a hidden layer's neurons are drawn from: a model with its output weights, and what its neurons are. */
import { modelView, type ModelNumbers, type ModelView } from './model-view.ts';

/** How many features a neuron carries: one, several, or none to speak of. The caller says which, by its own measure. */
export type NeuronKind = 'monosemantic' | 'polysemantic' | 'unused';

interface NeuronNumbers extends ModelNumbers {
  /** Output weights, n rows of m: row i is what output i reads from the neurons. Absent where W₂ = Wᵀ. */
  readonly W2?: ArrayLike<number>;
  /** Hidden bias, [m]; absent where the model has none. */
  readonly c?: ArrayLike<number>;
  /** [m]. */
  readonly kinds: readonly NeuronKind[];
}

export interface NeuronView extends NeuronNumbers, ModelView {}

/** Measures a model for drawing. Throws a RangeError when an array's length does not fit n and m. */
export function neuronView(numbers: NeuronNumbers): NeuronView {
  const { n, m, W2, c, kinds } = numbers;
  if ((W2 && W2.length !== n * m) || (c && c.length !== m) || kinds.length !== m) {
    throw new RangeError(`Neurons of n = ${n}, m = ${m} got W₂ ${W2?.length}, c ${c?.length}, kinds ${kinds.length}`);
  }
  return { ...numbers, ...modelView(numbers) };
}

/** The reader's words for each kind, to stand beside its glyph and the field's term. */
export const NEURON_WORDS: Readonly<Record<NeuronKind, string>> = {
  monosemantic: 'one feature',
  polysemantic: 'several features',
  unused: 'no feature',
};

export const NEURON_KINDS = Object.keys(NEURON_WORDS) as readonly NeuronKind[];
