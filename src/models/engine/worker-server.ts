/** The worker's side of messages.ts, over anything that has postMessage: a worker's scope, or a test's port. */
import { MOMENT_COUNT } from '../evaluation/counts.ts';
import { breathe, now } from './clock.ts';
import type { LearnFrame } from './job.ts';
import { trainTile } from './map-tile.ts';
import { measureHere, runEvaluateJob } from './measure.ts';
import type { Request, Response } from './messages.ts';
import { LOADING_MS } from './patience.ts';
import { timeEngines } from './preference.ts';
import { Run } from './run.ts';
import { runTrainJob } from './train-job.ts';
import { DivergedError } from './trainer.ts';

export interface WorkerPort {
  postMessage(message: Response, transfer?: Transferable[]): void;
  onmessage: ((event: MessageEvent<Request>) => void) | null;
}

const ALIVE_MS = 500;

/** Says at once that it is there, and then answers. */
export function serve(port: WorkerPort): void {
  const cancelled = new Set<number>();
  const runs = new Map<number, Run>();
  /** One thing at a time: requests queue behind this. */
  let tail: Promise<void> = Promise.resolve();
  let spoke = 0;

  const say = (message: Response, transfer: Transferable[] = []): void => {
    spoke = now();
    port.postMessage(message, transfer);
  };
  const stayAlive = (): void => {
    if (now() - spoke > ALIVE_MS) say({ type: 'alive' });
  };
  const failed = (id: number, error: unknown): void => {
    const reason = error instanceof Error ? error.message : String(error);
    say({ type: 'failed', id, reason, ...(error instanceof DivergedError ? { good: error.good } : {}) });
  };
  const queue = (id: number, work: () => Promise<void>): void => {
    tail = tail.then(async () => {
      const end = now() + LOADING_MS;
      // Code that is loaded on the way is waited for without a chunk between which it could speak.
      const beat = setInterval(() => now() < end && stayAlive(), ALIVE_MS);
      try {
        if (!cancelled.has(id)) await work();
      } catch (error) {
        failed(id, error);
      } finally {
        clearInterval(beat);
      }
    });
  };

  /** Asked between chunks. */
  const stopper = (id: number) => (): boolean => {
    stayAlive();
    return cancelled.has(id);
  };

  const train = async (request: Request & { type: 'train' }): Promise<void> => {
    const { id, job } = request;
    const result = await runTrainJob(job, {
      cancelled: stopper(id),
      progress: (progress) => say({ type: 'progress', id, progress }, [progress.theta.buffer]),
    });
    if (result) say({ type: 'result', id, result });
  };

  const map = async ({ id, job }: Request & { type: 'map' }): Promise<void> => {
    const tile = await trainTile(job, stopper(id));
    if (!tile) return;
    const arrays = [tile.cells, tile.theta, tile.loss, tile.start, tile.norm, tile.superposition];
    say(
      { type: 'tile', id, tile },
      arrays.map(({ buffer }) => buffer),
    );
  };

  const evaluate = async ({ id, job }: Request & { type: 'evaluate' }): Promise<void> => {
    const losses = await runEvaluateJob(job, stopper(id));
    if (losses) say({ type: 'evaluated', id, losses });
  };

  const frame = (run: Run): LearnFrame => ({
    engine: run.engine,
    state: run.state,
    losses: measureHere(run.problem, run.state.theta, MOMENT_COUNT, stayAlive),
    rate: run.rate,
    notices: [...run.notices],
  });

  const advance = async (id: number, run: Run, steps: number): Promise<void> => {
    await run.advanceTo(Math.min(run.step + steps, run.recipe.steps), stopper(id), breathe);
    if (!cancelled.has(id)) say({ type: 'frame', id, frame: frame(run) });
  };

  const learn = async ({ id, job, steps }: Request & { type: 'learn' }): Promise<void> => {
    const run = await Run.start(job.problem, job.recipe, job.engine, job.state);
    runs.get(id)?.dispose();
    runs.set(id, run);
    await advance(id, run, steps);
  };

  const goOn = async ({ id, steps }: Request & { type: 'advance' }): Promise<void> => {
    const run = runs.get(id);
    if (!run) throw new Error('this worker has not opened the run');
    await advance(id, run, steps);
  };

  port.onmessage = ({ data: request }) => {
    switch (request.type) {
      case 'train':
        return queue(request.id, () => train(request));
      case 'map':
        return queue(request.id, () => map(request));
      case 'evaluate':
        return queue(request.id, () => evaluate(request));
      case 'learn':
        return queue(request.id, () => learn(request));
      case 'advance':
        return queue(request.id, () => goOn(request));
      case 'measure':
        return queue(request.id, async () => {
          const times = await timeEngines(request.problem, request.recipe, request.workers);
          say({ type: 'measured', id: request.id, times });
        });
      case 'cancel':
        cancelled.add(request.id);
        tail = tail.then(() => {
          runs.get(request.id)?.dispose();
          runs.delete(request.id);
          cancelled.delete(request.id);
        });
    }
  };
  // From now on silence means something.
  say({ type: 'alive' });
}
