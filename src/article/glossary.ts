/** The words of the field as this article uses them. A key is part of addresses (#term-key) and never changes. */
import { PARTLY } from '../models/geometry/order.ts';
import { REPRESENTED } from '../models/metrics.ts';
import type { Page } from './pages.ts';

export interface GlossaryEntry {
  readonly term: string;
  /** One sentence or two. */
  readonly text: string;
  /** Where it is explained: a page and a section of it. */
  readonly page: Page['file'];
  readonly section: string;
}

export const GLOSSARY = {
  feature: {
    term: 'feature',
    text: 'A property of the input that the network represents. In these toys it is one number, which is 0 where the feature is absent.',
    page: 'index.html',
    section: 'what-is-learned',
  },
  sparsity: {
    term: 'sparsity',
    text: 'The probability S that a feature is absent. Its density 1\u00a0−\u00a0S is the probability that it is present.',
    page: 'index.html',
    section: 'what-is-learned',
  },
  importance: {
    term: 'importance',
    text: 'The weight of a feature’s squared error in the loss.',
    page: 'index.html',
    section: 'what-is-learned',
  },
  'hidden-dimension': {
    term: 'hidden dimension',
    text: 'One of the m numbers that a network writes its features into before it reads them back.',
    page: 'index.html',
    section: 'what-is-learned',
  },
  'reading-nothing': {
    term: 'reading nothing',
    text: 'Answering every sample with each feature’s average, as a network does whose arrows have length 0. Losses are given as shares of what that costs.',
    page: 'index.html',
    section: 'what-is-learned',
  },
  represented: {
    term: 'kept',
    text: `A feature is kept when its arrow is at least ${REPRESENTED} long, kept in part from ${PARTLY} on, and left out below. The field’s word for kept is represented.`,
    page: 'index.html',
    section: 'what-is-learned',
  },
  superposition: {
    term: 'superposition',
    text: 'A layer holds features in superposition when it keeps more of them than it has dimensions. As a number of one feature: how far each other arrow reaches along its direction, squared and added up; 0 where none does, 1 where it is as much as an arrow of length 1 would.',
    page: 'index.html',
    section: 'what-is-learned',
  },
  dimensionality: {
    term: 'feature dimensionality',
    text: 'What a feature writes along its own direction, squared, over what every feature writes there, itself included, each squared and added up. 1 when nothing else is written there.',
    page: 'index.html',
    section: 'what-is-learned',
  },
  'privileged-basis': {
    term: 'privileged basis',
    text: 'A hidden layer has one when something in the network, such as a nonlinearity on each coordinate, sets its axes apart from other directions.',
    page: 'index.html',
    section: 'why',
  },
  neuron: {
    term: 'neuron',
    text: 'A coordinate of a hidden layer that has a privileged basis.',
    page: 'index.html',
    section: 'why',
  },
  polysemanticity: {
    term: 'polysemanticity',
    text: 'A neuron is polysemantic when it responds to several unrelated features, monosemantic when it responds to one.',
    page: 'index.html',
    section: 'why',
  },
  interference: {
    term: 'interference',
    text: 'What a present feature adds to the reading of another, because their directions are not at right angles.',
    page: 'index.html',
    section: 'cost',
  },
  'alternating-interference': {
    term: 'alternating interference',
    text: 'Interference while one of the features that share a direction is present and the others are absent: they must not be read.',
    page: 'index.html',
    section: 'cost',
  },
  'simultaneous-interference': {
    term: 'simultaneous interference',
    text: 'Interference between features that are present at once: their sum has to be told apart.',
    page: 'index.html',
    section: 'cost',
  },
  'antipodal-pair': {
    term: 'antipodal pair',
    text: 'Two features with opposite directions, which share one dimension. Also called a digon.',
    page: 'index.html',
    section: 'at-scale',
  },
  polytope: {
    term: 'polytope',
    text: 'A polygon, a solid with flat faces, or the like in more dimensions. Features that share dimensions evenly are the corners of one.',
    page: 'geometry.html',
    section: 'shapes',
  },
  simplex: {
    term: 'simplex',
    text: 'The regular polytope with one corner more than dimensions: opposite pair, triangle, tetrahedron, 4-simplex.',
    page: 'geometry.html',
    section: 'shapes',
  },
  'tegum-product': {
    term: 'tegum product',
    text: 'Polytopes put together in spaces at right angles to each other, so that no feature of one interferes with a feature of another.',
    page: 'geometry.html',
    section: 'shapes',
  },
  'correlated-set': {
    term: 'correlated set',
    text: 'Features that are all present or all absent, each with a value of its own.',
    page: 'geometry.html',
    section: 'sets-of-features',
  },
  'anticorrelated-set': {
    term: 'anticorrelated set',
    text: 'Features of which at most one is present at a time.',
    page: 'geometry.html',
    section: 'sets-of-features',
  },
  'phase-change': {
    term: 'phase change',
    text: 'A sudden change of the best solution as importance or sparsity passes a border: another solution has become the cheaper one.',
    page: 'phase-change.html',
    section: 'sudden',
  },
  'computation-in-superposition': {
    term: 'computation in superposition',
    text: 'Computing more functions than there are neurons, each carried by several neurons that other functions use too.',
    page: 'computation.html',
    section: 'computing-in-superposition',
  },
  'asymmetric-motif': {
    term: 'asymmetric superposition motif',
    text: 'Two features on one neuron with unequal weights, and a second neuron that inhibits the worse of the two mistakes.',
    page: 'computation.html',
    section: 'asymmetric-motif',
  },
} as const satisfies Record<string, GlossaryEntry>;

export type TermKey = keyof typeof GLOSSARY;
