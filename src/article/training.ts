/** The page's workers: made when the first figure trains, shared by all. */
import { TrainingPool } from '../models/engine/index.ts';

const newWorker = (): Worker =>
  new Worker(new URL('../models/engine/worker.ts', import.meta.url), { type: 'module', name: 'training' });

let pool: TrainingPool | undefined;

/** One worker for each core but one, which is left to the page. */
export function trainingPool(): TrainingPool {
  pool ??= new TrainingPool(newWorker, Math.max(1, (navigator.hardwareConcurrency || 2) - 1));
  return pool;
}

let background: TrainingPool | undefined;

/**
 * Workers for what takes minutes and goes on while the reader is elsewhere on the page: half as many as the page's, so
 * that no other figure waits behind a long run.
 */
export function backgroundPool(): TrainingPool {
  background ??= new TrainingPool(newWorker, Math.ceil(trainingPool().workers / 2));
  return background;
}
