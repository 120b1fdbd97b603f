/** What the views of neurons show as tables of strings, for reading, copying and listening. */
import type { Rows } from './describe-phase.ts';
import { shareOf } from './feature-losses-layout.ts';
import { formatLoss, formatPlain } from './format.ts';
import type { NeuronView } from './neuron-view.ts';

/** Every weight and bias of the network; its neurons' kinds stand in their heads. The hidden bias, if any, is the last row. */
export function weightRows({ n, m, W, W2, b, c, importance, kinds }: NeuronView, digits = 3): Rows {
  const neurons = Array.from({ length: m }, (_, k) => k);
  const of = (matrix: ArrayLike<number>, i: number): string[] =>
    neurons.map((k) => formatPlain(matrix[i * m + k], digits));
  return {
    head: [
      'feature',
      'importance',
      ...neurons.map((k) => `neuron ${k + 1} reads (${kinds[k]})`),
      ...(W2 ? neurons.map((k) => `neuron ${k + 1} writes`) : []),
      'bias',
    ],
    rows: [
      ...Array.from({ length: n }, (_, i) => [
        String(i + 1),
        formatPlain(importance[i], digits),
        ...of(W, i),
        ...(W2 ? of(W2, i) : []),
        formatPlain(b[i], digits),
      ]),
      ...(c ? [['hidden bias', '', ...of(c, 0), ...(W2 ? neurons.map(() => '') : []), '']] : []),
    ],
  };
}

/** Each feature's loss beside that of reading nothing. */
export function featureLossRows(losses: ArrayLike<number>, nothing: ArrayLike<number>): Rows {
  return {
    head: ['feature', 'loss', 'loss of reading nothing', 'share'],
    rows: Array.from(losses, (loss, i) => [
      String(i + 1),
      formatLoss(loss),
      formatLoss(nothing[i]),
      formatPlain(shareOf(loss, nothing[i]), 3),
    ]),
  };
}
