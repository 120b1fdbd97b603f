/** The class of the extra feature in every cell of a phase diagram: as the figure trains it, and at the exact optimum. */
import { toProblem } from '../../src/models/parameters/to-problem.ts';
import type { PhaseValues } from '../../src/models/phase/cell-models.ts';
import { cellCentre, gridOf } from '../../src/models/phase/grid.ts';
import type { PhaseClass, PhaseFeatures } from '../../src/models/theory/phase.ts';
import { phaseOptimum } from './phase-optimum.ts';
import { extraClass } from './phase-region.ts';
import { lowest, trainAll } from './train.ts';

/** [cells²], row by row: the best start of each cell, all of them trained at once. */
export async function trainedMap(values: PhaseValues): Promise<PhaseClass[]> {
  const { problem, recipe } = toProblem('phase', values);
  const models = await trainAll(problem, recipe);
  const startsOf = (cell: number) => models.slice(cell * values.starts, (cell + 1) * values.starts);
  return everyCell(values, (cell) => extraClass(lowest(startsOf(cell)).W, featuresOf(values)));
}

/** [cells²]: the model of least exact loss (5 ms a cell with two features, 200 ms with three). */
export function optimumMap(values: PhaseValues): PhaseClass[] {
  const n = featuresOf(values);
  return everyCell(values, (cell) => {
    const task = { n, ...cellCentre(gridOf(values), cell), law: values.law };
    return extraClass(phaseOptimum(task).x, n);
  });
}

const everyCell = (values: PhaseValues, classOf: (cell: number) => PhaseClass): PhaseClass[] =>
  Array.from({ length: values.cells ** 2 }, (_, cell) => classOf(cell));

const featuresOf = ({ n }: PhaseValues): PhaseFeatures => (n === 2 ? 2 : 3);
