/** The plain text of claims, which a terminal prints, as the page sets it: formulas, powers of ten, a true minus. */
import { m } from '../page/math.ts';

/** Formulas as claims write them, and the same with TeX between dollars. Of two that begin alike the longer comes first. */
export const FORMULAS: Readonly<Record<string, string>> = {
  '|W_i·W_j|': String.raw`$\lvert W_i\cdot W_j\rvert$`,
  D_i: '$D_i$',
  'of feature i,': 'of feature $i$,',
  'rank of W': 'rank of $W$',
  'over W and b': 'over $W$ and $b$',
  'D* over': '$D^{*}$ over',
  '1/(1−S)': '$1/(1-S)$',
  '.9^i': '$0.9^i$',
  '.7^i': '$0.7^i$',
  'p²/3': '$p^2/3$',
  'μ₂ / (μ₁² + 2 E[min²])': String.raw`$\mu_2/(\mu_1^2+2\,\mathrm{E}[\min^2])$`,
  'k features that share d dimensions evenly have d/k': '$k$ features that share $d$ dimensions evenly have $d/k$',
  'Of w and −w': 'Of $w$ and $-w$',
  'w₁ > 0': '$w_1>0$',
  'w₁′': "$w_1'$",
  'w₂′': "$w_2'$",
  'w₁': '$w_1$',
  'w₂': '$w_2$',
  'With a = 2': 'With $a=2$',
  '1/a²': '$1/a^2$',
  'a²': '$a^2$',
  'compute |x| as ReLU(x) + ReLU(−x)': String.raw`compute $|x|$ as $\mathrm{ReLU}(x)+\mathrm{ReLU}(-x)$`,
  'x + ReLU(y − x)': String.raw`$x+\mathrm{ReLU}(y-x)$`,
  'ReLU(x + y − 1)': String.raw`$\mathrm{ReLU}(x+y-1)$`,
  'max(x, y)': String.raw`$\max(x,y)$`,
  '|x − y|/2': '$|x-y|/2$',
  'x²': '$x^2$',
};

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** A formula; or a number in the notation of programs; or the hyphen of a negative one. */
const SPECIAL = new RegExp(
  String.raw`${Object.keys(FORMULAS).map(escaped).join('|')}|(?<![\w.])[-−]?\d+(?:\.\d+)?e[-+]?\d+|(?<![\w.-])-(?=\d)`,
  'g',
);

/** HTML of a claim's plain text. */
export function typeset(plain: string): string {
  const marked = plain.replaceAll(
    SPECIAL,
    (found) => FORMULAS[found] ?? (found === '-' ? '−' : `$${powerOfTen(found)}$`),
  );
  return marked
    .split('$')
    .map((part, k) => (k % 2 === 1 ? m`${part}` : part.replaceAll('&', '&amp;').replaceAll('<', '&lt;')))
    .join('');
}

/** TeX of "1.134e-15"; a 1 before the power is not written. */
function powerOfTen(number: string): string {
  const [digits, exponent] = number.replace('−', '-').split('e');
  const power = `10^{${Number(exponent)}}`;
  return digits === '1' ? power : String.raw`${digits} \times ${power}`;
}
