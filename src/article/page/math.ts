/** TeX to HTML while the page is built. A wrong formula throws, and the build with it. */
import katex from 'katex';

const STRICT = { throwOnError: true, strict: 'error' } as const;

/** The prime of the text face is raised as it stands; raised again as an exponent it would fly off (styles/math.css). */
const lowerPrimes = (html: string): string =>
  html.replaceAll('<span class="mord mtight">′</span>', '<span class="mord mtight prime">′</span>');

/** A formula of its own or a part of one: what is seen, without what is read aloud. */
export function mathHtml(tex: string): string {
  return lowerPrimes(katex.renderToString(tex, { ...STRICT, output: 'html' }));
}

/** The same formula as MathML alone, for screen readers. */
export function mathMl(tex: string): string {
  return katex.renderToString(tex, { ...STRICT, output: 'mathml' });
}

/** A formula inside a sentence: {@html m`W_i \cdot W_j`}. Seen as HTML, read aloud as MathML. */
export function m(strings: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return lowerPrimes(katex.renderToString(String.raw(strings, ...values), STRICT));
}
