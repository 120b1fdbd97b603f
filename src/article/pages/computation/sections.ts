/** The sections of the page on neurons, in order. */
import type { SectionHead } from '../../page/section-head.ts';

export const opening: SectionHead = { id: 'neurons', title: 'A nonlinearity on the hidden layer' };
export const privileged: SectionHead = { id: 'privileged-basis', title: 'What makes a neuron special?' };
export const carried: SectionHead = { id: 'what-neurons-carry', title: 'What do the neurons carry?' };
export const bias: SectionHead = { id: 'hidden-bias', title: 'Why do the neurons have no bias?' };
export const absolute: SectionHead = { id: 'absolute-value', title: 'A network that computes' };
export const superposed: SectionHead = { id: 'computing-in-superposition', title: 'Computing in superposition' };
export const motif: SectionHead = { id: 'asymmetric-motif', title: 'How can two features share a neuron?' };
export const others: SectionHead = { id: 'other-functions', title: 'Other functions, other data' };
export const limits: SectionHead = { id: 'limits', title: 'What this shows, and what it does not' };
