/** The sentence of now: how many features are kept, in which shapes, at what share of a dimension each. */
import { formatPlain } from '../../../viz/format.ts';
import type { FeatureGraph, GraphShape } from '../../../viz/feature-graph.ts';
import { densityWords } from '../../../viz/model-strip-layout.ts';
import { numberWord } from '../../prose/number-words.ts';
import type { Model } from './models.ts';
import { countShapes, insteadOf, shapeWords, type ShapeCount } from './shape-words.ts';

/** `finding` is set stronger. */
export interface Sentence {
  readonly density: string;
  readonly sparsity: string;
  readonly finding: string;
  readonly after: string;
}

/** D* this near to one half counts as on the plateau of the pairs. */
const HALF_TOLERANCE = 0.05;
/** Where less than this share of ‖W‖² is in features of length ½ and more, the features share all dimensions alike. */
const STANDS_OUT = 0.5;

export function sentenceOf({ group, density, n, m, perFeature, sum }: Model, graph: FeatureGraph): Sentence {
  const at = densityWords(density);
  const account = `D* is ${formatPlain(perFeature)}; all shares together make ${formatPlain(sum)} of ${m}.`;
  if (graph.represented * perFeature < STANDS_OUT * m) {
    return {
      ...at,
      finding: 'hardly a feature stands out',
      after: `: ${sharedWords(n, m, sum)}. ${account}`,
    };
  }
  const counts = countShapes(graph.shapes);
  const commonest = counts.reduce((most, count) => (count.features > most.features ? count : most));
  const kept = graph.represented;
  return {
    ...at,
    finding: keptWords(kept, n),
    after:
      `${classWords(group.settings.density, graph)} ${kept === 1 ? 'is' : 'are'} kept, if only in part, in ${dimensions(m)}${m === 1 ? '' : `, ${formatPlain(kept / m, 1)} to each`}. ` +
      `${commonWords(commonest, counts.length)} ${account}`,
  };
}

/** "seventeen of the 80 features", "all five features" */
function keptWords(kept: number, n: number): string {
  if (kept < n) return `${numberWord(kept)} of the ${n} features`;
  return n === 1 ? 'the one feature' : n === 2 ? 'both features' : `all ${numberWord(n)} features`;
}

/** A share that rounds to nothing is not nothing. */
const shareWords = (share: number): string => (share < 0.005 ? 'less than 0.01' : formatPlain(share));

/** "all 80 share the eight dimensions, 0.10 of one to each" */
function sharedWords(n: number, m: number, sum: number): string {
  const share = shareWords(sum / n);
  if (n === 1) return `the only one has ${share} of a dimension`;
  const all = n === 2 ? 'both' : `all ${n}`;
  return m === 1
    ? `${all} share one dimension, ${share} of it to each`
    : `${all} share the ${dimensions(m)}, ${share} of one to each`;
}

/** The same as plain text. */
export function sentenceText(model: Model, graph: FeatureGraph): string {
  const { density, sparsity, finding, after } = sentenceOf(model, graph);
  return `At density ${density} (S = ${sparsity}) ${finding}${after}`;
}

/** " (12 frequent, 6 rare)" where there are two classes; the rare ones are the second, the fourth … */
function classWords(densities: readonly number[], { shapes }: FeatureGraph): string {
  if (densities.length < 2 || densities[0] === densities[1]) return '';
  const members = shapes.flatMap((shape) => shape.members);
  const rare = members.filter((i) => i % 2 === 1).length;
  return ` (${members.length - rare} frequent, ${rare} rare)`;
}

const dimensions = (m: number): string => (m === 1 ? 'one dimension' : `${numberWord(m)} dimensions`);

function commonWords({ one, many, features, count, share, instead }: ShapeCount, kinds: number): string {
  const of = `${formatPlain(share)} of a dimension each`;
  const each = instead ? `that touch other features: ${of} instead of ${instead}` : `with ${of}`;
  if (one === 'alone') {
    if (kinds === 1 && features === 1) return `It stands alone, with ${formatPlain(share)} of a dimension.`;
    const who = kinds === 1 ? 'All' : 'Most';
    return `${who} of them stand alone, ${instead ? `and touch others: ${of} instead of 1` : each}.`;
  }
  if (kinds === 1 && count === 1)
    return `They are one ${one}, with ${formatPlain(share)} of a dimension each on average.`;
  const article = /^[aeiou]/.test(one) ? 'an' : 'a';
  const who = kinds === 1 ? 'All of them are in' : `Most of them, ${features}, are in`;
  return `${who} ${count === 1 ? `${article} ${one}` : `${numberWord(count)} ${many}`}${instead && count > 1 ? '' : ','} ${each}.`;
}

/** How many features a line names before it stops. */
const NAMED = 12;

/** "Pentagon: features 3, 8, 12, 40 and 71 in two dimensions, 0.40 of one each": one shape in a line. */
export function shapeSentence(shape: GraphShape): string {
  const members = [...shape.members].sort((a, b) => a - b).map((i) => String(i + 1));
  const named =
    members.length > NAMED
      ? `${members.slice(0, NAMED).join(', ')} …`
      : members.join(', ').replace(/, (\d+)$/, ' and $1');
  if (members.length === 1) return `Feature ${named} alone: ${formatPlain(shape.share)} of a dimension`;
  const { one } = shapeWords(shape);
  const instead = insteadOf(shape);
  const kind = one[0].toUpperCase() + one.slice(1);
  return `${kind}: features ${named} in ${dimensions(shape.dimensions)}, ${formatPlain(shape.share)} of one each${instead ? ` instead of ${instead}, for they touch others` : ''}`;
}

/** What the scatter shows, as its text alternative. */
export function overviewText(models: readonly Model[]): string {
  const [first, last] = [models[0], models[models.length - 1]];
  const half = models.filter(({ perFeature }) => Math.abs(perFeature - 1 / 2) < HALF_TOLERANCE);
  const plateau =
    half.length === 0
      ? ''
      : `; near one half from density ${densityWords(half[0].density).density} to ${densityWords(half[half.length - 1].density).density}`;
  return (
    `Dimensions per feature for ${models.length} densities, every feature of each a dot. ` +
    `D* falls from ${formatPlain(first.perFeature)} at density ${densityWords(first.density).density} ` +
    `to ${formatPlain(last.perFeature)} at ${densityWords(last.density).density}${plateau}.`
  );
}
