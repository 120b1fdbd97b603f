/** What a map shows where it is not trained yet. */
import { passSpacings } from './passes.ts';

/**
 * For every cell the trained cell that stands for it: itself once it is trained, until then the nearest cell of the
 * finest pass that has one trained there. After a whole pass the map thus shows blocks, each around its trained cell.
 *
 * @param cells a side
 * @param trained [cells²], 0 where not
 * @returns [cells²], cell numbers, −1 where no pass has one
 */
export function nearestTrained(cells: number, trained: ArrayLike<number>): Int32Array {
  const lattices = passSpacings(cells).reverse();
  // By pass and row or column: the lattice's nearest one. The farther of two equally near ones is to the right and below.
  const nearest = lattices.map((spacing) => {
    const last = Math.floor((cells - 1) / spacing) * spacing;
    return Array.from({ length: cells }, (_, at) => Math.min(last, Math.floor((at + spacing / 2) / spacing) * spacing));
  });
  const shown = new Int32Array(cells * cells).fill(-1);
  for (let row = 0; row < cells; row++) {
    for (let column = 0; column < cells; column++) {
      for (const lattice of nearest) {
        const cell = lattice[row] * cells + lattice[column];
        if (!trained[cell]) continue;
        shown[row * cells + column] = cell;
        break;
      }
    }
  }
  return shown;
}
