/**
 * The page's face of the engine: messages to workers, no tfjs. Tests and the command line, which train in their own
 * thread, use in-process.ts.
 */
export type { EngineName } from './choice.ts';
export { TrainingPool, type Training } from './client.ts';
export type { LearnFrame, MapJob, MapResult, MapTile, Progress, TrainResult } from './job.ts';
export { TrainingError } from './training-error.ts';
