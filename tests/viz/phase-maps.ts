/** Phase maps as theory expects them, for the views to draw. */
import { cellCentre, type PhaseGrid } from '../../src/models/phase/grid.ts';
import { bestCandidate, type PhaseFeatures } from '../../src/models/theory/phase.ts';

export const gridOf = (cells: number): PhaseGrid => ({ cells, r: [0.1, 10], p: [1, 0.01] });

/** Every cell shows the best fixed solution there: length 0 or 1, superposition 0 or 1. */
export function theoryMap(n: PhaseFeatures, cells = 48) {
  const grid = gridOf(cells);
  const extra = Array.from({ length: cells * cells }, (_, cell) => {
    const { r, p } = cellCentre(grid, cell);
    return bestCandidate(n, r, p).extra;
  });
  return {
    grid,
    norm: Float32Array.from(extra, (c) => (c === 'not represented' ? 0 : 1)),
    superposition: Float32Array.from(extra, (c) => (c === 'superposed' ? 1 : 0)),
    shows: null,
  };
}
