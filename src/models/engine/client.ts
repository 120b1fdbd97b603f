/**
 * The page's side of training: a pool of workers. Models of a job are dealt to workers by what they cost (deal.ts) and put
 * together again in order; a model's bits do not depend on which worker trained it.
 */
import { parameterCount } from '../layout.ts';
import type { Problem, Recipe } from '../problem.ts';
import type { EngineChoice } from './choice.ts';
import { deal } from './deal.ts';
import { Lane, type WorkerLike } from './lane.ts';
import type { Progress, TrainJob, TrainResult } from './job.ts';
import type { Request } from './messages.ts';
import { patienceFor } from './patience.ts';
import { fasterEngine } from './preference-rule.ts';
import { failure, RESTARTED, TrainingError } from './training-error.ts';

export interface Training {
  /** Null when cancelled. Rejects with TrainingError. */
  readonly result: Promise<TrainResult | null>;
  cancel(): void;
}

export class TrainingPool {
  /** What trains, for those who deal their own work (map-training.ts, learning.ts). */
  readonly lanes: readonly Lane[];
  /** Shapes that were timed, and the engine that won. */
  readonly #faster = new Map<string, 'webgl' | 'wasm'>();
  #lastId = 0;

  /**
   * @param create makes one worker that runs worker.ts
   * @param workers how many, ≥ 1
   */
  constructor(create: () => WorkerLike, workers: number) {
    this.lanes = Array.from({ length: Math.max(1, workers) }, () => new Lane(create));
  }

  /** Names the next request. */
  nextId(): number {
    return ++this.#lastId;
  }

  get workers(): number {
    return this.lanes.length;
  }

  train(job: TrainJob, onProgress?: (progress: Progress) => void): Training {
    const engine = this.resolve(job.problem, job.recipe, job.engine);
    // There is one GPU: its models stay together.
    const count = engine === 'webgl' ? 1 : Math.min(this.lanes.length, job.problem.models.length);
    const parts = deal(job.problem, count).map((indices) => {
      const models = indices.map((k) => job.problem.models[k]);
      return { indices, job: { ...job, engine, problem: { ...job.problem, models } } };
    });
    const merged = onProgress && mergeProgress(job.problem, parts, onProgress);
    const trainings = parts.map((part, w) =>
      this.#trainOn(this.lanes[w], part.job, merged && ((progress) => merged(w, progress))),
    );
    const cancel = (): void => trainings.forEach((training) => training.cancel());
    const merge = (results: (TrainResult | null)[]): TrainResult | null => {
      const whole = results.filter((result) => result !== null);
      const indices = parts.map((part) => part.indices);
      return whole.length < results.length ? null : mergeResults(whole, indices);
    };
    const result = Promise.all(trainings.map((training) => training.result)).then(merge);
    // Where one part has failed, the others would train for nobody.
    result.catch(cancel);
    return { result, cancel };
  }

  /** Times the engines on a shape, once, on the first worker, behind whatever it is doing; `auto` then knows. */
  measure(problem: Problem, recipe: Recipe): void {
    const shape = shapeOf(problem, recipe);
    if (this.#faster.has(shape)) return;
    this.#faster.set(shape, 'wasm');
    const [lane] = this.lanes;
    const id = this.nextId();
    const request: Request = { type: 'measure', id, problem, recipe, workers: this.workers };
    lane.ask(id, request, {
      patience: patienceFor(problem, recipe),
      // A timing that did not come back says enough: WebAssembly stays.
      again: () => [],
      receive: (response) => {
        lane.settle(id);
        if (response.type === 'measured') this.#faster.set(shape, fasterEngine(response.times, this.workers));
      },
      lost: () => {},
      restarted: () => lane.settle(id),
    });
  }

  terminate(): void {
    this.lanes.forEach((lane) => lane.terminate());
  }

  /** What `auto` means for a shape: what its timing said, WebAssembly until then. */
  resolve(problem: Problem, recipe: Recipe, engine: EngineChoice): EngineChoice {
    return engine === 'auto' ? (this.#faster.get(shapeOf(problem, recipe)) ?? 'wasm') : engine;
  }

  #trainOn(lane: Lane, job: TrainJob, onProgress?: (progress: Progress) => void): Training {
    const id = this.nextId();
    let notices: readonly string[] = [];
    let stop = (): void => {};
    const result = new Promise<TrainResult | null>((resolve, reject) => {
      stop = () => {
        lane.settle(id);
        lane.cancel(id);
        resolve(null);
      };
      const request = { type: 'train', id, job } as const;
      lane.ask(id, request, {
        patience: patienceFor(job.problem, job.recipe),
        again: () => [request],
        receive: (response) => {
          if (response.type === 'progress') return onProgress?.(response.progress);
          lane.settle(id);
          if (response.type === 'result')
            resolve({ ...response.result, notices: [...notices, ...response.result.notices] });
          else reject(failure(response));
        },
        lost: (reason) => reject(new TrainingError(reason)),
        restarted: () => (notices = [RESTARTED]),
      });
    });
    return { result, cancel: () => stop() };
  }
}

/**
 * What decides how fast a step is, which path trains it included: the same for every sparsity and seed, so that a slider
 * needs one timing.
 */
function shapeOf({ n, m, models, hiddenBias = false }: Problem, recipe: Recipe): string {
  const { batch, gradient = 'sampled', dropout = 0 } = recipe;
  const forms = models.map(({ family, law = 'uniform', sets = [] }) => [family, law, sets.length].join(' '));
  return [n, m, models.length, batch, gradient, hiddenBias, dropout > 0, ...[...new Set(forms)].sort()].join('×');
}

interface Part {
  readonly indices: readonly number[];
}

function mergeResults(results: readonly TrainResult[], indices: readonly (readonly number[])[]): TrainResult {
  const models = results
    .flatMap((result, w) => result.models.map((model) => ({ ...model, index: indices[w][model.index] })))
    .sort((a, b) => a.index - b.index);
  return {
    ...results[0],
    // Parts of one batch may take different paths: named as if one worker had trained them all.
    path: [...new Set(results.flatMap((result) => result.path.split('+')))].sort().join('+'),
    seconds: Math.max(...results.map((result) => result.seconds)),
    notices: [...new Set(results.flatMap((result) => result.notices))],
    models,
  };
}

/** Tells a step, once, when every part has reached it: a worker that is started again reaches its steps a second time. */
function mergeProgress(
  problem: Problem,
  parts: readonly Part[],
  tell: (progress: Progress) => void,
): (w: number, progress: Progress) => void {
  const P = parameterCount(problem);
  const byStep = new Map<number, (Progress | undefined)[]>();
  let told = -1;
  return (w, progress) => {
    if (progress.step <= told) return;
    const reached = byStep.get(progress.step) ?? parts.map(() => undefined);
    reached[w] = progress;
    byStep.set(progress.step, reached);
    const theta = new Float32Array(problem.models.length * P);
    const losses: number[] = [];
    for (const [part, { indices }] of parts.entries()) {
      const from = reached[part];
      if (!from) return;
      indices.forEach((k, row) => {
        theta.set(from.theta.subarray(row * P, (row + 1) * P), k * P);
        losses[k] = from.losses[row];
      });
    }
    byStep.delete(progress.step);
    told = progress.step;
    tell({ step: progress.step, theta, losses });
  };
}
