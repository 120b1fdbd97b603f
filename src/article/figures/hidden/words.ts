/** The sentence of now: what the neurons carry, and what turning them did. */
import { FAMILIES } from '../../../models/families.ts';
import { basisAlignment } from '../../../models/neurons/basis-alignment.ts';
import { densityOf } from '../../../models/parameters/density.ts';
import { formatLoss } from '../../../viz/format.ts';
import { densityWords } from '../../../viz/model-strip-layout.ts';
import { numberWord } from '../../prose/number-words.ts';
import { monoWords, neuronCounts, openingOf, keptWords } from '../neurons/words.ts';
import type { Turned } from './turned.ts';

export interface Sentence {
  /** "At", or "So far, at" while better models may still be found. */
  readonly opening: string;
  readonly density: string;
  readonly sparsity: string;
  readonly finding: string;
  /** What follows the finding, with its comma or full stop. */
  readonly after: string;
}

/**
 * @param angle by which both models are turned, degrees
 * @param unfinished better models may still be found
 */
export function sentenceOf(own: Turned, linear: Turned, angle: number, unfinished: boolean): Sentence {
  const { values } = own.shown;
  const { finding, after } = isLinear(own) ? spread(own, linear) : carried(own);
  return {
    opening: openingOf(unfinished),
    ...densityWords(densityOf(values.S)),
    finding,
    after: `${after} ${turnWords(own, linear, angle)}`.trimEnd(),
  };
}

export const sentenceText = ({ opening, density, sparsity, finding, after }: Sentence): string =>
  `${opening} density ${density} (S = ${sparsity}) ${finding}${after}`;

export const isLinear = ({ shown }: Turned): boolean => FAMILIES[shown.values.model].hidden === 'identity';

const carried = ({ trained }: Turned): Pick<Sentence, 'finding' | 'after'> => ({
  finding: monoWords(trained),
  after: `, and ${keptWords(trained)}.`,
});

/** A linear layer's features need not lie along its dimensions; with dropout that is the question (Nanda 2023). */
function spread(own: Turned, linear: Turned): Pick<Sentence, 'finding' | 'after'> {
  const aligned = ({ trained: { W, n, m } }: Turned): string => `${Math.round(100 * basisAlignment(W, n, m).mean)} %`;
  const without = own.shown.values.dropout > 0 ? ` (${aligned(linear)} without dropout)` : '';
  return {
    finding: `a feature has ${aligned(own)} of its length on one dimension${without}`,
    after: `, the mean over those that are not left out; ${keptWords(own.trained)}.`,
  };
}

/** "one does", "three do", "none does": neurons of the turned layer that carry one feature. */
function stillOne({ view }: Turned): string {
  const { mono } = neuronCounts(view);
  return `${mono === 0 ? 'none' : numberWord(mono)} ${mono > 1 ? 'do' : 'does'}`;
}

function turnWords(own: Turned, linear: Turned, angle: number): string {
  if (angle === 0) return '';
  const change = ({ loss, before }: Turned): string => {
    const percent = (100 * (loss - before)) / before;
    if (Math.abs(percent) < 0.05) return `stays at ${formatLoss(loss)}`;
    return `goes from ${formatLoss(before)} to ${formatLoss(loss)}`;
  };
  if (isLinear(own)) return `Turned by ${angle}°, its loss ${change(own)}.`;
  return `That is as trained; turned by ${angle}°, ${stillOne(own)}, and the loss ${change(own)}. That of the linear layer ${change(linear)}.`;
}
