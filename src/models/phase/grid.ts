/** The map's cells: relative importance r to the right, density p downwards from 1, both in equal steps of the logarithm. */
import { exp, ln } from '../random.ts';

export interface PhaseGrid {
  /** Cells a side. */
  readonly cells: number;
  /** At the left and the right edge. */
  readonly r: readonly [number, number];
  /** At the top and the bottom edge, the larger one first. */
  readonly p: readonly [number, number];
}

export interface PhasePlace {
  readonly r: number;
  readonly p: number;
}

export const gridOf = ({
  cells,
  rmin,
  rmax,
  pmin,
}: {
  readonly cells: number;
  readonly rmin: number;
  readonly rmax: number;
  readonly pmin: number;
}): PhaseGrid => ({ cells, r: [rmin, rmax], p: [1, pmin] });

/** The centre of cell `row · cells + column`; rows count from the densest, columns from the least important. */
export function cellCentre({ cells, r, p }: PhaseGrid, cell: number): PhasePlace {
  return { r: between(r, (cell % cells) + 0.5, cells), p: between(p, Math.floor(cell / cells) + 0.5, cells) };
}

/** The cell that holds a place; places outside belong to the nearest cell. */
export function cellAt({ cells, r, p }: PhaseGrid, place: PhasePlace): number {
  return shareToIndex(share(p, place.p), cells) * cells + shareToIndex(share(r, place.r), cells);
}

/** How far along a logarithmic axis a value stands: 0 at its first end, 1 at its last. */
export const share = ([from, to]: readonly [number, number], value: number): number => ln(value / from) / ln(to / from);

const shareToIndex = (at: number, cells: number): number => Math.max(0, Math.min(cells - 1, Math.floor(at * cells)));

/** from · (to / from)^(k / count). */
function between([from, to]: readonly [number, number], k: number, count: number): number {
  return from * exp((ln(to / from) * k) / count);
}
