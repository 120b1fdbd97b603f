/** What the figure says: its claim, and in the sentence of now what the network on screen computes, with which neurons. */
import { absoluteCircuit } from '../../../models/neurons/absolute-circuit.ts';
import { densityWords } from '../../../viz/model-strip-layout.ts';
import { numberWord } from '../../prose/number-words.ts';
import { percent } from '../../prose/percent.ts';
import { monoWords, neuronCounts, openingOf, unusedWords } from '../neurons/words.ts';
import type { Looked } from './absolute.svelte.ts';
import type { AbsoluteValues } from './parts.ts';

/** Of small networks that began at random, by target. */
const CLAIMS = {
  absolute: 'To compute |x|, a network gives each side of zero a neuron of its own',
  square: 'To compute x², a network puts it together from straight pieces',
  max: 'To tell the larger of two, one neuron reads their difference',
  'and-or': 'Two neurons to a pair are enough for AND and OR',
} as const satisfies Record<AbsoluteValues['target'], string>;

/** @param small whether the network is drawn three ways (protocol.ts) */
export function claimOf({ target, begin }: AbsoluteValues, small: boolean): string {
  const given = begin === 'by-hand';
  if (small) return given ? 'Given neurons for the sides of zero, a network keeps them to compute |x|' : CLAIMS[target];
  return given
    ? 'Begun by hand with neurons of one feature each: from dense data to rare, they take on several'
    : 'More to compute than neurons: from dense data to rare, neurons take on several features';
}

export interface Sentence {
  /** "At", or "So far, at" while better networks may still be found. */
  readonly opening: string;
  readonly density: string;
  readonly sparsity: string;
  readonly finding: string;
  /** What follows the finding, with its comma or full stop. */
  readonly after: string;
}

/**
 * @param share of the loss of reading nothing
 * @param unfinished better networks may still be found
 */
export function sentenceOf(
  { target, activation }: AbsoluteValues,
  looked: Looked,
  share: number,
  unfinished: boolean,
): Sentence {
  const words = { opening: openingOf(unfinished), ...densityWords(looked.group.density ?? 1) };
  const loss = ` The loss is ${share < EXACT ? 'nothing' : `${percent(share)} of what reading nothing would cost`}.`;
  if (target !== 'absolute' || activation !== 'relu') {
    return { ...words, finding: monoWords(looked.view), after: `.${loss}` };
  }
  const { n } = looked.view;
  const { exact, features } = absoluteCircuit(looked.network);
  const [both, one] = (['both', 'one'] as const).map((way) => features.filter((each) => each.computed === way).length);
  if (exact) {
    const finding = n === 1 ? 'the feature is computed exactly' : `all ${numberWord(n)} features are computed exactly`;
    return { ...words, finding, after: ', a neuron for each side of zero.' };
  }
  const counts = neuronCounts(looked.view);
  return {
    ...words,
    finding: `${partOf(both || one, n)} computed`,
    after: `${one > 0 ? `, ${both > 0 ? `${numberWord(one)} more ` : ''}on one side only` : ''}; ${carrying(counts.mono, 'one feature', 'each')}, ${carrying(counts.poly, 'several')}${unusedWords(counts)}.${loss}`,
  };
}

/** "both features are", "one of the three features is" */
function partOf(count: number, n: number): string {
  if (count === n) return `${n === 2 ? 'both' : `all ${numberWord(n)}`} features are`;
  return `${numberWord(count)} of the ${numberWord(n)} features ${count > 1 ? 'are' : 'is'}`;
}

/** "eleven neurons carry one feature each", "one neuron carries several", "none carries several" */
function carrying(count: number, what: string, each = ''): string {
  const many = count === 1 ? 'neuron carries' : count === 0 ? 'neuron carries' : 'neurons carry';
  return `${count === 0 ? 'no' : numberWord(count)} ${many} ${what}${count > 1 && each ? ` ${each}` : ''}`;
}

/** Share of reading nothing below which no loss is left to speak of. */
const EXACT = 1e-6;

export const sentenceText = ({ opening, density, sparsity, finding, after }: Sentence): string =>
  `${opening} density ${density} (S = ${sparsity}) ${finding}${after}`;
