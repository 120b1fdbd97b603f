/** What the figure says of a cell, from its numbers. */
import { hasTheory } from '../../../models/phase/has-theory.ts';
import type { PhaseCell } from '../../../models/phase/map.ts';
import { candidates, type PhaseClass } from '../../../models/theory/phase.ts';
import { CLASS_WORDS } from '../../../viz/feature-class.ts';
import { formatLoss, formatPlain, formatSparsity } from '../../../viz/format.ts';
import { formatTwo } from '../../../viz/phase-axes.ts';
import { CLASS_OF } from '../../../viz/phase-words.ts';
import type { PhaseValues } from '../../../models/phase/cell-models.ts';

const ORDINALS = ['', 'first', 'second', 'third'];

/** What the extra feature does. */
const FINDINGS: Readonly<Record<PhaseClass, string>> = {
  'not represented': 'is left out',
  dedicated: 'has a dimension to itself',
  superposed: 'shares a dimension',
};

export interface Sentence {
  readonly importance: string;
  readonly density: string;
  readonly sparsity: string;
  /** "the second feature" */
  readonly feature: string;
  readonly finding: string;
  /** What follows the finding, with its comma or full stop. */
  readonly after: string;
}

/**
 * What became of the extra feature in a cell. The place is that of the cell's model, not that of the cross-hair within the
 * cell: the losses and the numbers beside the map are of the model.
 *
 * @param values of the map that the cell is in
 */
export function sentenceOf(values: PhaseValues, cell: PhaseCell): Sentence {
  return {
    importance: formatTwo(cell.r),
    ...formatSparsity(1 - cell.p),
    feature: `the ${ORDINALS[values.n]} feature`,
    finding: FINDINGS[cell.class],
    after: `${how(values, cell)}. ${losses(values, cell)}`,
  };
}

/** ", pointing the other way" */
function how({ n, m }: PhaseValues, { class: kind, theta }: PhaseCell): string {
  if (kind !== 'superposed') return '';
  const own = theta.subarray((n - 1) * m, n * m);
  let least = 0;
  for (let i = 0; i < n - 1; i++) {
    let dot = 0;
    for (let k = 0; k < m; k++) dot += own[k] * theta[i * m + k];
    least = Math.min(least, dot);
  }
  return least < 0 ? ', pointing the other way' : ', pointing the same way';
}

function losses(values: PhaseValues, { loss, expected, r, p }: PhaseCell): string {
  const trained = `The cell’s trained model loses ${formatLoss(loss)}`;
  if (!expected || !hasTheory(values)) return `${trained}.`;
  const count = candidates(values.n).length === 3 ? 'three' : 'four';
  return `${trained}; the best of the ${count} by theory, ${formatLoss(expected.candidate.loss(r, p, values.law))}.`;
}

export const sentenceText = ({ importance, density, sparsity, feature, finding, after }: Sentence): string =>
  `In the cell at importance ${importance} and density ${density} (S = ${sparsity}) ${feature} ${finding}${after}`;

/** One line on the cell under the pointer: where it is, its weights, its loss beside theory's best. */
export function readout(values: PhaseValues, { r, p, theta, loss, expected, class: kind }: PhaseCell): string {
  const { n, m } = values;
  const row = (i: number): string => {
    const entries = Array.from(theta.subarray(i * m, (i + 1) * m), (weight) => formatPlain(weight));
    return m === 1 ? entries[0] : `(${entries.join(', ')})`;
  };
  const weights = Array.from({ length: n }, (_, i) => row(i)).join(', ');
  const excess = expected ? `, ${signed(expected.excess)} against theory’s best` : '';
  return `importance ${formatTwo(r)}, density ${formatTwo(p)}: ${CLASS_WORDS[CLASS_OF[kind]].word}, W = ${weights}, loss ${formatLoss(loss)}${excess}`;
}

const signed = (value: number): string => (value < 0 ? '' : '+') + formatPlain(value, 4);
