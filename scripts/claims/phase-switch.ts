/** The density at which a phase ends: where the best model, trained or not, stops being of it. */
import { boundaryDensity } from '../../src/models/theory/phase.ts';
import { lastPlace } from './crossing.ts';
import type { PhaseTask } from './phase-loss.ts';
import { phaseOptimum } from './phase-optimum.ts';
import { trainedBest } from './phase-training.ts';

/** Along one column of the diagram. */
export type PhaseColumn = Omit<PhaseTask, 'p'>;
/** Whether a model, W [n, n − 1], is of the phase. */
export type Belongs = (W: ArrayLike<number>) => boolean;

/** Where switches are looked for, relative to the boundary of fixed W: free weights do better, so it is passed late. */
const SEARCHED = [0.85, 1.7] as const;
/** Densities closer than this are not told apart. */
const NEAREST = 2e-4;

function switchDensity(column: PhaseColumn, belongs: (task: PhaseTask) => boolean | Promise<boolean>): Promise<number> {
  const fixed = boundaryDensity(column.n, column.r, column.law);
  const [from, to] = SEARCHED.map((share) => Math.min(1, share * fixed));
  return lastPlace((p) => belongs({ ...column, p }), from, to, NEAREST);
}

/** Of the best trained model. */
export const trainedSwitch = (column: PhaseColumn, belongs: Belongs): Promise<number> =>
  switchDensity(column, async (task) => belongs((await trainedBest(task)).W));

/** Of the exact loss's minimum. */
export const optimumSwitch = (column: PhaseColumn, belongs: Belongs): Promise<number> =>
  switchDensity(column, (task) => belongs(phaseOptimum(task).x));
