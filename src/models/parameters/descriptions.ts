/**
 * What each parameter means, in one sentence: for controls and the README. Apart from the table, which every page loads
 * before its first figure is live.
 */
import { HOLD_SHARE } from '../recipe.ts';
import type { PARAMETERS } from './table.ts';

export const DESCRIPTIONS: Readonly<Record<keyof typeof PARAMETERS | 'recorded', string>> = {
  n: 'How many features the data have.',
  S: 'The probability that a feature is absent from a sample; its density is 1 − S.',
  p: 'The densities 1 − S to train at, one model each.',
  decay: 'The importance of feature i is this number to the power i − 1.',
  m: 'How many hidden dimensions the features have to share; where weights are tied, at most n.',
  model: 'The family of models: where its nonlinearity is, and what it is asked for.',
  r: 'The importance of the last feature; every other feature has importance 1.',
  ratio: 'The density of the odd feature (or of every second one), relative to the others’.',
  law: 'How large a feature is when it is present.',
  target: 'What the network has to compute from its features.',
  kind: 'Whether features are present independently, or in sets (or pairs): always all of a set together, or just one of it at a time.',
  sets: 'Into how many sets of equal size the features are divided, in order.',
  bias: 'Whether the hidden layer has a bias of its own; the paper’s has none.',
  dropout: 'The chance that a hidden dimension is switched off for a sample in training.',
  activation: 'The nonlinearity on the output.',
  cells: 'The map has so many cells a side, each with its own models.',
  rmin: 'Where the map begins at the left.',
  rmax: 'Where the map ends at the right.',
  pmin: 'Where the map ends at the bottom; it begins at density 1.',
  cut: 'The line through the cross-hair along which losses are compared.',
  aggregate: 'What a cell shows of its starts: the best, or as the paper, the mean of all but the worst.',
  gradient: 'Of all possible data at once, as from an infinite batch, or of a fresh sample of them.',
  init: 'The initial weights’ spread, relative to the usual one.',
  begin:
    'All at random, or by hand for the most important features: two neurons for each, added to the random weights.',
  seed: 'The number from which initial weights and training data follow.',
  starts: 'How many random starts are trained side by side; the best is shown.',
  /** Starts of which none is the best. */
  recorded: 'How many random starts are recorded side by side; the details say which of them is looked at.',
  steps: 'The length of the run.',
  lr: 'The optimiser’s (AdamW’s) highest learning rate.',
  schedule: `How the learning rate falls during the run; hold keeps it for ${100 * HOLD_SHARE} % of the run, then lowers it to 0.`,
  wd: 'AdamW’s weight decay.',
  batch: 'How many fresh samples each step sees.',
  engine: 'What computes: the GPU through WebGL, the processor through WebAssembly, or whichever is faster here.',
};
