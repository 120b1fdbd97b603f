/** Neurons in words, for those who do not see the pictures: numbers only, composed from what is drawn. */
import { shareOf } from './feature-losses-layout.ts';
import { FLOW_NEURONS, flowFeature, type Flow } from './flow.ts';
import { formatPlain } from './format.ts';
import { NEURON_KINDS, NEURON_WORDS, type NeuronView } from './neuron-view.ts';

/** Weights below this are left out of sentences. */
const SAID = 0.1;
/** Features of one neuron that are named one by one. */
const MOST_NAMED = 6;

interface Weight {
  readonly feature: number;
  readonly value: number;
}

/** "feature 4 with 0.91, feature 5 with −0.88, 3 more"; empty for none. */
function list(weights: readonly Weight[]): string {
  const named = weights
    .slice(0, MOST_NAMED)
    .map(({ feature, value }) => `feature ${feature + 1} with ${formatPlain(value)}`);
  const more = weights.length - named.length;
  return [...named, ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

/** The weights of neuron k from the largest to the smallest, those under SAID left out. */
function mainWeights({ n, m, W }: Pick<NeuronView, 'n' | 'm' | 'W'>, k: number): Weight[] {
  return Array.from({ length: n }, (_, feature) => ({ feature, value: W[feature * m + k] }))
    .filter(({ value }) => Math.abs(value) >= SAID)
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value) || a.feature - b.feature);
}

interface NeuronNaming {
  /** What the neuron is called, where the view is a part of a larger network. */
  readonly number?: number;
  /** The weights that are named, n rows of m: what the neurons read unless given. */
  readonly weights?: ArrayLike<number>;
}

/** "Neuron 2, polysemantic: feature 4 with 0.91, feature 5 with −0.88." */
export function neuronSentence(
  view: NeuronView,
  k: number,
  { number = k + 1, weights = view.W }: NeuronNaming = {},
): string {
  const { n, m, kinds } = view;
  const named = list(mainWeights({ n, m, W: weights }, k));
  const why = kinds[k] === 'unused' && named ? `, for ${unusedReason(view, k)}` : '';
  return `Neuron ${number}, ${kinds[k]}${why}: ${named || NEURON_WORDS.unused}.`;
}

/** Why a neuron that has weights counts as unused: it needs both what it reads and what it writes. */
function unusedReason({ n, m, W, W2 }: NeuronView, k: number): string {
  if (!W2) return 'its weights are too small to count';
  const size = (weights: ArrayLike<number>): number =>
    Math.hypot(...Array.from({ length: n }, (_, i) => weights[i * m + k]));
  return `it ${size(W2) < size(W) ? 'writes' : 'reads'} too little to count`;
}

/** "10 features on 5 neurons: 2 monosemantic, 3 polysemantic." */
export function neuronsSummary({ n, m, kinds }: Pick<NeuronView, 'n' | 'm' | 'kinds'>): string {
  const counts = NEURON_KINDS.map((kind) => ({ kind, count: kinds.filter((each) => each === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${count} ${kind}`);
  const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
  return `${plural(n, 'feature')} on ${plural(m, 'neuron')}: ${counts.join(', ')}.`;
}

/** Neuron by neuron, what it reads and what it writes: for a network small enough to be drawn as a graph. */
export function graphSentence(view: NeuronView): string {
  const { n, m, W2 } = view;
  const written = (k: number): string =>
    W2 ? ` It writes ${list(mainWeights({ n, m, W: W2 }, k)) || 'nothing'}.` : '';
  const neurons = Array.from({ length: m }, (_, k) => neuronSentence(view, k) + written(k));
  return [neuronsSummary(view), ...neurons].join(' ');
}

/** "Inputs 1.00 and 0.00. Neuron A gives 2.00. … Output 2 is 4.00 where 0.00 is wanted: interference 4.00." */
export function flowSentence(flow: Flow): string {
  const { input, hidden, output } = flow;
  const clipped = (before: number): string => (before < 0 ? `, clipped from ${formatPlain(before)}` : '');
  const neurons = hidden.map(
    ({ before, after }, k) => `Neuron ${FLOW_NEURONS[k]} gives ${formatPlain(after)}${clipped(before)}.`,
  );
  const outputs = output.map(
    ({ before, after, wanted }, i) =>
      `Output ${flowFeature(flow, i)} is ${formatPlain(after)}${clipped(before)} where ${formatPlain(wanted)} is wanted` +
      (formatPlain(after) === formatPlain(wanted) ? '.' : `: interference ${formatPlain(after - wanted)}.`),
  );
  return [`Inputs ${input.map((x) => formatPlain(x)).join(' and ')}.`, ...neurons, ...outputs].join(' ');
}

/** Which features cost the least and the most of what reading nothing of them costs. */
export function featureLossesSentence(losses: ArrayLike<number>, nothing: ArrayLike<number>): string {
  const shares = Array.from(losses, (loss, i) => ({ feature: i + 1, share: shareOf(loss, nothing[i]) }));
  const [least, ...others] = shares.sort((a, b) => a.share - b.share || a.feature - b.feature);
  const most = others.at(-1) ?? least;
  const said = ({ feature, share }: typeof least): string => `feature ${feature} with ${formatPlain(100 * share, 1)} %`;
  return `Loss of ${shares.length} features as a share of reading nothing: least ${said(least)}, most ${said(most)}.`;
}
