/** A model shrunk to a sign: a disc of length 1 with its arrows. */
import { arrowPath, DISC_ARROW, type ArrowStyle } from './arrow.ts';
import { importancePositions } from './color.ts';
import type { ModelNumbers } from './model-view.ts';

/** Length 1 as a share of the picture's width, and the longest arrow that stays inside the current picture's ring. */
const RADIUS = 0.37;
const ROOM = 1.22;
/** Arrows below this length would be specks. */
const LEAST = 0.12;

export interface DiscLayout {
  readonly centre: number;
  readonly radius: number;
  /** Least important first. `t` is the place on the importance scale. */
  readonly arrows: readonly { readonly feature: number; readonly path: string; readonly t: number }[];
}

/** @param size px; models of more than two hidden dimensions are projected first (space-sign.ts) */
export function discLayout(model: Pick<ModelNumbers, 'n' | 'm' | 'W' | 'importance'> | null, size: number): DiscLayout {
  const centre = size / 2;
  const radius = RADIUS * size;
  if (!model || model.m > 2) return { centre, radius, arrows: [] };
  const { n, m, W, importance } = model;
  const positions = importancePositions(importance);
  const lengthOf = (i: number): number => (m === 1 ? Math.abs(W[i]) : Math.hypot(W[2 * i], W[2 * i + 1]));
  const shown = Array.from({ length: n }, (_, i) => i).filter((i) => lengthOf(i) >= LEAST);
  const scale = radius * Math.min(1, ROOM / Math.max(1, ...shown.map(lengthOf)));
  const style = styleFor(shown.length, m, size);
  const spread = Math.min(size * 0.13, (size * 0.68) / Math.max(1, shown.length - 1));
  const arrows = shown.map((feature, k) => {
    const y0 = m === 1 ? centre + (k - (shown.length - 1) / 2) * spread : centre;
    const x1 = centre + scale * W[feature * m];
    const y1 = m === 1 ? y0 : centre - scale * W[2 * feature + 1];
    return { feature, path: arrowPath(centre, y0, x1, y1, style), t: positions[feature] };
  });
  return { centre, radius, arrows: arrows.reverse() };
}

/** Many arrows are drawn finer, and rows of a number line no thicker than their distance. */
function styleFor(count: number, m: number, size: number): ArrowStyle {
  const scale = (size / 50) * (m === 1 ? Math.min(1, 5 / count) : Math.min(1, 9 / (count + 2)));
  const fine = Math.max(0.6, scale);
  return { shaft: DISC_ARROW.shaft * fine, head: [DISC_ARROW.head[0] * fine, DISC_ARROW.head[1] * fine] };
}
