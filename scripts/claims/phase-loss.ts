/** The exact loss of a phase diagram's model as a function of W and b (theory/exact-loss.ts), for each law of the values. */
import type { ModelSettings, ValueLaw } from '../../src/models/problem.ts';
import { exactLoss } from '../../src/models/theory/exact-loss.ts';
import type { PhaseFeatures } from '../../src/models/theory/phase.ts';

/** Where in a phase diagram: n − 1 features of importance 1 and the extra one of importance r, all of density p. */
export interface PhaseTask {
  readonly n: PhaseFeatures;
  readonly r: number;
  readonly p: number;
  /** `uniform` when absent. */
  readonly law?: ValueLaw;
}

/** The task as the engine takes it: ReLU output, at a seed's given start. */
export const settingsOf = ({ n, r, p, law = 'uniform' }: PhaseTask, seed: number, start: number): ModelSettings => ({
  family: 'relu',
  density: Array.from({ length: n }, () => p),
  importance: Array.from({ length: n }, (_, i) => (i < n - 1 ? 1 : r)),
  ...{ seed, start, model: 0, law },
});

/** θ (W, n rows of n − 1, then b) to the expected loss. */
export function phaseLoss(task: PhaseTask): (theta: ArrayLike<number>) => number {
  const settings = settingsOf(task, 0, 0);
  return (theta) => exactLoss(settings, task.n - 1, theta);
}
