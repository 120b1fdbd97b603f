/** The mark for a feature's direction: one closed outline, so that shaft and head are one colour without a seam. */

export interface ArrowStyle {
  /** Thickness of the shaft, px. */
  readonly shaft: number;
  /** Length and width of the head, px. */
  readonly head: readonly [length: number, width: number];
}

export const PLANE_ARROW: ArrowStyle = { shaft: 3.6, head: [12, 10] };
export const SWATCH_ARROW: ArrowStyle = { shaft: 3, head: [8.5, 7.5] };
export const DISC_ARROW: ArrowStyle = { shaft: 1.6, head: [5, 4.8] };

const round = (value: number): number => Math.round(value * 100) / 100;

/** SVG path from (x0, y0) to the tip (x1, y1); an arrow shorter than its head shrinks whole. Empty for no length. */
export function arrowPath(x0: number, y0: number, x1: number, y1: number, style: ArrowStyle): string {
  const length = Math.hypot(x1 - x0, y1 - y0);
  if (!(length > 1e-3)) return '';
  const scale = Math.min(1, length / (style.head[0] * 1.25));
  const [ux, uy] = [(x1 - x0) / length, (y1 - y0) / length];
  const at = (along: number, across: number): string =>
    `${round(x0 + ux * along - uy * across)},${round(y0 + uy * along + ux * across)}`;
  const neck = length - style.head[0] * scale;
  const [half, wing] = [(style.shaft * scale) / 2, (style.head[1] * scale) / 2];
  return `M${at(0, half)}L${at(neck, half)}L${at(neck, wing)}L${at(length, 0)}L${at(neck, -wing)}L${at(neck, -half)}L${at(0, -half)}Z`;
}
