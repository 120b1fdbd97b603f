/**
 * One model as a panel: WᵀW with the bias beside it, and a bar for each feature's length. On a desk few features have
 * their bars under the matrix; from 60 features on bars and matrix stand side by side and share their rows.
 */

/** From this many features on WᵀW is drawn on a canvas, and its bars stand beside it where there is room. */
export const DENSE = 60;

/** Between matrix and bias, and the bias column itself, px. */
const BIAS = { gap: 4, width: 7 };
/** Between matrix and bars, px. */
const BARS_GAP = 12;
/** A length of 1, as a share of the room for bars: the longest bars of trained models reach 1.2. */
const UNIT = 0.765;
/** Pitch of the bars under a matrix, and the least and most height of all of them together, px. */
const ROW = { pitch: 7, most: 14, least: 84, limit: 180 };
/** Room for bars beside a matrix, px. */
const LEAST_BARS = 56;
/** The most that a matrix with bars beside it takes of the width. */
const MOST_MATRIX = 0.72;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PanelLayout {
  readonly width: number;
  readonly height: number;
  /** Side of a cell of WᵀW, px. */
  readonly cell: number;
  readonly matrix: Box;
  readonly bias: Box;
  /** The room for the bars; row i begins at y + i · pitch. */
  readonly bars: Box & { readonly pitch: number; readonly thickness: number; readonly unit: number };
  /** Matrix and bars share their rows. */
  readonly beside: boolean;
}

/**
 * @param n features, 1 … 128
 * @param width px, 100 and up
 * @param beside bars at the right of the matrix, in its rows, where there is room for them
 * @param pixelRatio device pixels to a px: cells of a dense matrix are whole device pixels
 */
export function panelLayout(
  n: number,
  width: number,
  { beside, pixelRatio = 1 }: { beside: boolean; pixelRatio?: number },
): PanelLayout {
  const reserved = BIAS.gap + BIAS.width + (beside ? BARS_GAP + LEAST_BARS : 0);
  const room = Math.min(width - reserved, beside ? MOST_MATRIX * width : Infinity);
  const cell = cellSide(n, room, n < DENSE ? 2 : pixelRatio);
  const side = cell * n;
  const matrix = { x: 0, y: 0, width: side, height: side };
  const bias = { x: side + BIAS.gap, y: 0, width: BIAS.width, height: side };
  const barsX = beside ? bias.x + bias.width + BARS_GAP : 0;
  const height = beside ? side : Math.min(ROW.most * n, ROW.limit, Math.max(ROW.least, ROW.pitch * n));
  const pitch = height / n;
  const bars = { x: barsX, y: beside ? 0 : side + BARS_GAP, width: width - barsX, height };
  return {
    width,
    height: bars.y + height,
    cell,
    matrix,
    bias,
    bars: {
      ...bars,
      pitch,
      // Rows too thin for a gap between them make one outline.
      thickness: pitch >= 3 ? Math.min(10, pitch * (5 / 7)) : pitch,
      unit: Math.round(bars.width * UNIT),
    },
    beside,
  };
}

/**
 * The largest cell that fits, in steps of 1/ratio px. A hundredth of a step is forgiven: eight panels on 1200 px are
 * 130.75 px wide and hold twenty cells of 6 px.
 */
function cellSide(n: number, room: number, ratio: number): number {
  const steps = Math.floor((room / n) * ratio + 0.05);
  return steps >= 1 ? steps / ratio : room / n;
}

/** The feature whose row is at a point of the panel, through matrix, bias or bars; null between and beside them. */
export function featureAt({ matrix, bars, cell }: PanelLayout, n: number, x: number, y: number): number | null {
  const inMatrix = y >= 0 && y < matrix.height && (bars.x === 0 || x < bars.x);
  const row = inMatrix ? y / cell : (y - bars.y) / bars.pitch;
  const feature = Math.floor(row);
  return feature >= 0 && feature < n ? feature : null;
}
