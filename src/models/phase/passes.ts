/**
 * The order in which a map's cells are trained: a coarse lattice over the whole map first, then the cells in between,
 * each pass on a lattice twice as fine, so that the picture is whole from the first pass on and only gets sharper.
 */

/** Fewest cells a side of the first pass: it has 12 to 23, or all of a smaller map. */
const FIRST_PASS = 12;

/** Distance between neighbouring cells that are trained once each pass is over: powers of two, the last one 1. */
export function passSpacings(cells: number): number[] {
  let spacing = 1;
  while (Math.ceil(cells / (2 * spacing)) >= FIRST_PASS) spacing *= 2;
  const spacings = [];
  for (; spacing >= 1; spacing /= 2) spacings.push(spacing);
  return spacings;
}

/**
 * Every cell of a map once, pass by pass, row by row within a pass.
 * @param cells a side
 * @returns [cells²], numbers as in grid.ts
 */
export function tileOrder(cells: number): Uint32Array {
  const order = new Uint32Array(cells * cells);
  let at = 0;
  // Before the first pass nothing is trained: x % 0 is NaN.
  let coarser = 0;
  for (const spacing of passSpacings(cells)) {
    for (let row = 0; row < cells; row += spacing)
      for (let column = 0; column < cells; column += spacing)
        if (row % coarser !== 0 || column % coarser !== 0) order[at++] = row * cells + column;
    coarser = spacing;
  }
  return order;
}
