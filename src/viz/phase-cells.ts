/** What the cells of a phase map show, as numbers and as few marks. */
import type { PhaseGrid } from '../models/phase/grid.ts';
import { phaseColor } from './phase-color.ts';

/** Row-major, cells × cells: importance to the right, density downwards. */
export interface PhaseCells {
  readonly grid: PhaseGrid;
  /** ‖W_i‖ of the extra feature in each trained cell. */
  readonly norm: ArrayLike<number>;
  /** Σ_{j≠i} (Ŵ_i·W_j)² of the extra feature in each trained cell. */
  readonly superposition: ArrayLike<number>;
  /** The trained cell that each cell displays, −1 for none yet; null when each displays itself. */
  readonly shows: ArrayLike<number> | null;
}

/** The trained cell that a cell displays; −1 for none. */
export const shownCell = ({ shows }: Pick<PhaseCells, 'shows'>, cell: number): number => (shows ? shows[cell] : cell);

/** Shades of each number in the still: few, so that a map is few kilobytes of page. */
const SHADES = 8;

/**
 * The map as SVG paths, one a shade, a rectangle for each run of cells in a row: what stands on the page until a canvas
 * can be drawn, one unit a cell.
 */
export function stillPaths(cells: PhaseCells): { readonly color: string; readonly path: string }[] {
  const side = cells.grid.cells;
  const shades = Array.from({ length: side * side }, (_, cell) => {
    const k = shownCell(cells, cell);
    return k < 0 ? '' : phaseColor(coarse(cells.superposition[k]), coarse(cells.norm[k]));
  });
  const paths = new Map<string, string>();
  for (let row = 0; row < side; row++) {
    for (let from = 0, to = 0; from < side; from = to) {
      const color = shades[row * side + from];
      while (to < side && shades[row * side + to] === color) to++;
      if (color) paths.set(color, `${paths.get(color) ?? ''}M${from},${row}h${to - from}v1h${from - to}z`);
    }
  }
  return [...paths].map(([color, path]) => ({ color, path }));
}

const coarse = (value: number): number => Math.round(value * SHADES) / SHADES;
