/** The page's colour tokens in both themes and what a browser makes of the encodings' CSS, worked out independently. */
import { readFileSync } from 'node:fs';

export type Theme = 'light' | 'dark';
type Lab = readonly [L: number, a: number, b: number];

const css = readFileSync(new URL('../../src/article/styles/tokens.css', import.meta.url), 'utf8');

function oklch(text: string): Lab {
  const [L, C, h] = text.split(/\s+/).map(Number);
  return [L, C * Math.cos((h * Math.PI) / 180), C * Math.sin((h * Math.PI) / 180)];
}

function token(name: string, theme: Theme): Lab {
  const both = new RegExp(`${name}: light-dark\\(oklch\\(([^)]+)\\), oklch\\(([^)]+)\\)\\)`).exec(css);
  if (both) return oklch(both[theme === 'light' ? 1 : 2]);
  const one = new RegExp(`${name}: oklch\\(([^)]+)\\)`).exec(css);
  if (!one) throw new Error(`No token ${name}`);
  return oklch(one[1]);
}

/** OKLab of `var(--x)`, of a mix in OKLab of such a colour or mix with a `var(--y)`, or of light-dark() of two. */
export function resolve(color: string, theme: Theme): Lab {
  const choice = /^light-dark\((var\([^)]+\)), (var\([^)]+\))\)$/.exec(color);
  if (choice) return resolve(choice[theme === 'light' ? 1 : 2], theme);
  const mix = /^color-mix\(in oklab, (.+) ([\d.]+)%, (var\([^)]+\))\)$/.exec(color);
  if (mix) {
    const [a, b] = [resolve(mix[1], theme), resolve(mix[3], theme)];
    const share = Number(mix[2]) / 100;
    return [0, 1, 2].map((k) => a[k] * share + b[k] * (1 - share)) as unknown as Lab;
  }
  const name = /^var\((--[\w-]+)\)$/.exec(color);
  if (!name) throw new Error(`Not a colour of the page: ${color}`);
  return token(name[1], theme);
}

/** Linear sRGB, clipped to its gamut. */
function linear([L, a, b]: Lab): [r: number, g: number, b: number] {
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (value: number): number => Math.min(1, Math.max(0, value));
  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** What a canvas holds of a colour: sRGB, 0 … 255, not rounded. */
export const bytes = (color: string, theme: Theme): number[] =>
  linear(resolve(color, theme)).map((c) => 255 * (c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055));

/** WCAG relative luminance. */
function luminance(color: Lab): number {
  const [r, g, b] = linear(color);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function contrast(first: string, second: string, theme: Theme): number {
  const [a, b] = [luminance(resolve(first, theme)), luminance(resolve(second, theme))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

export const lightness = (color: string, theme: Theme): number => resolve(color, theme)[0];
