/** What figures say of a hidden layer's neurons, from its numbers. */
import type { NeuronView } from '../../../viz/neuron-view.ts';
import { numberWord } from '../../prose/number-words.ts';

/** How the sentence of now begins: what a run has found so far may be bettered. */
export const openingOf = (unfinished: boolean): string => (unfinished ? 'So far, at' : 'At');

interface NeuronCounts {
  readonly mono: number;
  readonly poly: number;
  readonly unused: number;
}

/** How many neurons carry one feature, how many several, and how many none. */
export function neuronCounts({ kinds }: Pick<NeuronView, 'kinds'>): NeuronCounts {
  return {
    mono: kinds.filter((kind) => kind === 'monosemantic').length,
    poly: kinds.filter((kind) => kind === 'polysemantic').length,
    unused: kinds.filter((kind) => kind === 'unused').length,
  };
}

/** ", three carry too little to count"; nothing where none does. What many of them carry together may be much. */
export const unusedWords = ({ unused }: NeuronCounts): string =>
  unused === 0 ? '' : `, ${numberWord(unused)} ${unused === 1 ? 'carries' : 'carry'} too little to count`;

/** "all five neurons carry one feature each", "three of the five neurons carry one feature each, one carries too little to count" */
export function monoWords(view: Pick<NeuronView, 'kinds' | 'm'>): string {
  const counts = neuronCounts(view);
  if (view.m > 1) return carrying(counts, view.m) + unusedWords(counts);
  if (counts.unused === 1) return 'the one neuron carries too little to count';
  return counts.mono === 1 ? 'the one neuron carries one feature' : 'the one neuron carries several features';
}

function carrying({ mono }: NeuronCounts, m: number): string {
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
