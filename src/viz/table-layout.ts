/** The feature table: one row a feature through importance, overlaps, bias, length and dimensionality. */

import { formatShort } from './format.ts';

/** Narrower tables leave out what a phone has no room for: D_i becomes a number, importance a colour. */
export const NARROW = 460;
/** Cells at least this wide carry their number. */
const NUMBERED_CELL = 30;
/** The bars' full scale: ‖W_i‖ = 1.25. */
export const FULL_LENGTH = 1.25;
/** A superposition as "1.79", right-aligned in its column, and the gap before it, px. */
const SUPERPOSITION = { width: 26, gap: 7 };

interface Column {
  readonly x: number;
  readonly width: number;
}

export interface TableLayout {
  readonly width: number;
  readonly height: number;
  readonly narrow: boolean;
  /** Top of the first row; the heads stand above. */
  readonly top: number;
  /** Distance of the rows, px. */
  readonly pitch: number;
  /** Bottom of the last row. */
  readonly bottom: number;
  /** Top of the legends' ramps. */
  readonly feetY: number;
  readonly importance: Column & { readonly arrow: number; readonly numberX: number; readonly valueX: number | null };
  /** WᵀW: cell j begins at x + j · pitch. */
  readonly overlap: Column & { readonly pitch: number; readonly cell: number; readonly cellHeight: number };
  readonly bias: Column;
  readonly numbered: boolean;
  /** Bars: length l ends at x + l · unit. */
  readonly bars: Column & { readonly unit: number; readonly height: number };
  /** Numbers that end at x + width, so that none of them reads as the length of a bar. */
  readonly superposition: Column;
  /** D_i from 0 to 1 over the width; on a narrow table a number that ends at x + width. */
  readonly dimensions: Column;
  /** The superposition ramp stands under bars, their numbers and dimensions together. */
  readonly superpositionRamp: Column;
  readonly fontSize: number;
}

/** Widths of the desktop and the phone table, px. */
const WIDE = {
  arrow: 24,
  importance: 74,
  afterImportance: 8,
  gap: 9,
  afterBias: 18,
  afterBars: 14,
  dimensions: 76,
  cell: 36,
};
const SMALL = {
  arrow: 14,
  importance: 32,
  afterImportance: 6,
  gap: 4,
  afterBias: 10,
  afterBars: 8,
  dimensions: 28,
  cell: 24,
};
/** What bars and their numbers get at least, on a desk with the bias column, px. */
const LEAST_BARS = { wide: 154, narrow: 85 };
/** From the top of the heads to the first row, px. */
const HEAD = 44;
/** Axis numbers, ramp and its numbers under the last row. */
const FEET = { axis: 38, ramp: 6, numbers: 18 };

/**
 * @param n features, 1 … 20
 * @param width of the whole table, px, 280 and up
 */
export function tableLayout(n: number, width: number): TableLayout {
  const narrow = width < NARROW;
  const set = narrow ? SMALL : WIDE;
  // The cells give way first: the matrix may take no more than what the other columns leave.
  const others = set.importance + set.afterImportance + set.gap + set.afterBias + set.afterBars + set.dimensions;
  const room = narrow ? (width - others - LEAST_BARS.narrow) * (n / (n + 1)) : width - others - LEAST_BARS.wide;
  const pitchX = Math.min(set.cell + 2, room / n);
  const gap = pitchX > 22 ? 2 : 1;
  const cell = pitchX - gap;
  const pitch = narrow ? Math.max(pitchX, n > 6 ? 20 : 28) : Math.max(pitchX, 17);
  const overlap = {
    x: set.importance + set.afterImportance,
    width: n * pitchX - gap,
    pitch: pitchX,
    cell,
    cellHeight: pitch - gap,
  };
  const bias = { x: overlap.x + overlap.width + set.gap, width: cell };
  const barsX = bias.x + cell + set.afterBias;
  const dimensions = { x: width - set.dimensions, width: set.dimensions };
  const superposition = { x: dimensions.x - set.afterBars - SUPERPOSITION.width, width: SUPERPOSITION.width };
  const barsWidth = superposition.x - SUPERPOSITION.gap - barsX;
  const bottom = HEAD + n * pitch - gap;
  return {
    width,
    height: bottom + FEET.axis + FEET.ramp + FEET.numbers,
    narrow,
    top: HEAD,
    pitch,
    bottom,
    feetY: bottom + FEET.axis,
    importance: {
      x: 0,
      width: narrow ? set.importance : 64,
      arrow: set.arrow,
      numberX: set.arrow + (narrow ? 4 : n > 9 ? 6 : 8),
      // Feature 10 and up take a digit's width more.
      valueX: narrow ? null : n > 9 ? 51 : 47,
    },
    overlap,
    bias,
    numbered: cell >= NUMBERED_CELL,
    bars: { x: barsX, width: barsWidth, unit: barsWidth / FULL_LENGTH, height: Math.min(14, pitch - 5) },
    superposition,
    dimensions,
    superpositionRamp: { x: barsX, width: width - barsX },
    fontSize: pitch < 24 ? 12 : 12.5,
  };
}

/**
 * A cell's number in five characters: two decimals, one from 1 up where the cell is too narrow for "−1.01", fewer for
 * numbers that only a file brings.
 */
export function shortCell(value: number, cell: number): string {
  const size = Math.abs(value);
  if (size >= 999.5) return value < 0 ? '<−999' : '>999';
  return formatShort(value, size >= 99.5 ? 0 : size >= 9.995 || (cell < 35 && size >= 0.995) ? 1 : 2);
}

/** An importance in its column: ".34", and "<.01" for what would print as nothing though it is something. @param value > 0 */
export const importanceText = (value: number): string => (value < 0.005 ? '<.01' : formatShort(value));

/** A superposition in its column: ".98", "1.79", and one decimal from 10 up. */
export const superpositionText = (value: number): string => shortCell(value, 35);
