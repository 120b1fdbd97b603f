/** The sentence of now: how features of one set stand to each other. */
import { PARTLY } from '../../../models/geometry/order.ts';
import type { Relation, SetsReading } from '../../../models/geometry/sets.ts';
import { densityOf } from '../../../models/parameters/density.ts';
import { formatLoss, formatPlain } from '../../../viz/format.ts';
import { densityWords } from '../../../viz/model-strip-layout.ts';
import { setMark } from '../../../viz/set-marks.ts';
import { numberWord } from '../../prose/number-words.ts';
import type { Found } from './found.ts';
import type { CorrelatedValues } from './parts.ts';

export interface Sentence {
  readonly density: string;
  readonly sparsity: string;
  readonly finding: string;
  /** What follows the finding, with its comma or full stop. */
  readonly after: string;
}

/**
 * @param looked the model on screen
 * @param all starts of its density, it among them
 */
export function sentenceOf(values: CorrelatedValues, looked: Found, all: readonly Found[]): Sentence {
  return { ...densityWords(densityOf(values.S)), ...findingOf(values, looked), after: afterWords(looked, all) };
}

export const sentenceText = ({ density, sparsity, finding, after }: Sentence): string =>
  `At density ${density} (S = ${sparsity}) ${finding}${after}`;

const RELATIONS: Readonly<Record<Exclude<Relation, 'left out'>, string>> = {
  collapsed: 'share one direction',
  'side by side': 'stand side by side',
  orthogonal: 'are at right angles',
  apart: 'point away from each other',
  antipodal: 'are opposite each other',
};

/** More dimensions than can be drawn: the sets are told apart by how much interferes. */
const DRAWN_DIMENSIONS = 2;

function findingOf({ kind }: CorrelatedValues, { reading, view, sets }: Found): Pick<Sentence, 'finding'> {
  if (kind === 'independent' || sets.length === 0) return { finding: 'no features come together' };
  const who = kind === 'correlated' ? 'features that come together' : 'features that exclude each other';
  if (view.m > DRAWN_DIMENSIONS) {
    const little = reading.within < reading.across / 2 ? 'hardly interfere' : 'interfere, too';
    const [own, other] = [reading.within, reading.across].map((size) => formatPlain(size));
    return { finding: `${who} ${little}: by ${own} on average, and those of different sets by ${other}` };
  }
  const { collapsed } = reading;
  if (collapsed === sets.length)
    return { finding: `${allOf(sets.length)} have collapsed: of each, only the sum is kept` };
  if (collapsed > 0) {
    const have = collapsed === 1 ? 'has' : 'have';
    return {
      finding: `${numberWord(collapsed)} of the ${numberWord(sets.length)} sets ${have} collapsed: of ${collapsed === 1 ? 'it' : 'them'}, only the sum is kept`,
    };
  }
  if (reading.relation === 'left out' || someLeftOut(view)) return { finding: 'some features are left out' };
  if (reading.relation === null) return { finding: `${who} stand differently from set to set` };
  const angle = reading.relation === 'side by side' ? `, ${formatPlain(meanAngle(reading), 0)}° apart` : '';
  return { finding: `${who} ${RELATIONS[reading.relation]}${angle}` };
}

const allOf = (count: number): string =>
  count === 1 ? 'the one set has' : count === 2 ? 'both sets' : `all ${numberWord(count)} sets`;

const meanAngle = ({ sets }: SetsReading): number => sets.reduce((sum, { angle }) => sum + angle, 0) / sets.length;

function afterWords(looked: Found, all: readonly Found[]): string {
  const same = all.filter((each) => arrangementOf(each) === arrangementOf(looked)).length;
  const count =
    all.length === 1
      ? ''
      : ` ${same === all.length ? `All ${numberWord(all.length)}` : `${capital(numberWord(same))} of ${numberWord(all.length)}`} starts end${same === 1 ? 's' : ''} like this.`;
  return `. The loss is ${formatLoss(looked.loss)}.${looked.view.m > DRAWN_DIMENSIONS ? '' : count}`;
}

const capital = (text: string): string => text[0].toUpperCase() + text.slice(1);

/** Which relations there are, whichever sets have them. */
const arrangementOf = ({ reading: { sets } }: Found): string =>
  sets
    .map(({ relation }) => relation ?? 'mixed')
    .sort()
    .join();

const someLeftOut = ({ metrics }: Found['view']): boolean => metrics.norms.some((norm) => norm < PARTLY);

/** In a few words, under a small picture. */
export function shortWords({ reading, sets, view }: Found): string {
  if (sets.length === 0) return '';
  if (view.m > DRAWN_DIMENSIONS)
    return `mean overlap ${formatPlain(reading.within)} within, ${formatPlain(reading.across)} across`;
  if (reading.collapsed > 0) return `${reading.collapsed} of ${sets.length} collapsed`;
  return someLeftOut(view) ? 'some left out' : (reading.relation ?? 'mixed');
}

/** Of a loss smaller than this there are no shares to tell. */
const NO_LOSS = 1e-6;
/** From so many times the least loss on the factor is said. */
const SEVERAL = 2;

/** What a start loses against the best one: "+7.1 %", "11 × the loss". */
export function excessText(loss: number, best: number): string {
  if (best < NO_LOSS) return `loss ${formatLoss(loss)}`;
  const times = loss / best;
  if (times < SEVERAL) return `+${formatPlain(100 * (times - 1), 1)} %`;
  return `${formatPlain(times, times < 9.95 ? 1 : 0)} × the loss`;
}

/** What a picture of principal components says of itself, under its "PCA". */
export const PRINCIPAL = 'the answer of a linear model';
/** What "1 of 3 collapsed" counts. */
export const COLLAPSED = 'a set’s arrows in one direction';

/** @param free whether other principal components are as good */
export const principalNote = (free: boolean): string =>
  `Principal components (PCA) are of the exact covariance of the data${free ? '; several sets of them tie, and the one nearest the dense model is drawn' : ''}.`;

/** "disc: 1 and 2; square: 3 and 4" */
export const setNames = (sets: Found['sets']): string =>
  sets.map((members, k) => `${setMark(k, 1).name}: ${listOf(members)}`).join('; ');

/** "1 and 2", "1 to 10" */
export function listOf(members: readonly number[]): string {
  const numbers = members.map((i) => i + 1);
  return numbers.length === 2 ? `${numbers[0]} and ${numbers[1]}` : `${numbers[0]} to ${numbers[numbers.length - 1]}`;
}

/** The large picture in words. */
export const describeSets = (found: Found): string =>
  `${found.view.n} features in ${found.view.m} dimensions, in sets (${setNames(found.sets)}): ${shortWords(found)}. Loss ${formatLoss(found.loss)}.`;
