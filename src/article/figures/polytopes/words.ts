/** What the figure says of the shape that it shows. */
import type { Factor, Polytope } from '../../../models/geometry/polytopes.ts';
import type { FeatureMetrics } from '../../../models/metrics.ts';
import { formatPlain } from '../../../viz/format.ts';
import { numberWord } from '../../prose/number-words.ts';
import { factorName, shareText } from './shapes.ts';

interface Sentence {
  readonly finding: string;
  /** What follows the finding. */
  readonly after: string;
}

const capital = (text: string): string => text[0].toUpperCase() + text.slice(1);
const article = (name: string): string => `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;
const dimensions = (count: number): string => `${numberWord(count)} ${count === 1 ? 'dimension' : 'dimensions'}`;
const listed = (words: readonly string[]): string => new Intl.ListFormat('en').format(words);

/** A sum stays in one line. */
const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0');

/** "a triangle and a digon", "three digons". */
function product(polytope: Polytope): string {
  const names = polytope.factors.map((factor) => factorName(polytope, factor));
  return listed(
    [...new Set(names)].map((name) => {
      const times = names.filter((each) => each === name).length;
      return times === 1 ? article(name) : `${numberWord(times)} ${name}s`;
    }),
  );
}

export function sentenceOf(polytope: Polytope, { dimensionality }: FeatureMetrics): Sentence {
  const { name, n, d, factors } = polytope;
  const shares = factors.map((factor) => shareText(factor, dimensionality[factor.members[0]]));
  if (factors.length > 1) {
    const alike = new Set(shares).size === 1;
    const owned = (factor: Factor, k: number): string =>
      `those of the ${factorName(polytope, factor)} ${k === 0 ? `have ${shares[k]} of one each` : shares[k]}`;
    const sums = factors.map(({ dimensions: filled }) => filled).join(' + ');
    return {
      finding: `${capital(article(name))} is ${product(polytope)} at right angles`,
      after: `: its ${numberWord(n)} features fill ${unbroken(`${sums} = ${d}`)} dimensions${
        alike ? `, and each has ${shares[0]} of one` : `; ${factors.map(owned).join(', ')}`
      }.`,
    };
  }
  const [factor] = factors;
  if (!factor.fraction) {
    const sum = dimensionality.reduce((total, share) => total + share, 0);
    return {
      finding: `This ${name} does not fill its space`,
      after: `: its ${numberWord(n)} features have ${shares[0]} of a dimension each, ${formatPlain(sum, 3)} in all, a little less than ${d}.`,
    };
  }
  return {
    finding: `${capital(article(name))} is of one piece`,
    after: `: its ${numberWord(n)} features share ${dimensions(d)} evenly, ${shares[0]} of one each.`,
  };
}

/** For those who do not see the picture. */
export function pictureLabel({ name, n, d, factors }: Polytope): string {
  const parts =
    factors.length > 1
      ? ` ${factors.map(({ members }) => `${members.map((i) => i + 1).join(', ')} together`).join('; ')}; the parts at right angles.`
      : '';
  return `${capital(numberWord(n))} features as arrows to the corners of ${article(name)} in ${dimensions(d)}.${parts}`;
}

/** WᵀW in words: which overlaps there are, and how often. */
export function gramLabel(gram: ArrayLike<number>, n: number): string {
  const counts = new Map<string, number>();
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) {
      const text = formatPlain(gram[i * n + j]);
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
  const pairs = [...counts].map(
    ([text, count]) => `${text} for ${numberWord(count)} ${count === 1 ? 'pair' : 'pairs'}`,
  );
  return `Overlaps of the ${numberWord(n)} features: ${listed(pairs)}.`;
}
