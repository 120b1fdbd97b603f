/** The sentence of now: what the odd feature's density makes of the arrangement. */
import type { OddReading } from '../../../models/geometry/odd.ts';
import { nameGeometry } from '../../../models/geometry/name.ts';
import type { OddCurves } from '../../../models/theory/odd-curves.ts';
import { formatLoss, formatPlain } from '../../../viz/format.ts';
import { geometryWords } from '../../prose/geometry-words.ts';
import { numberWord } from '../../prose/number-words.ts';
import type { Found } from './found.ts';
import { ratioReached, type PerturbedValues } from './parts.ts';
import { ODD_FEATURE } from './protocol.ts';

export interface Sentence {
  /** "Feature 1 comes 0.3 times as often as the others:" */
  readonly before: string;
  readonly finding: string;
  /** With its comma or full stop. */
  readonly after: string;
}

const NUMBER = ODD_FEATURE + 1;
/** Degrees from a regular figure's angle that count as no change. */
const UNMOVED = 0.35;

/** @param least what the other branch loses at its best, where that is known */
export function sentenceOf(setting: Setting, best: Found, other: Found | null, least: number | null): Sentence {
  const before = `Feature ${NUMBER} comes ${ratioWords(setting)}:`;
  const { reading } = best;
  const finding = reading.oddKept
    ? `${keptWords(reading)}${angleWords(reading)}`
    : `it is left out, and ${othersWords(best)}`;
  return { before, finding, after: `.${other ? ` ${otherWords(best, other, least)}` : ''}` };
}

export const sentenceText = ({ before, finding, after }: Sentence): string => `${before} ${finding}${after}`;

type Setting = Pick<PerturbedValues, 'S' | 'ratio'>;

/** "as often as the others", "0.3 times as often as the others"; at the limit that it is one. */
export function ratioWords(setting: Setting): string {
  const ratio = ratioReached(setting);
  const often = ratio === 1 ? 'as often as the others' : `${formatRatio(ratio)} times as often as the others`;
  return ratio < setting.ratio ? `${often}, and no more, for ${LIMIT}` : often;
}

export const LIMIT = 'a density cannot exceed 1';

export const formatRatio = (ratio: number): string => String(Number(ratio.toPrecision(3)));

function keptWords({ kept, others, neighbours }: OddReading): string {
  const n = 1 + others.features.length + neighbours.features.length;
  if (kept === n) return n === 2 ? 'both features are kept' : `all ${numberWord(n)} features are kept`;
  if (kept === 1) return 'it is the only feature that is kept';
  return `it is one of ${numberWord(kept)} features that are kept`;
}

/** How the neighbours of the odd feature stand, against a regular figure of as many corners. */
function angleWords({ angle, kept }: OddReading): string {
  if (!(kept >= 5) || Number.isNaN(angle)) return '';
  const regular = 360 / kept;
  const degrees = `${formatPlain(angle, 1)}°`;
  if (Math.abs(angle - regular) < UNMOVED) return `, its neighbours ${degrees} from it, as in a regular figure`;
  const moved = angle < regular ? 'have moved in to' : 'have moved away to';
  return `, and its neighbours ${moved} ${degrees}, from ${formatPlain(regular, Number.isInteger(regular) ? 0 : 1)}° in a regular figure`;
}

/** "the others form two opposite pairs at right angles", "two of the others are kept: …" */
function othersWords({ view: { W, n, m } }: Found): string {
  const geometry = nameGeometry(W, n, m);
  const { kind, represented } = geometry;
  if (represented.includes(ODD_FEATURE)) return 'the others form no regular figure';
  const kept = represented.length;
  if (kept < 2) return `of the others ${kept === 0 ? 'none' : 'one'} is kept`;
  const who = kept === n - 1 ? 'the others' : `${numberWord(kept)} of the others`;
  if (kind === 'orthogonal') return `${who} stand at right angles`;
  return kept === n - 1 ? `the others form ${geometryWords(geometry)}` : `${who} are kept: ${geometryWords(geometry)}`;
}

/** "4.7 % more", "just as much" */
function excessWords(best: number, loss: number): string {
  const more = (100 * (loss - best)) / best;
  if (Math.abs(more) < 0.5) return 'just as much';
  return `${formatPlain(Math.abs(more), more < 10 ? 1 : 0)} % ${more > 0 ? 'more' : 'less'}`;
}

function otherWords(best: Found, other: Found, least: number | null): string {
  const kept = `${other.reading.kept > best.reading.kept ? '' : 'only '}${numberWord(other.reading.kept)}`;
  const found = excessWords(best.loss, other.loss);
  if (other.start === null) return `Keeping ${kept} would cost ${found}.`;
  // One start need not end in the best of its kind; what is computed does.
  const could = least === null ? found : excessWords(best.loss, least);
  if (could === found) return `The best start that keeps ${kept} loses ${found}.`;
  return `Keeping ${kept} loses ${could} at best; the best start that ended there, ${found}.`;
}

/** What the other branch loses at its best, where its best start has not got there: "computed, at best: 0.0066, +4.7 %". */
export function leastWords(best: Found, other: Found, least: number | null): string | null {
  if (other.start === null || least === null) return null;
  if (excessWords(best.loss, least) === excessWords(best.loss, other.loss)) return null;
  return `computed, at best: ${lossAgainst(best, least)}`;
}

/** "0.0067, +5.6 %" */
export function lossAgainst(best: Found, loss: number): string {
  const more = (100 * (loss - best.loss)) / best.loss;
  return `${formatLoss(loss)}, ${more >= 0 ? '+' : '−'}${formatPlain(Math.abs(more), 1)} %`;
}

/** "a pentagon", "two opposite pairs at right angles" */
export const branchName = ({ view: { W, n, m }, reading }: Found): string => {
  const geometry = nameGeometry(W, n, m);
  // A pentagon that is pressed together has no regular figure's angles, and is still what is meant.
  return geometry.kind === 'irregular' && reading.kept === 5 ? 'a pentagon, pressed together' : geometryWords(geometry);
};

/** "2, 5": as the reader counts. */
export const listed = (features: readonly number[]): string =>
  features
    .map((i) => i + 1)
    .sort((a, b) => a - b)
    .join(', ');

/** The plane in words. */
export function describeGeometry({ view, reading, loss }: Found): string {
  const lengths = Array.from(view.metrics.norms, (norm, i) => `feature ${i + 1} of length ${formatPlain(norm)}`);
  return `The hidden space, ${reading.kept} of ${view.n} features kept: ${lengths.join(', ')}. Loss ${formatLoss(loss)}.`;
}

/** The chart in words. */
export function chartText({
  curves,
  dots,
  own,
}: {
  curves: OddCurves | null;
  dots: readonly unknown[];
  own: { values: Setting };
}): string {
  const now = `Losses over the density of feature ${NUMBER} relative to the others’, now ${formatRatio(ratioReached(own.values))}; ${dots.length} trained models as dots.`;
  if (!curves) return now;
  const { crossing } = curves;
  return crossing === null
    ? `${now} One arrangement is better throughout.`
    : `${now} A pentagon loses less above ${formatRatio(Number(crossing.toPrecision(2)))}, two opposite pairs without the odd feature below.`;
}
