/** The sentence of now: what the selected model does with its features, in words and numbers taken from it. */
import { densityWords } from '../../../viz/model-strip-layout.ts';
import { numberWord } from '../../prose/number-words.ts';
import { percent } from '../../prose/percent.ts';
import type { ModelView } from '../../../viz/model-view.ts';

export interface Selected {
  /** Null for the linear model. */
  readonly density: number | null;
  readonly view: ModelView;
  readonly loss: number;
  readonly readNothing: number;
}

/** `finding` is set stronger. */
export interface Sentence {
  /** Where the model stands; null for the linear model, which is the same at every density. */
  readonly at: { readonly density: string; readonly sparsity: string } | null;
  readonly finding: string;
  readonly after: string;
}

export function sentenceOf({ density, view, loss, readNothing }: Selected): Sentence {
  const { n, metrics } = view;
  const kept = metrics.represented;
  const verb = kept === 1 ? 'is' : 'are';
  return {
    at: density === null ? null : densityWords(density),
    finding: kept === n ? `all ${numberWord(n)}` : numberWord(kept),
    after:
      `${kept === n ? '' : ` of the ${numberWord(n)}`} features ${verb} kept${roomOf(view)}. ` +
      `The loss is ${percent(loss / readNothing)} of what reading nothing would cost.`,
  };
}

/** The same as plain text. */
export function sentenceText(selected: Selected): string {
  const { at, finding, after } = sentenceOf(selected);
  return `${at ? `At density ${at.density} (S = ${at.sparsity})` : 'In the linear model'} ${finding}${after}`;
}

/** How the kept features share the dimensions: what those with one of their own leave is what the others have. */
function roomOf({ m, metrics }: ModelView): string {
  const { represented: kept, dedicated: alone } = metrics;
  const shared = kept - alone;
  if (kept === 0) return '';
  if (shared === 0) return kept === 1 ? ', with a dimension of its own' : ', each with a dimension of its own';
  const left = m - alone;
  if (alone === 0) return `, all of them sharing ${m === 1 ? 'the one dimension' : `the ${numberWord(m)} dimensions`}`;
  const own = `, ${numberWord(alone)} with a dimension of ${alone === 1 ? 'its' : 'their'} own and ${numberWord(shared)}`;
  return `${own} ${left < 1 ? 'shared' : `sharing the other ${left === 1 ? 'one' : numberWord(left)}`}`;
}
