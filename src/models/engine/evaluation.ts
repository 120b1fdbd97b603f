/**
 * The page's side of an evaluation: models that are trained, on one set of samples a task. Drawing a large set costs as
 * much as some five models' passes over it, so a task is cut only where workers would be idle otherwise; each takes the
 * next piece as soon as it is through with one.
 */
import type { ModelSettings, Problem } from '../problem.ts';
import type { TrainingPool } from './client.ts';
import type { EvaluateJob } from './job.ts';
import type { Lane } from './lane.ts';
import type { Request } from './messages.ts';
import { patienceFor } from './patience.ts';
import { failure, TrainingError } from './training-error.ts';

/** Models with the same data, importances and family. */
export interface EvaluationTask {
  /** Of any of them: seed, start and model do not matter. */
  readonly settings: ModelSettings;
  /** [P] each, at least one. */
  readonly thetas: readonly Float32Array[];
}

export interface Evaluators extends Pick<TrainingPool, 'nextId'> {
  readonly lanes: readonly Pick<Lane, 'ask' | 'settle' | 'cancel'>[];
}

/** Models of a piece at least, so that its samples are worth drawing. */
const LEAST_MODELS = 6;

/** Some of a task's models. */
interface Piece {
  readonly task: number;
  /** Of the first of them in the task. */
  readonly from: number;
  readonly job: EvaluateJob;
}

type Asking = Evaluators['lanes'][number];

export class Evaluation {
  /** False when it was stopped. Rejects with TrainingError. */
  readonly result: Promise<boolean>;

  readonly #pool: Evaluators;
  readonly #waiting: Piece[];
  readonly #owed = new Map<number, Asking>();
  /** By task; what is not measured yet is NaN. */
  readonly #losses: readonly Float64Array[];
  readonly #tell: (task: number, losses: Float64Array) => void;
  #resolve: (whole: boolean) => void = () => {};
  #reject: (error: Error) => void = () => {};

  /**
   * @param problem whose sizes the models have
   * @param tasks at least one
   * @param samples in the evaluation set, whether there is a closed form or not
   * @param tell hears of each task when all its models are measured
   */
  constructor(
    pool: Evaluators,
    problem: Problem,
    tasks: readonly EvaluationTask[],
    samples: number,
    tell: (task: number, losses: Float64Array) => void,
  ) {
    this.#pool = pool;
    this.#tell = tell;
    this.#losses = tasks.map(({ thetas }) => new Float64Array(thetas.length).fill(NaN));
    this.#waiting = tasks.flatMap((task, k) => cut(problem, task, k, samples, pool.lanes.length / tasks.length));
    this.result = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    pool.lanes.forEach((lane) => this.#ask(lane));
  }

  /** Tells nobody anything any more. */
  stop(): void {
    this.#end();
    this.#resolve(false);
  }

  #ask(lane: Asking): void {
    const piece = this.#waiting.shift();
    if (!piece) return;
    const { settings, m } = piece.job;
    const id = this.#pool.nextId();
    const request: Request = { type: 'evaluate', id, job: piece.job };
    this.#owed.set(id, lane);
    lane.ask(id, request, {
      patience: patienceFor({ n: settings.density.length, m, models: { length: 1 } }, { batch: 1 }),
      again: () => [request],
      receive: (response) => {
        lane.settle(id);
        this.#owed.delete(id);
        if (response.type === 'evaluated') this.#take(lane, piece, response.losses);
        else this.#fail(failure(response));
      },
      lost: (reason) => this.#fail(new TrainingError(reason)),
      restarted: () => {},
    });
  }

  #take(lane: Asking, { task, from }: Piece, measured: Float64Array): void {
    this.#ask(lane);
    const losses = this.#losses[task];
    losses.set(measured, from);
    if (!losses.some(Number.isNaN)) this.#tell(task, losses);
    if (this.#owed.size === 0 && this.#waiting.length === 0) this.#resolve(true);
  }

  #fail(error: Error): void {
    this.#end();
    this.#reject(error);
  }

  #end(): void {
    this.#waiting.length = 0;
    for (const [id, lane] of this.#owed) {
      lane.settle(id);
      lane.cancel(id);
    }
    this.#owed.clear();
  }
}

/** @param workers that there are for each task */
function cut(
  { m, hiddenBias }: Problem,
  { settings, thetas }: EvaluationTask,
  task: number,
  samples: number,
  workers: number,
): Piece[] {
  const pieces = Math.max(1, Math.min(Math.ceil(workers), Math.floor(thetas.length / LEAST_MODELS)));
  const size = Math.ceil(thetas.length / pieces);
  return Array.from({ length: Math.ceil(thetas.length / size) }, (_, k) => {
    const job = { settings, m, hiddenBias, samples, thetas: thetas.slice(k * size, (k + 1) * size) };
    return { task, from: k * size, job };
  });
}
