/** The exact loss of a phase diagram's model as a function of W and b, in float64, without the engine's quadrature. */
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

/**
 * θ (W, n rows of n − 1, then b) to the expected loss: the closed form (theory/relu-output-loss.ts) for U[0, 1], else a
 * sum over all data, of which a discrete law has finitely many.
 */
export function phaseLoss(task: PhaseTask): (theta: ArrayLike<number>) => number {
  const m = task.n - 1;
  const settings = settingsOf(task, 0, 0);
  const { law = 'uniform' } = settings;
  if (law === 'uniform') return (theta) => exactLoss(settings, m, theta);
  const all = allData(task, law);
  return (theta) => all.reduce((sum, { x, share }) => sum + share * sampleLoss(theta, x, settings.importance, m), 0);
}

function sampleLoss(theta: ArrayLike<number>, x: readonly number[], importance: readonly number[], m: number): number {
  const n = x.length;
  let loss = 0;
  for (let i = 0; i < n; i++) {
    let z = theta[n * m + i];
    for (let k = 0; k < m; k++) {
      let h = 0;
      for (let j = 0; j < n; j++) h += theta[j * m + k] * x[j];
      z += theta[i * m + k] * h;
    }
    loss += importance[i] * (x[i] - Math.max(0, z)) ** 2;
  }
  return loss;
}

/** Equal steps of a continuous law, which is taken at their middles: with four times as many a switch moves by 2e-4. */
const STEPS = 24;

/** An active feature's values, all equally likely. */
const VALUES: Readonly<Record<Exclude<ValueLaw, 'uniform'>, readonly number[]>> = {
  one: [1],
  three: [1, 2, 3],
  upper: Array.from({ length: STEPS }, (_, k) => 0.5 + (k + 0.5) / (2 * STEPS)),
};

function allData({ n, p }: PhaseTask, law: keyof typeof VALUES): { x: readonly number[]; share: number }[] {
  const values = VALUES[law];
  let all: { x: readonly number[]; share: number }[] = [{ x: [], share: 1 }];
  for (let i = 0; i < n; i++)
    all = all.flatMap(({ x, share }) => [
      { x: [...x, 0], share: share * (1 - p) },
      ...values.map((value) => ({ x: [...x, value], share: (share * p) / values.length })),
    ]);
  return all;
}
