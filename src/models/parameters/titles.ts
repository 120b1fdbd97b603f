/** What each training figure shows, in a few words: for files and the README, which no page needs before it is asked. */
import type { FigureId } from './figures.ts';

export const FIGURE_TITLES: Readonly<Record<FigureId, string>> = {
  hero: 'five features in two dimensions',
  basic: 'twenty features in five dimensions, density by density',
  phase: 'the phase diagram of an extra feature',
  hidden: 'a ReLU hidden layer, neuron by neuron',
  absolute: 'computation in superposition',
  uniform: 'how many features fit, and in which shapes',
  perturbed: 'a pentagon with one feature that differs',
  correlated: 'features in sets',
  dynamics: 'a run, step by step',
};
