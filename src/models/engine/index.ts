/**
 * The page's face of the engine: messages to workers, no tfjs. Tests and the command line, which train in their own
 * thread, use in-process.ts.
 */
export type { EngineChoice, EngineName } from './choice.ts';
export { TrainingError, TrainingPool, type Learning, type Training } from './client.ts';
export type { LearnFrame, LearnJob, Progress, TrainedModel, TrainJob, TrainResult } from './job.ts';
