/** Where the regions of a trained map are, and where in them their names have room. */
import type { Activation } from '../models/families.ts';
import { cellAt, cellCentre, type PhasePlace } from '../models/phase/grid.ts';
import { candidates, phaseClass, type Candidate, type PhaseClass, type PhaseFeatures } from '../models/theory/phase.ts';
import type { ValueLaw } from '../models/problem.ts';
import { shownCell, type PhaseCells } from './phase-cells.ts';
import { phaseColor } from './phase-color.ts';
import { solutionWords, type SolutionName } from './phase-words.ts';
import { boxAround, type Box } from './place-labels.ts';

/** What is trained in the cells. */
export interface PhaseSetting {
  readonly n: PhaseFeatures;
  readonly law: ValueLaw;
  readonly activation: Activation;
}

/** The solutions that a model has: without a nonlinearity no two features can share a dimension. */
export const solutions = ({ n, activation }: Pick<PhaseSetting, 'n' | 'activation'>): readonly Candidate[] =>
  candidates(n).filter(({ ignored }) => activation !== 'identity' || ignored.length > 0);

export interface RegionName {
  readonly solution: SolutionName;
  readonly extra: PhaseClass;
  readonly text: string;
  /** Its glyph and text together, px from the map's top left. */
  readonly box: Box;
  /** What the map's colour is in the middle of it. */
  readonly color: string;
}

/** Cells a side in which regions are looked at: no name needs a finer place. */
const RASTER = 48;
/** Advance of a character of a name, and its glyph with the space after it, px. */
const CHARACTER = 7.1;
export const REGION_GLYPH = 20;
/** Air around a name inside its region, px: the least, and where more is not better. */
const AIR = { least: 6, most: 90 } as const;

/**
 * The names of the regions that have room for them, at most one for each solution. A region is made of what is trained:
 * the cells in which the extra feature has the solution's class; of two solutions with one class (three features) a cell
 * belongs to the one of less loss.
 * @param size of the map, px
 */
export function regionNames(
  cells: PhaseCells,
  setting: PhaseSetting,
  { width, height }: { width: number; height: number },
): RegionName[] {
  const possible = solutions(setting);
  const side = Math.min(RASTER, cells.grid.cells);
  const coarse = { ...cells.grid, cells: side };
  const shownAt = (place: PhasePlace): number => shownCell(cells, cellAt(cells.grid, place));
  const raster = Array.from({ length: side * side }, (_, k) => {
    const place = cellCentre(coarse, k);
    const cell = shownAt(place);
    if (cell < 0) return -1;
    const extra = phaseClass(cells.norm[cell], cells.superposition[cell]);
    const loss = (c: Candidate): number => (c.extra === extra ? c.loss(place.r, place.p, setting.law) : Infinity);
    const least = Math.min(...possible.map(loss));
    return least < Infinity ? possible.findIndex((c) => loss(c) === least) : -1;
  });
  return possible.flatMap(({ name, extra }, index): RegionName[] => {
    const others = foreignCells(raster, side, index);
    for (const text of solutionWords(setting.n, name).region) {
      const room = boxAround([0, 0], REGION_GLYPH + CHARACTER * text.length);
      const box = roomiest(room, others, side, { width, height });
      if (!box) continue;
      const [column, row] = [Math.floor((box.x / width) * side), Math.floor((box.y / height) * side)];
      const cell = shownAt(cellCentre(coarse, row * side + column));
      return [{ solution: name, extra, text, box, color: phaseColor(cells.superposition[cell], cells.norm[cell]) }];
    }
    return [];
  });
}

/** Counts cells of other regions in rectangles of cells (a summed-area table); `centre` is the region's own. */
interface ForeignCells {
  readonly count: (column: number, row: number, toColumn: number, toRow: number) => number;
  readonly centre: readonly [column: number, row: number];
}

function foreignCells(raster: readonly number[], side: number, region: number): ForeignCells {
  const stride = side + 1;
  const sums = new Int32Array(stride * stride);
  let [own, x, y] = [0, 0, 0];
  raster.forEach((of, k) => {
    const [column, row] = [k % side, Math.floor(k / side)];
    const at = (row + 1) * stride + column + 1;
    sums[at] = sums[at - 1] + sums[at - stride] - sums[at - stride - 1] + (of === region ? 0 : 1);
    if (of === region) [own, x, y] = [own + 1, x + column + 0.5, y + row + 0.5];
  });
  return {
    count: (column, row, toColumn, toRow) =>
      sums[toRow * stride + toColumn] -
      sums[row * stride + toColumn] -
      sums[toRow * stride + column] +
      sums[row * stride + column],
    centre: [x / (own || 1), y / (own || 1)],
  };
}

/** The place in a region with most air around a box of this size, of several the nearest to its centre; null for none. */
function roomiest(
  box: Box,
  { count, centre }: ForeignCells,
  side: number,
  { width, height }: { width: number; height: number },
): Box | null {
  const [cellWidth, cellHeight] = [width / side, height / side];
  const fits = (x: number, y: number, air: number): boolean => {
    const [halfWidth, halfHeight] = [box.width / 2 + air, box.height / 2 + air];
    if (x < halfWidth || y < halfHeight || x > width - halfWidth || y > height - halfHeight) return false;
    const from = [Math.floor((x - halfWidth) / cellWidth), Math.floor((y - halfHeight) / cellHeight)];
    const to = [Math.ceil((x + halfWidth) / cellWidth), Math.ceil((y + halfHeight) / cellHeight)];
    return count(from[0], from[1], Math.min(side, to[0]), Math.min(side, to[1])) === 0;
  };
  let best: Box | null = null;
  let bestScore = -Infinity;
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const [x, y] = [(column + 0.5) * cellWidth, (row + 0.5) * cellHeight];
      const off = Math.hypot(x - centre[0] * cellWidth, y - centre[1] * cellHeight) / 4;
      // Only a place that beats the best one is worth measuring.
      let air = Math.max(AIR.least, bestScore + off);
      if (air > AIR.most || !fits(x, y, air)) continue;
      while (air < AIR.most && fits(x, y, air + 2)) air += 2;
      [best, bestScore] = [{ ...box, x, y }, air - off];
    }
  }
  return best;
}
