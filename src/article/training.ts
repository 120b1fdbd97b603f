/** The page's workers: made when the first figure trains, shared by all. */
import { TrainingPool } from '../models/engine/index.ts';

let pool: TrainingPool | undefined;

/** One worker for each core but one, which is left to the page. */
export function trainingPool(): TrainingPool {
  pool ??= new TrainingPool(
    () => new Worker(new URL('../models/engine/worker.ts', import.meta.url), { type: 'module', name: 'training' }),
    Math.max(1, (navigator.hardwareConcurrency || 2) - 1),
  );
  return pool;
}
