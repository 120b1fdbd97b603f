/** What the plate says of its arrows. */
import { together, type Worth } from '../../../models/theory/worth.ts';
import { formatPlain, formatSparsity } from '../../../viz/format.ts';
import type { WorthCurves } from '../../../viz/worth-curve-layout.ts';
import { numberWord } from '../../prose/number-words.ts';
import { DIMENSIONS } from './presets.ts';
import type { ShownWorth } from './shown.ts';

export interface Sentence {
  /** Of the data. */
  readonly sparsity: string;
  readonly density: string;
  readonly before: string;
  readonly finding: string;
  readonly after: string;
}

/** Worth that prints as the same number. */
const ALIKE = 0.005;

/** Two are the measure: as many features as dimensions, at right angles. */
const pays = (worth: number): boolean => worth > DIMENSIONS + ALIKE;
const matches = (worth: number): boolean => Math.abs(worth - DIMENSIONS) <= ALIKE;

export function sentenceOf({ kept, linear, relu }: ShownWorth, curves: WorthCurves, S: number): Sentence {
  const { sparsity, density } = formatSparsity(S);
  const [without, withIt] = [together(linear), together(relu)];
  const numbers = `${formatPlain(without)} without the ReLU and ${formatPlain(withIt)} with it`;
  const at = { sparsity, density };
  if (kept.length === 0) return { ...at, before: '', finding: 'all are left out', after: ', and nothing is gained.' };
  const many = kept.length === 1 ? 'the one arrow is' : `the ${numberWord(kept.length)} arrows are`;
  if (kept.length <= DIMENSIONS) {
    return { ...at, before: `${many} `, finding: `worth ${numbers}`, after: '. Drag another one out.' };
  }
  const before = `${many} worth ${numbers}. Keeping more than two `;
  const finding =
    verdict(without) === verdict(withIt)
      ? `${verdict(withIt)}, with the ReLU or without it`
      : `${verdict(without)} without the ReLU, and ${verdict(withIt)} with it`;
  const from = paysBelow(curves.relu);
  if (from !== null) {
    return { ...at, before, finding, after: `: there it does wherever density is below ${formatPlain(from)}.` };
  }
  return { ...at, before, finding, after: pays(withIt) ? '.' : ': with these arrows it does at no density.' };
}

const verdict = (worth: number): string => (pays(worth) ? 'pays' : matches(worth) ? 'changes nothing' : 'does not pay');

/** The density below which the curve stays over two features' worth; null where it is never, or always. */
export function paysBelow(points: WorthCurves['relu']): number | null {
  const last = points.findLastIndex(({ value }) => !pays(value));
  if (last < 0 || last === points.length - 1) return null;
  const [dense, rare] = [points[last], points[last + 1]];
  const share = (DIMENSIONS - dense.value) / (rare.value - dense.value);
  return dense.density * (rare.density / dense.density) ** share;
}

/** The bars in words. */
export function barsText({ kept, linear, relu }: ShownWorth): string {
  const told = ({ benefit, interference }: Worth): string =>
    `benefit ${formatPlain(benefit)}, interference ${formatPlain(interference)}`;
  const each = kept.map((i) => `Feature ${i + 1}: without ReLU ${told(linear[i])}; with ReLU ${told(relu[i])}.`);
  return [...each, `Together ${formatPlain(together(linear))} and ${formatPlain(together(relu))}.`].join(' ');
}

export const TABLE_HEAD = [
  'feature',
  'bias with ReLU',
  'benefit without ReLU',
  'interference without ReLU',
  'benefit with ReLU',
  'interference with ReLU',
];

export function tableRows({ b, linear, relu }: ShownWorth): string[][] {
  return b.map((bias, i) => [
    String(i + 1),
    ...[bias, linear[i].benefit, linear[i].interference, relu[i].benefit, relu[i].interference].map((value) =>
      formatPlain(value, 3),
    ),
  ]);
}
