/** Rectangles of stack plots as few marks: those of one tone of the superposition ramp are one path. */
import { superpositionColor } from './color.ts';
import type { StackColumn } from './neuron-stacks-layout.ts';

/** Steps of the superposition ramp: finer ones cannot be told apart between two rectangles. */
const TONES = 32;
/** Between two rectangles, px, and the most of a thin one that it takes. */
const GAP = { size: 1, share: 0.25 };

type Shape = Pick<StackColumn, 'x' | 'width'> & { readonly y: number; readonly height: number };

/** SVG path data of a rectangle, less the gap to its neighbours. */
export function rectPath({ x, width, y, height }: Shape): string {
  const gap = Math.min(GAP.size, GAP.share * height);
  return `M${round(x)},${round(y + gap / 2)}h${round(width)}v${round(height - gap)}h${round(-width)}z`;
}

/** @param superposition of each feature, [n] */
export function stackPaths(
  columns: readonly StackColumn[],
  superposition: ArrayLike<number>,
): { color: string; path: string }[] {
  const paths = new Map<number, string>();
  for (const { x, width, rects } of columns)
    for (const { feature, y, height } of rects) {
      const tone = Math.round(Math.max(0, Math.min(1, superposition[feature])) * TONES);
      paths.set(tone, (paths.get(tone) ?? '') + rectPath({ x, width, y, height }));
    }
  return [...paths].map(([tone, path]) => ({ color: superpositionColor(tone / TONES), path }));
}

const round = (value: number): number => Math.round(value * 100) / 100;
