/** WᵀW with a column of dimensionalities beside it: features as rows and columns, numbered once, on the left and on top. */

/** Room for the numbers and their marks on the left and on top, and for the letters above, px. */
const NUMBERS = 30;
const LETTERS = 24;
/** Distance of two cells at most, the gap between them, and the column of D_i, px. */
const PITCH = 38;
const GAP = 2;
const COLUMN = { air: 10, width: 42 };
/** Narrower cells have no numbers in them, px; a legend of their colours stands under the table instead. */
const NUMBERED = 25;
const LEGEND = { air: 14, height: 22 };

export interface GramTableLayout {
  /** px; what the table needs of the width that it is given. */
  readonly width: number;
  readonly height: number;
  /** Top left corner of the cells. */
  readonly x: number;
  readonly y: number;
  readonly pitchX: number;
  readonly pitchY: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly numbered: boolean;
  /** Top of the legend, which is as wide as the cells; null where cells have their numbers. */
  readonly legend: number | null;
  /** Middle of row or column k from the cells' corner. */
  readonly middle: (k: number) => number;
  /** Middle of the column of D_i; null where there is none. */
  readonly share: number | null;
}

/** @param width px, 220 and up */
export function gramTableLayout(n: number, width: number, shares: boolean): GramTableLayout {
  const aside = shares ? COLUMN.air + COLUMN.width : 0;
  const pitch = Math.min(PITCH, Math.floor((width - NUMBERS - aside) / n));
  const cell = pitch - GAP;
  const across = (n - 1) * pitch + cell;
  const numbered = cell >= NUMBERED;
  const foot = LETTERS + NUMBERS + across;
  return {
    width: NUMBERS + across + aside,
    height: foot + (numbered ? 0 : LEGEND.air + LEGEND.height),
    x: NUMBERS,
    y: LETTERS + NUMBERS,
    pitchX: pitch,
    pitchY: pitch,
    cellWidth: cell,
    cellHeight: cell,
    numbered,
    legend: numbered ? null : foot + LEGEND.air,
    middle: (k) => k * pitch + cell / 2,
    share: shares ? NUMBERS + across + COLUMN.air + COLUMN.width / 2 : null,
  };
}
