/** What figures say of a hidden layer's neurons, from its numbers. */
import type { NeuronView } from '../../../viz/neuron-view.ts';
import { numberWord } from '../../prose/number-words.ts';

/** How the sentence of now begins: what a run has found so far may be bettered. */
export const openingOf = (training: boolean): string => (training ? 'So far, at' : 'At');

/** How many neurons carry one feature, and how many several. */
export function neuronCounts({ kinds }: Pick<NeuronView, 'kinds'>): { readonly mono: number; readonly poly: number } {
  return {
    mono: kinds.filter((kind) => kind === 'monosemantic').length,
    poly: kinds.filter((kind) => kind === 'polysemantic').length,
  };
}

/** "all five neurons carry one feature each", "three of the five neurons carry one feature each" */
export function monoWords(view: Pick<NeuronView, 'kinds' | 'm'>): string {
  const { mono } = neuronCounts(view);
  const { m } = view;
  if (m === 1) return mono === 1 ? 'the one neuron carries one feature' : 'the one neuron carries no single feature';
  if (mono === m) return `all ${numberWord(m)} neurons carry one feature each`;
  if (mono === 0) return `none of the ${numberWord(m)} neurons carries one feature alone`;
  if (mono === 1) return `one of the ${numberWord(m)} neurons carries a single feature`;
  return `${numberWord(mono)} of the ${numberWord(m)} neurons carry one feature each`;
}

/** "all ten features are kept", "seven of the ten features are kept" */
export function keptWords({ n, metrics }: Pick<NeuronView, 'n' | 'metrics'>): string {
  const kept = metrics.represented;
  if (kept === n) return `all ${numberWord(n)} features are kept`;
  return `${numberWord(kept)} of the ${numberWord(n)} features ${kept === 1 ? 'is' : 'are'} kept`;
}
