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
export function originOf({ names, S }: Pick<Network, 'names' | 'S'>): {
  readonly text: string;
  readonly at: ReturnType<typeof formatSparsity> | null;
} {
  if (names) return { text: 'Three universities as features: arrows set by hand, at 120° to each other', at: null };
  return { text: 'Arrows as Figure 1 trains them', at: formatSparsity(S) };
}

const AT_LARGE = 'Features that are there at once disturb each other, unless at right angles';

const CLAIMS: Readonly<Record<PresetKey, string>> = {
  alone: 'A kept feature that is there alone is read right',
  pair: 'Two opposite features at once cancel',
  neighbours: 'Two neighbours at once are both read as too much',
  universities: 'Two features at 120° at once are both read at half',
  figure: AT_LARGE,
};

/** The figure's point at what was chosen; once the reader has changed the input, what holds of any. */
export const claimOf = ({ preset, changed }: { preset: PresetKey; changed: boolean }): string =>
  changed ? AT_LARGE : CLAIMS[preset];

export interface Sentence {
  readonly before: string;
  readonly finding: string;
  readonly after: string;
}

export function sentenceOf(network: Network, { present, rows }: Probe): Sentence {
  const wrong = rows.flatMap(({ error }, i) => (Math.abs(error) >= RIGHT ? [i] : []));
  const missed = wrong.filter((i) => present.includes(i));
  const invented = wrong.filter((i) => !present.includes(i));
  const said = (i: number): string => `${cellText(rows[i].wanted)} as ${cellText(rows[i].after)}`;
  const ghosts = invented.length
    ? ` ${capital(namesOf(network, invented))}, which ${invented.length > 1 ? 'are' : 'is'} not there, ${invented.length > 1 ? 'are' : 'is'} read as ${listed(invented.map((i) => formatPlain(rows[i].after)))}.`
    : '';
  if (present.length === 0)
    return { before: 'Nothing is there', finding: ghosts ? '.' : ', and nothing is read.', after: ghosts };
  const who = capital(namesOf(network, present));
  const before = present.length === 1 ? `${who} is there alone, and ` : `${who} are there at once, and `;
  if (missed.length === 0) {
    const finding = present.length === 1 ? 'it is read back right' : 'all of them are read back right';
    const clipped = rows.some(({ before, after }) => before < -RIGHT && after === 0);
    const why = clipped && !ghosts ? ' What leaks onto the others is negative, and the ReLU cuts it off.' : '';
    return { before, finding, after: `: ${listed(present.map(said))}.${why}${ghosts}` };
  }
  const finding =
    missed.length < present.length
      ? `${namesOf(network, missed)} ${missed.length > 1 ? 'are' : 'is'} read wrong`
      : present.length === 1
        ? 'it is read wrong'
        : present.length === 2
          ? 'both are read wrong'
          : 'all of them are read wrong';
  return { before, finding, after: `: ${listed(missed.map(said))}.${ghosts}` };
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

/** What the plane shows. */
export function planeText(network: Network, { present, h }: Probe): string {
  const at = `h is at ${formatPlain(h[0])}, ${formatPlain(h[1])}`;
  return present.length
    ? `The arrows of ${namesOf(network, present)}, head to tail: ${at}.`
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

export const rowsOf = (network: Network, { rows }: Probe): string[][] =>
  rows.map(({ wanted, read, bias, before, after, error, loss }, i) => [
    network.names?.[i] ?? numberWord(i + 1),
    ...[wanted, read, bias, before, after, error, loss].map((value) => cellText(value, 3)),
  ]);
