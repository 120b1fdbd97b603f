/** A pool in which nothing trains: its trainings reach a step, end or fail when the test says so. */
import {
  TrainingError,
  type EngineName,
  type Progress,
  type Training,
  type TrainResult,
} from '../../src/models/engine/index.ts';
import type { Evaluators } from '../../src/models/engine/evaluation.ts';
import type { TrainJob } from '../../src/models/engine/job.ts';
import { parameterCount } from '../../src/models/layout.ts';

export class HeldTraining implements Training {
  readonly job: TrainJob;
  readonly result: Promise<TrainResult | null>;
  /** Neither ended nor cancelled. */
  open = true;
  readonly #tell: (progress: Progress) => void;
  #resolve: (result: TrainResult | null) => void = () => {};
  #reject: (error: TrainingError) => void = () => {};

  constructor(job: TrainJob, tell: (progress: Progress) => void) {
    this.job = job;
    this.#tell = tell;
    this.result = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  cancel(): void {
    this.open = false;
    this.#resolve(null);
  }

  /** @param theta of all models, [models, P]; small weights, no two alike, when absent */
  reach(step: number, theta = this.#weights()): void {
    this.#tell({ step, theta, losses: this.job.problem.models.map((_, k) => 1 + k) });
  }

  finish(engine: EngineName = 'wasm'): void {
    const P = parameterCount(this.job.problem);
    const theta = this.#weights();
    const models = this.job.problem.models.map((_, index) => ({
      index,
      theta: theta.slice(index * P, (index + 1) * P),
      m1: new Float32Array(P),
      m2: new Float32Array(P),
      loss: 1 + index,
      exact: false,
    }));
    this.open = false;
    this.#resolve({ engine, path: 'dense', seconds: 1, steps: this.job.until, models, notices: [] });
  }

  fail(reason: string): void {
    this.open = false;
    this.#reject(new TrainingError(reason));
  }

  #weights(): Float32Array {
    const { problem } = this.job;
    return Float32Array.from({ length: problem.models.length * parameterCount(problem) }, (_, j) => Math.sin(j) / 2);
  }
}

export class HeldPool implements Evaluators {
  readonly workers = 1;
  readonly trainings: HeldTraining[] = [];
  /** Answers evaluations as soon as they are asked for: the first model of each loses 1, the next 2. */
  readonly lanes: Evaluators['lanes'] = [
    {
      ask: (id, request, { receive }) => {
        if (request.type !== 'evaluate') return;
        const losses = Float64Array.from(request.job.thetas, (_, k) => 1 + k);
        this.evaluations.push({ id, answer: () => receive({ type: 'evaluated', id, losses }) });
        if (!this.holdsEvaluations) queueMicrotask(() => receive({ type: 'evaluated', id, losses }));
      },
      settle: () => undefined,
      cancel: (id) => this.cancelled.push(id),
    },
  ];
  /** Whether they wait for the test to answer them. */
  holdsEvaluations = false;
  readonly evaluations: { readonly id: number; readonly answer: () => void }[] = [];
  /** Ids of the requests that were ended. */
  readonly cancelled: number[] = [];
  #lastId = 0;

  nextId(): number {
    return ++this.#lastId;
  }

  train(job: TrainJob, tell: (progress: Progress) => void = () => {}): Training {
    const training = new HeldTraining(job, tell);
    this.trainings.push(training);
    return training;
  }

  /** Would time the engines: here all are as fast. */
  measure(): void {
    return undefined;
  }

  get open(): HeldTraining[] {
    return this.trainings.filter(({ open }) => open);
  }

  /** The newest that is still going on. @throws Error where there is none */
  get last(): HeldTraining {
    const last = this.open.at(-1);
    if (!last) throw new Error('nothing trains');
    return last;
  }
}

/** Lets everything that waits for a training hear of it. */
export const heard = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
