/** The trained models that lie on a cut through the phase map. */
import { cellAt, cellCentre } from '../models/phase/grid.ts';
import type { Cut } from '../models/theory/cut-losses.ts';
import type { CutModel } from './cut-curves-layout.ts';
import { shownCell, type PhaseCells } from './phase-cells.ts';

/**
 * Each trained cell that is shown in the row or column of the cross-hair, once, in the order in which the axis is drawn.
 * @param loss of each trained cell
 */
export function cutModels(cells: PhaseCells, loss: ArrayLike<number>, { axis, place }: Cut): CutModel[] {
  const { grid } = cells;
  const here = cellAt(grid, place);
  const [column, row] = [here % grid.cells, Math.floor(here / grid.cells)];
  const along = Array.from({ length: grid.cells }, (_, k) =>
    shownCell(cells, axis === 'importance' ? row * grid.cells + k : k * grid.cells + column),
  );
  return [...new Set(along)]
    .filter((k) => k >= 0)
    .map((k) => ({
      place: cellCentre(grid, k),
      loss: loss[k],
      superposition: cells.superposition[k],
      norm: cells.norm[k],
    }));
}
