/** How long a worker may be silent before it counts as dead: it speaks between chunks, and a chunk is at least a step. */
import type { Recipe } from '../problem.ts';

/** A busy worker speaks every half second where steps are short. */
const LEAST_MS = 4500;
/** Multiply-adds a millisecond of the slowest engine on a slow phone: a tenth of what the float64 reference does here. */
const SLOWEST_PER_MS = 20_000;
/** Multiply-adds of a step for each sample and weight: forward, backward and gradient. */
const PER_WEIGHT = 5;

/** As much of a Problem as tells how long a step takes. */
export interface ProblemSize {
  readonly n: number;
  readonly m: number;
  readonly models: { readonly length: number };
}

/** Milliseconds. */
export function patienceFor({ n, m, models }: ProblemSize, { batch }: Pick<Recipe, 'batch'>): number {
  return Math.max(LEAST_MS, (models.length * batch * n * m * PER_WEIGHT) / SLOWEST_PER_MS);
}
