/** A run ended without a result: its reason in one line, and the last good state where there is one. */
import type { State } from '../problem.ts';
import type { Response } from './messages.ts';

export class TrainingError extends Error {
  override readonly name = 'TrainingError';
  readonly good?: State;
  constructor(reason: string, good?: State) {
    super(reason);
    if (good) this.good = good;
  }
}

/** Of an answer that is not the one that was asked for. */
export function failure(response: Response): TrainingError {
  return response.type === 'failed'
    ? new TrainingError(response.reason, response.good)
    : new TrainingError(`unexpected answer: ${response.type}`);
}

/** The notice of a run whose worker died on the way. */
export const RESTARTED = 'The training worker stopped and was started again; nothing was lost.';
