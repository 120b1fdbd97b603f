/** The sentence of now: what the picture shows, in words and numbers taken from it. */
import type { Geometry } from '../../../models/geometry/name.ts';
import { formatCount, formatLoss, formatSparsity } from '../../../viz/format.ts';
import type { LossPoint } from '../../../viz/loss-layout.ts';
import { numberWord as word } from '../../prose/number-words.ts';
import type { ShownModel } from './shown.ts';

/** Read as one text: lead, "S = 0.90 (density 0.10)", before, finding, after. */
export interface Sentence {
  /** "At", or how far a watched run has come. */
  readonly lead: string;
  readonly sparsity: string;
  readonly density: string;
  readonly before: string;
  /** Set stronger than the rest. */
  readonly finding: string;
  readonly after: string;
}

/** The figure's point at the model that is set: it would be wrong of the linear one. */
export function claimOf({ m, model }: ShownModel['values']): string {
  const dimensions = m === 1 ? 'one dimension' : `${word(m)} dimensions`;
  return model === 'linear'
    ? `Without the ReLU ${dimensions} ${m === 1 ? 'holds' : 'hold'} ${word(m)} feature${m === 1 ? '' : 's'}, however rare they are`
    : `The rarer the features, the more of them share ${dimensions}`;
}

/**
 * @param watched whether the model is one that the reader watches while it learns
 * @param byHand whether its weights were set by hand, or learned from such
 * @param running whether it changes with every frame: angles and dimensions are then left to the picture
 */
export function sentenceOf(shown: ShownModel, watched = false, byHand = false, running = false): Sentence {
  const rarity = formatSparsity(shown.values.S);
  if (watched && !byHand && shown.step === 0) {
    return { ...rarity, lead: 'Before the first step, at', before: 'the arrows are ', finding: 'random', after: '.' };
  }
  const { view, geometry, loss, readNothing } = shown;
  const finding = findingOf(shown, running);
  const as = /^as (an? )?/.exec(finding)?.[0] ?? '';
  const share = Math.round((100 * loss) / readNothing);
  return {
    ...rarity,
    lead: leadOf(shown.step, watched, byHand),
    before: `${keptOf(geometry, view.n)} ${as}`,
    finding: finding.slice(as.length),
    after: `${running ? '' : shapeOf(geometry) + dimensionsOf(shown)}. The error, or loss, is ${share > 9999 ? 'over 9,999' : share} % of what it would be without arrows.`,
  };
}

function leadOf(step: number, watched: boolean, byHand: boolean): string {
  if (!watched) return byHand ? 'Set by hand, at' : 'At';
  return `After ${formatCount(step)} step${step === 1 ? '' : 's'}${byHand ? ' from weights set by hand' : ''}, at`;
}

/** The same as plain text: for screen readers, stills' alternatives and tests. */
export const sentenceText = ({ lead, sparsity, density, before, finding, after }: Sentence): string =>
  `${lead} S = ${sparsity} (density ${density}) ${before}${finding}${after}`;

/** What is kept in part is counted apart: "three of the five features are kept and two in part,". */
function keptOf({ represented, partly }: Geometry, n: number): string {
  if (represented.length === 0) return 'no feature is kept:';
  const kept = represented.length - partly.length;
  const count = kept || partly.length;
  const who =
    count === n
      ? `${n > 2 ? `all ${word(n)}` : 'both'} features are`
      : `${word(count)} of the ${word(n)} features ${count === 1 ? 'is' : 'are'}`;
  const part = partly.length > 0 ? `${kept > 0 ? ` and ${word(partly.length)}` : ''} in part` : '';
  return `${who} kept${part},`;
}

const SHAPES: Readonly<Partial<Record<Geometry['kind'], string>>> = {
  nothing: 'the bias alone answers',
  digon: 'as an opposite pair',
  'digon-and-one': 'as one opposite pair and one alone',
};

function findingOf({ view, geometry }: ShownModel, running: boolean): string {
  const { kind, represented, pairs } = geometry;
  if (kind === 'single') {
    // What is left over goes to features that are too small to count as kept.
    const share = view.metrics.dimensionality[represented[0]];
    return `with ${share >= WHOLE ? 'the whole' : running ? 'part of the' : `${share.toFixed(2)} of the`} dimension to itself`;
  }
  const shape = SHAPES[kind];
  if (shape) return shape;
  if (kind === 'orthogonal') return 'at right angles';
  if (kind === 'digons') return `as ${word(pairs.length)} opposite pairs`;
  if (kind === 'irregular' || kind === 'product') return 'in no regular shape';
  if (kind === 'polygon') return `as a polygon with ${word(represented.length)} corners`;
  return `as ${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`;
}

/** Angles, where the shape is a ring. */
function shapeOf({ kind, neighbours, represented }: Geometry): string {
  if (!neighbours || represented.length < 3 || kind === 'digons' || kind === 'digon-and-one') return '';
  const least = Math.round(neighbours.min);
  const most = Math.round(neighbours.max);
  return least === most ? `: neighbours ${least}° apart` : `: neighbours ${least}° to ${most}° apart`;
}

/** D_i from here on is a dimension of one's own, to the two decimals that are printed. */
const WHOLE = 0.995;
/** D_i that differ by less than this read as one number. */
const ALIKE = 0.05;

/** D_i of the kept features: one number where they agree, else the range. */
function dimensionsOf({ view, geometry: { represented } }: ShownModel): string {
  if (represented.length < 2) return '';
  const all = represented.map((i) => view.metrics.dimensionality[i]);
  const least = Math.min(...all);
  const most = Math.max(...all);
  if (least >= WHOLE) return ', each with a dimension of its own';
  if (most - least >= ALIKE) return `, ${least.toFixed(2)} to ${most.toFixed(2)} of a dimension each`;
  const mean = (all.reduce((sum, value) => sum + value, 0) / all.length).toFixed(2);
  return `, ${least.toFixed(2) === most.toFixed(2) ? '' : 'about '}${mean} of a dimension each`;
}

/** The loss curve in words. */
export function curveText(curve: readonly LossPoint[], { readNothing }: ShownModel): string {
  const at = ({ step, loss }: LossPoint): string => `${formatLoss(loss)} at step ${formatCount(step)}`;
  const ends = [curve[0], curve[curve.length - 1]].filter((point) => point !== undefined).map(at);
  return `Loss: ${[...new Set(ends)].join(', ')}. Reading nothing costs ${formatLoss(readNothing)}.`;
}
