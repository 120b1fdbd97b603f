/** A row of models from dense to rare, broken into lines where it is too long. */
import { DENSE } from './panel-layout.ts';

/** Between two panels, px; on a phone. */
export const STRIP_GAP = 22;
const NARROW_GAP = 18;
/** Widths from which eight and four panels stand in a line, px. */
const WIDE = 1000;
const MIDDLE = 560;
const MOST = { wide: 8, beside: 4, middle: 4, narrow: 2 };

/** What the strip's frame needs to know of a model. */
export interface StripModel {
  readonly key: string;
  /** Null for a model that is the same at every density. */
  readonly density: number | null;
  /** What a screen reader hears of it. */
  readonly label: string;
}

export interface StripLine {
  /** Places of its panels in the strip. */
  readonly from: number;
  /** One behind the last. */
  readonly to: number;
}

export interface ModelStripLayout {
  readonly gap: number;
  /** Panels to a line, and the width of one, px. */
  readonly columns: number;
  readonly panel: number;
  readonly lines: readonly StripLine[];
  /** Bars beside their matrix. */
  readonly beside: boolean;
  /** Room for the words over the brackets. */
  readonly headed: boolean;
}

/**
 * @param count panels, 1 and up
 * @param n features of each
 * @param width of the strip, px
 * @param dense every panel needs the room of two
 */
export function modelStripLayout(count: number, n: number, width: number, dense = n >= DENSE): ModelStripLayout {
  const headed = width >= MIDDLE;
  const beside = dense && width >= WIDE;
  const most = beside ? MOST.beside : width >= WIDE ? MOST.wide : headed ? MOST.middle : MOST.narrow;
  // Lines of equal length, unless a panel more would fill the last one.
  const columns = headed ? Math.ceil(count / Math.ceil(count / most)) : most;
  const gap = headed ? STRIP_GAP : NARROW_GAP;
  const lines = Array.from({ length: Math.ceil(count / columns) }, (_, k) => ({
    from: k * columns,
    to: Math.min(count, (k + 1) * columns),
  }));
  return { gap, columns, panel: (width - gap * (columns - 1)) / columns, lines, beside, headed };
}

/** Three significant digits tell any two densities of a list apart that a picture could. */
const DIGITS = 3;

/** "0.03" and "0.97": a density as short as it can be said, and its sparsity with as many decimals. */
export function densityWords(density: number): { density: string; sparsity: string } {
  const short = String(Number(density.toPrecision(DIGITS)));
  const decimals = short.split('.')[1]?.length ?? 0;
  return { density: short, sparsity: (1 - Number(short)).toFixed(decimals) };
}
