/**
 * The page's four encodings, as CSS strings over the colour tokens: light and dark follow from the tokens alone.
 * Ramps are straight lines in OKLab between control points.
 */
import type { FeatureClass } from './feature-class.ts';

/** A control point of a ramp: where it stands and the CSS colour there. */
interface Stop {
  readonly at: number;
  readonly color: string;
}

const evenly = (name: string, count: number): Stop[] =>
  Array.from({ length: count }, (_, k) => ({ at: k / (count - 1), color: `var(--${name}-${k})` }));

const IMPORTANCE = evenly('imp', 4);
const SUPERPOSITION = evenly('sup', 5);
/** The bends of the signed ramp: small values must still be told from zero, large ones from each other. */
const SIGNED_STOPS = [0.16, 0.6, 1] as const;
const ZERO: Stop = { at: 0, color: 'var(--paper-2)' };
const arm = (name: string): Stop[] => [ZERO, ...SIGNED_STOPS.map((at, k) => ({ at, color: `var(--${name}-${k})` }))];
const NEGATIVE = arm('neg');
const POSITIVE = arm('pos');

/** The colour at x of a ramp whose stops ascend; clipped to its ends. */
function ramp(stops: readonly Stop[], x: number): string {
  if (!(x > stops[0].at)) return stops[0].color;
  const k = stops.findIndex((stop) => x <= stop.at);
  if (k < 0) return stops[stops.length - 1].color;
  const share = Math.round(((x - stops[k - 1].at) / (stops[k].at - stops[k - 1].at)) * 1000) / 10;
  if (share >= 100) return stops[k].color;
  if (share <= 0) return stops[k - 1].color;
  return `color-mix(in oklab, ${stops[k].color} ${share}%, ${stops[k - 1].color})`;
}

/** Most important (t = 0) to least (t = 1) of a figure. For arrows only. */
export const importanceColor = (t: number): string => ramp(IMPORTANCE, t);

/** Superposition Σ_{j≠i}(Ŵ_i·W_j)², clipped to [0, 1]. For bars. */
export const superpositionColor = (s: number): string => ramp(SUPERPOSITION, s);

/** A signed weight, clipped to [−1, 1]: azure below zero, graphite above, the zero cell between. For cells and edges. */
export const signedColor = (v: number): string => (v < 0 ? ramp(NEGATIVE, -v) : ramp(POSITIVE, v));

/** Where each importance stands in the figure's own range: 0 the most important, 1 the least; all 0 when they are equal. */
export function importancePositions(importance: ArrayLike<number>): number[] {
  const values = Array.from(importance);
  const most = Math.max(...values);
  const range = most - Math.min(...values);
  return values.map((value) => (range > 0 ? (most - value) / range : 0));
}

/** |v| at which a number on the signed ramp changes between black and white (contrast ≥ 4.5 on either side). */
const SWITCH = { light: { negative: 0.87, positive: 0.69 }, dark: { negative: 0.75, positive: 0.55 } } as const;

/** Text on a data colour does not follow the paper: it is pure black or pure white, chosen for each theme. */
const onTheme = (whiteInLight: boolean, whiteInDark: boolean): string =>
  `light-dark(var(${whiteInLight ? '--on-dark' : '--on-light'}), var(${whiteInDark ? '--on-dark' : '--on-light'}))`;

/** The colour of a number printed on `signedColor(v)`. */
export function signedTextColor(v: number): string {
  const sign = v < 0 ? 'negative' : 'positive';
  const size = Math.abs(v);
  return onTheme(size >= SWITCH.light[sign], size < SWITCH.dark[sign]);
}

/** Superposition at which a number on its ramp changes from white to black (contrast ≥ 4.5 on either side). */
const SUPERPOSITION_SWITCH = { light: 0.69, dark: 0.19 } as const;

/** The colour of a number printed on `superpositionColor(s)`. */
export const superpositionTextColor = (s: number): string =>
  onTheme(s < SUPERPOSITION_SWITCH.light, s < SUPERPOSITION_SWITCH.dark);

/** The classes are the corners of the superposition scale × length. */
export const CLASS_COLORS: Readonly<Record<FeatureClass, string>> = {
  'not represented': 'var(--paper-3)',
  dedicated: 'var(--sup-0)',
  'in superposition': 'var(--sup-4)',
};

/**
 * An encoding from one value to another as evenly spaced colours, for a legend's gradient: enough of them that the
 * straight sRGB lines a gradient draws between two neighbours cannot be told from the ramp itself.
 */
export function legendColors(color: (value: number) => string, from: number, to: number): string[] {
  const last = 32;
  return Array.from({ length: last + 1 }, (_, k) => color(from + ((to - from) * k) / last));
}
