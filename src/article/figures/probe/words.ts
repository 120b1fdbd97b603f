/** What the probe says: of the input as a whole, of one row's arithmetic, of the loss by how many features are there. */
import type { Probe, ProbedRow } from '../../../models/probe.ts';
import type { LossByCount } from '../../../models/evaluation/loss-by-count.ts';
import type { SplitPart } from '../../../viz/count-split.ts';
import { formatLoss, formatPlain, formatSparsity } from '../../../viz/format.ts';
import { numberWord } from '../../prose/number-words.ts';
import type { Network } from './network.ts';
import type { PresetKey } from './presets.ts';

/** An output this near to what it should be counts as right; nearer than LEAST nothing is seen of it. */
const RIGHT = 0.15;
const LEAST = 0.005;

const capital = (text: string): string => `${text[0].toUpperCase()}${text.slice(1)}`;

/** "a", "a and b", "a, b and c". */
const listed = (texts: readonly string[]): string =>
  texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} and ${texts[texts.length - 1]}`;

export const nameOf = ({ names }: Pick<Network, 'names'>, i: number): string => names?.[i] ?? `feature ${i + 1}`;

function namesOf(network: Pick<Network, 'names'>, features: readonly number[]): string {
  if (network.names || features.length === 1) return listed(features.map((i) => nameOf(network, i)));
  return `features ${listed(features.map((i) => String(i + 1)))}`;
}

/** Whose arrows these are, and the sparsity that they were trained at. */
export function originOf({ names, S, byHand }: Pick<Network, 'names' | 'S' | 'byHand'>): {
  readonly text: string;
  readonly at: ReturnType<typeof formatSparsity> | null;
} {
  if (names) return { text: 'Three universities as features: arrows set by hand, at 120° to each other', at: null };
  const text = byHand ? 'Arrows as they are set by hand in Figure 1,' : 'Arrows as Figure 1 trains them';
  return { text, at: formatSparsity(S) };
}

const AT_LARGE = 'Features that are there at once disturb each other, unless at right angles';

const CLAIMS: Readonly<Record<PresetKey, string>> = {
  alone: 'A kept feature that is there alone is read right',
  pair: 'Two opposite features at once cancel',
  neighbours: 'Two neighbours at once are both read as too much',
  universities: 'Two features at 120° at once are both read at half',
  figure: AT_LARGE,
  standing: AT_LARGE,
};

/** The figure's point at what was chosen; once the reader has changed the input, what holds of any. */
export const claimOf = ({ preset, changed }: { preset: PresetKey; changed: boolean }): string =>
  changed ? AT_LARGE : CLAIMS[preset];

export interface Sentence {
  readonly before: string;
  readonly finding: string;
  readonly after: string;
}

/** As many are named one by one; of more, the NAMED that are read worst, and the rest is counted. */
const [MOST, NAMED] = [4, 3];

/** "features 1 and 4", or "seventeen features". */
const counted = (network: Pick<Network, 'names'>, features: readonly number[]): string =>
  features.length > MOST ? `${numberWord(features.length)} features` : namesOf(network, features);

/** In the features' order. */
const worstOf = (features: readonly number[], rows: Probe['rows']): number[] =>
  features
    .toSorted((i, j) => Math.abs(rows[j].error) - Math.abs(rows[i].error))
    .slice(0, NAMED)
    .sort((i, j) => i - j);

export function sentenceOf(network: Network, { present, rows }: Probe): Sentence {
  const wrong = rows.flatMap(({ error }, i) => (Math.abs(error) >= RIGHT ? [i] : []));
  const missed = wrong.filter((i) => present.includes(i));
  const ghosts = ghostsOf(
    network,
    wrong.filter((i) => !present.includes(i)),
    rows,
  );
  const readings = (features: readonly number[], how: (worst: string) => string): string => {
    const few = features.length <= MOST;
    const told = few ? features : worstOf(features, rows);
    const said = told.map((i) => `${cellText(rows[i].wanted)} as ${cellText(rows[i].after)}`);
    return `${few ? '' : `, ${how(namesOf(network, told))}`}: ${listed(said)}.`;
  };
  if (present.length === 0)
    return { before: 'Nothing is there', finding: ghosts ? '.' : ', and nothing is read.', after: ghosts };
  const before = `${capital(counted(network, present))} ${present.length === 1 ? 'is there alone' : 'are there at once'}, and `;
  const all = present.length === 1 ? 'it is' : present.length === 2 ? 'both are' : 'all of them are';
  if (missed.length === 0) {
    const clipped = rows.some(({ before, after }) => before < -RIGHT && after === 0);
    const why = clipped && !ghosts ? ' What leaks onto the others is negative, and the ReLU cuts it off.' : '';
    const after = `${readings(present, (worst) => `${worst} least closely`)}${why}${ghosts}`;
    return { before, finding: `${all} read back right`, after };
  }
  const finding =
    missed.length < present.length
      ? `${counted(network, missed)} ${missed.length > 1 ? 'are' : 'is'} read wrong`
      : `${all} read wrong`;
  return { before, finding, after: `${readings(missed, (worst) => `most of all ${worst}`)}${ghosts}` };
}

/** What is read of features that are not there. */
function ghostsOf(network: Network, invented: readonly number[], rows: Probe['rows']): string {
  const read = (features: readonly number[]): string => listed(features.map((i) => formatPlain(rows[i].after)));
  if (invented.length === 0) return '';
  if (invented.length > MOST) {
    const worst = worstOf(invented, rows);
    return ` ${capital(counted(network, invented))} that are not there are read too, most of all ${namesOf(network, worst)}: as ${read(worst)}.`;
  }
  const are = invented.length > 1 ? 'are' : 'is';
  return ` ${capital(namesOf(network, invented))}, which ${are} not there, ${are} read as ${read(invented)}.`;
}

/** "1.02 × 0.90 − 0.97 × 0.90", the present features in order. */
function sumOf({ contributions }: ProbedRow, x: ArrayLike<number>): string {
  return contributions
    .map(({ feature, overlap }, k) => {
      const sign = overlap * x[feature] < 0 ? (k > 0 ? '− ' : '−') : k > 0 ? '+ ' : '';
      return `${sign}${formatPlain(Math.abs(overlap))} × ${formatPlain(Math.abs(x[feature]))}`;
    })
    .join(' ');
}

/** How an output comes about, as a calculation that can be followed by hand. */
export function arithmetic(network: Network, i: number, { rows, present }: Probe, x: ArrayLike<number>): string {
  const row = rows[i];
  const read = present.length ? `reads ${sumOf(row, x)} = ${formatPlain(row.read)}` : 'reads 0';
  const bias =
    Math.abs(row.bias) >= LEAST ? `, with its bias of ${formatPlain(row.bias)} that is ${formatPlain(row.before)}` : '';
  const cut = network.probed.activation === 'identity' ? '' : row.before < -LEAST ? ', and the ReLU makes it 0' : '';
  const error = `It should be ${formatPlain(row.wanted)}: off by ${formatPlain(row.error)}`;
  const cost =
    row.loss >= LEAST
      ? `, which squared and times its importance of ${formatPlain(network.view.importance[i])} costs ${formatPlain(row.loss, 3)}.`
      : '.';
  return `${capital(nameOf(network, i))} ${read}${bias}${cut}. ${error}${cost}`;
}

/** "0.50, −0.61": every coordinate of h. */
export const pointText = (h: ArrayLike<number>): string =>
  Array.from(h, (coordinate) => formatPlain(coordinate)).join(', ');

/** What the picture of h shows. */
export function sumText(network: Network, { present, h }: Probe): string {
  const at = `h is at ${pointText(h)}`;
  return present.length
    ? `The arrows of ${counted(network, present)}, head to tail: ${at}.`
    : `Nothing is written: ${at}.`;
}

const percent = (share: number): string => {
  const hundredths = 100 * share;
  if (hundredths === 0) return '0 %';
  return hundredths < 0.1 ? 'under 0.1 %' : `${formatPlain(hundredths, hundredths < 10 ? 1 : 0)} %`;
};

/** @param unread what reading nothing would cost: the whole of the second bar */
export function splitParts({ none, one, more }: LossByCount, n: number, unread: number): SplitPart[] {
  const part = (key: SplitPart['key'], name: string, { probability, loss }: LossByCount['one']): SplitPart => ({
    ...{ key, name, often: probability, cost: unread > 0 ? loss / unread : 0 },
    texts: [percent(probability), formatLoss(loss)],
  });
  return [
    part('none', 'nothing', none),
    part('one', 'one feature', one),
    part('more', n === 2 ? 'both' : 'two or more', more),
  ];
}

export interface SplitWords {
  readonly sparsity: string;
  readonly density: string;
  readonly meet: string;
  readonly share: string;
}

/** What the two bars say, for one density. */
export function splitWords({ none, one, more }: LossByCount, S: number): SplitWords {
  const loss = none.loss + one.loss + more.loss;
  return { ...formatSparsity(S), meet: percent(more.probability), share: percent(loss > 0 ? more.loss / loss : 0) };
}

/** A number of the table: nothing is "0". */
export const cellText = (value: number, digits = 2): string =>
  Math.abs(value) < 0.5 * 10 ** -digits ? '0' : formatPlain(value, digits);

export const HEAD = ['feature', 'value', 'read', 'bias', 'sum', 'out', 'error', 'loss'] as const;

/** h as a table of one row. */
export const hiddenRows = ({ h }: Probe): { head: string[]; rows: string[][] } => ({
  head: ['vector', ...Array.from(h, (_, k) => `h${k + 1}`)],
  rows: [['h', ...Array.from(h, (coordinate) => cellText(coordinate, 3))]],
});

export const rowsOf = (network: Network, { rows }: Probe): string[][] =>
  rows.map(({ wanted, read, bias, before, after, error, loss }, i) => [
    network.names?.[i] ?? numberWord(i + 1),
    ...[wanted, read, bias, before, after, error, loss].map((value) => cellText(value, 3)),
  ]);
