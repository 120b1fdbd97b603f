/**
 * How long a worker may be silent before it counts as dead. It speaks between chunks: of steps, of which one is at least
 * a step of the whole batch, and of the samples that the models are measured on, one model after the other.
 */
import { SAMPLE_CHUNK } from '../evaluation/counts.ts';
import type { Recipe } from '../problem.ts';

/**
 * How long the code may take to arrive, of a worker (60 kB compressed) or of what it loads only when it is asked for: a
 * connection that needs longer would have needed minutes for the page. Meanwhile there is nobody to speak.
 */
export const LOADING_MS = 30_000;

/** A busy worker speaks every half second where steps are short. */
const LEAST_MS = 4500;
/** Multiply-adds a millisecond of the slowest engine on a slow phone: a tenth of what the float64 reference does here. */
const SLOWEST_PER_MS = 20_000;
/** Multiply-adds of a step for each sample and weight: forward, backward and gradient. */
const PER_WEIGHT = 5;
/** And of measuring it: forward only. */
const PER_WEIGHT_MEASURED = 2;

/** As much of a Problem as tells how long its work takes. */
export interface ProblemSize {
  readonly n: number;
  readonly m: number;
  readonly models: { readonly length: number };
}

/** Milliseconds. */
export function patienceFor({ n, m, models }: ProblemSize, { batch }: Pick<Recipe, 'batch'>): number {
  const step = models.length * batch * PER_WEIGHT;
  const measuring = SAMPLE_CHUNK * PER_WEIGHT_MEASURED;
  return Math.max(LEAST_MS, (Math.max(step, measuring) * n * m) / SLOWEST_PER_MS);
}
