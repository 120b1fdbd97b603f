/**
 * Many signed values as few marks: cells of one tone are one path, so that a matrix of 400 cells costs a page some forty
 * elements. Tones are steps of the signed ramp too fine to be told apart.
 */
import { signedColor } from './color.ts';

/** Tones on either side of zero: 1/32 of full scale is less than the eye tells apart between neighbouring cells. */
export const TONES = 32;

/** The tone of a value, −TONES … TONES, clipped; 0 is the empty cell, which is not drawn. NaN counts as 0. */
export const toneOf = (value: number): number =>
  Number.isNaN(value) ? 0 : Math.round(Math.max(-1, Math.min(1, value)) * TONES);

export const toneColor = (tone: number): string => signedColor(tone / TONES);

/** The colours of the tones −TONES … TONES. */
export const TONE_COLORS: readonly string[] = Array.from({ length: 2 * TONES + 1 }, (_, k) => toneColor(k - TONES));

export interface CellPath {
  readonly color: string;
  /** SVG path data: one square a cell. */
  readonly path: string;
  readonly negative: boolean;
}

/**
 * @param values row-major, `columns` to a row
 * @param width of a cell, px
 * @param height of a cell, px
 */
export function cellPaths(values: ArrayLike<number>, columns: number, width: number, height: number): CellPath[] {
  const paths = new Map<number, string>();
  for (let k = 0; k < values.length; k++) {
    const tone = toneOf(values[k]);
    if (tone === 0) continue;
    const x = round((k % columns) * width);
    const y = round(Math.floor(k / columns) * height);
    paths.set(tone, `${paths.get(tone) ?? ''}M${x},${y}h${round(width)}v${round(height)}h${round(-width)}z`);
  }
  return [...paths].map(([tone, path]) => ({ color: toneColor(tone), path, negative: tone < 0 }));
}

const round = (value: number): number => Math.round(value * 100) / 100;
