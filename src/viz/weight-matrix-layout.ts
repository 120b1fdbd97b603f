/** A network's weights as heat maps: rows are features, columns are neurons; the output weights and biases beside. */

import { numberedPlaces } from './numbered.ts';

/** From this many cells on a matrix is drawn on a canvas. */
export const CANVAS_CELLS = 4000;

/** Column of arrow, number and (on a desk) importance at the left, px. */
const IMPORTANCE = { wide: 82, narrow: 40, after: 8, arrow: 24, narrowArrow: 14 };
/** Narrower pictures leave out the importances' numbers, px. */
const NARROW = 460;
/** Most of a cell with its gap, between two blocks, and between W and the hidden bias under it with its head, px. */
const CELL = { most: 38, gap: 2, leastGapped: 8, leastBias: 6 };
const BLOCK_GAP = 18;
const BIAS_GAP = 24;
/** Height of a row: at most, at least, and for all of them together where there are many, px. */
const ROW = { most: 34, fair: 22, least: 4, together: 520 };
/** Cells of this size carry their number, px. */
const NUMBERED = { width: 30, height: 17 };
/** Two features' and two neurons' numbers are at least this far apart, px. */
const NUMBERS = { rows: 12, columns: 17 };
/** Heads above; glyphs and numbers of the neurons, then the ramps, below, px. */
const HEAD = 44;
const FOOT = { glyphs: 14, numbers: 35, ramp: 56, height: 80 };

interface Block {
  readonly x: number;
  readonly width: number;
}

export interface WeightMatrixLayout {
  readonly width: number;
  readonly height: number;
  /** Right end of what is drawn: less than `width` where few neurons need less. */
  readonly right: number;
  readonly top: number;
  /** End of the features' rows. */
  readonly bottom: number;
  readonly pitchX: number;
  readonly pitchY: number;
  /** A cell, less the gap to the next. */
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly numbered: boolean;
  readonly importance: Block & { readonly arrow: number; readonly valueX: number | null };
  readonly reads: Block;
  readonly writes: Block | null;
  readonly bias: Block;
  /** Top of the row of hidden biases. */
  readonly hiddenBiasY: number | null;
  /** Features and neurons whose number has room. */
  readonly numberedRows: readonly number[];
  readonly numberedColumns: readonly number[];
  readonly glyphY: number;
  readonly numberY: number;
  readonly rampY: number;
}

interface MatrixOptions {
  /** px, 260 and up. */
  readonly width: number;
  /** W₂ beside W; a row of hidden biases under W. */
  readonly writes: boolean;
  readonly hiddenBias: boolean;
}

/**
 * @param n features, 1 … 128
 * @param m neurons, 1 … 64
 */
export function weightMatrixLayout(
  n: number,
  m: number,
  { width, writes, hiddenBias }: MatrixOptions,
): WeightMatrixLayout {
  const narrow = width < NARROW;
  const importance = narrow ? IMPORTANCE.narrow : IMPORTANCE.wide;
  const x = importance + IMPORTANCE.after;
  const blocks = writes ? 2 : 1;
  const room = width - x - blocks * BLOCK_GAP;
  // The bias is one more column, as wide as the others but never a hair line.
  const fitting = Math.min(CELL.most, room / (blocks * m + 1), (room - CELL.leastBias) / (blocks * m));
  const pitchX = fitting < CELL.leastGapped ? fitting : Math.floor(fitting);
  const gapX = pitchX < CELL.leastGapped ? 0 : pitchX > 22 ? CELL.gap : 1;
  const block = m * pitchX - gapX;
  const reads = { x, width: block };
  const second = writes ? { x: x + block + BLOCK_GAP, width: block } : null;
  const last = second ?? reads;
  const bias = { x: last.x + last.width + BLOCK_GAP, width: Math.max(CELL.leastBias, pitchX - gapX) };
  const high = Math.min(ROW.most, Math.max(ROW.least, Math.min(Math.max(pitchX, ROW.fair), ROW.together / n)));
  const pitchY = high < CELL.leastGapped ? high : Math.floor(high);
  const gapY = pitchY < CELL.leastGapped || gapX === 0 ? 0 : gapX;
  const bottom = HEAD + n * pitchY - gapY;
  const hiddenBiasY = hiddenBias ? bottom + BIAS_GAP : null;
  const foot = hiddenBiasY === null ? bottom : hiddenBiasY + Math.max(pitchY - gapY, NUMBERS.rows);
  return {
    width,
    height: foot + FOOT.height,
    right: bias.x + bias.width,
    top: HEAD,
    bottom,
    pitchX,
    pitchY,
    cellWidth: pitchX - gapX,
    cellHeight: pitchY - gapY,
    numbered: pitchX - gapX >= NUMBERED.width && pitchY - gapY >= NUMBERED.height,
    importance: {
      x: 0,
      width: importance - 10,
      arrow: narrow ? IMPORTANCE.narrowArrow : IMPORTANCE.arrow,
      valueX: narrow ? null : importance - 10,
    },
    reads,
    writes: second,
    bias,
    hiddenBiasY,
    numberedRows: numberedPlaces(n, pitchY, NUMBERS.rows),
    numberedColumns: numberedPlaces(m, pitchX, NUMBERS.columns),
    glyphY: foot + FOOT.glyphs,
    numberY: foot + FOOT.numbers,
    rampY: foot + FOOT.ramp,
  };
}

/** The feature whose row and the neuron whose column a point is in; null beside the rows and columns. */
export function weightAt(
  { top, bottom, height, pitchX, pitchY, reads, writes, right }: WeightMatrixLayout,
  x: number,
  y: number,
): { feature: number | null; neuron: number | null } | null {
  if (x < 0 || x > right || y < 0 || y > height) return null;
  const feature = y >= top && y < bottom ? Math.floor((y - top) / pitchY) : null;
  const block = [reads, writes].find((each) => each && x >= each.x && x < each.x + each.width);
  const neuron = block ? Math.floor((x - block.x) / pitchX) : null;
  return feature === null && neuron === null ? null : { feature, neuron };
}
