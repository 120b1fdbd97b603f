/** The page's side of a watched run: it lives in one worker, and is opened again from its last state where that is gone. */
import type { TrainingPool } from './client.ts';
import type { LearnFrame, LearnJob } from './job.ts';
import type { WorkerLike } from './lane.ts';
import type { Request } from './messages.ts';
import { patienceFor } from './patience.ts';
import { failure, RESTARTED, TrainingError } from './training-error.ts';

/** A run that is watched: opened at its first state, advanced on demand. */
export interface Learning {
  /** The state it starts from. Rejects with TrainingError. */
  readonly opened: Promise<LearnFrame>;
  /** Steps on, never past the recipe's end, behind what was asked before. Rejects with TrainingError. */
  advance(steps: number): Promise<LearnFrame>;
  /** Ends it; an answer that is still owed rejects with TrainingError. */
  close(): void;
}

/** Opens a run on the pool's first worker. */
export function learn(pool: Pick<TrainingPool, 'lanes' | 'nextId' | 'resolve'>, job: LearnJob): Learning {
  const [lane] = pool.lanes;
  const id = pool.nextId();
  let last = { ...job, engine: pool.resolve(job.problem, job.recipe, job.engine) };
  /** The worker that has the run. It may be replaced while nothing is owed, on account of another request. */
  let host: WorkerLike | undefined;
  let notices: readonly string[] = [];
  /** The answer that is owed, if one is. */
  let pending: Promise<LearnFrame> | undefined;
  let reject: (error: TrainingError) => void = () => {};
  let closed = false;

  const request = (steps: number): Request =>
    host && host === lane.worker ? { type: 'advance', id, steps } : { type: 'learn', id, job: last, steps };

  const send = (steps: number, resolve: (frame: LearnFrame) => void): void => {
    const restarted = (): void => void (notices = [RESTARTED]);
    if (host && host !== lane.worker) restarted();
    lane.ask(id, request(steps), {
      patience: patienceFor(job.problem, job.recipe),
      again: () => [request(steps)],
      receive: (response) => {
        lane.settle(id);
        if (response.type !== 'frame') return reject(failure(response));
        const { frame } = response;
        host = lane.worker;
        last = { ...last, state: frame.state };
        resolve({ ...frame, notices: [...notices, ...frame.notices] });
      },
      lost: (reason) => reject(new TrainingError(reason, last.state)),
      restarted,
    });
  };

  const ask = (steps: number): Promise<LearnFrame> => {
    const after = (): Promise<LearnFrame> => ask(steps);
    if (pending) return pending.then(after, after);
    if (closed) return Promise.reject(new TrainingError(CLOSED, last.state));
    const asked = new Promise<LearnFrame>((resolve, fail) => {
      reject = fail;
      send(steps, resolve);
    });
    const free = (): void => void (pending = undefined);
    asked.then(free, free);
    return (pending = asked);
  };

  return {
    opened: ask(0),
    advance: ask,
    close: () => {
      closed = true;
      lane.settle(id);
      lane.cancel(id);
      // Whoever still waits for a frame must not wait for ever.
      reject(new TrainingError(CLOSED, last.state));
    },
  };
}

const CLOSED = 'the run was closed';
