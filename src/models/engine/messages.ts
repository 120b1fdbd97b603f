/** What page and worker say to each other. Every request carries an id that its answers repeat. */
import type { EngineTimes } from './preference-rule.ts';
import type { EvaluateJob, LearnFrame, LearnJob, MapJob, MapTile, Progress, TrainJob, TrainResult } from './job.ts';
import type { Problem, Recipe, State } from '../problem.ts';

export type Request =
  | { readonly type: 'train'; readonly id: number; readonly job: TrainJob }
  /** Opens a run, from its seed or its state, and advances it; answered by `frame`. */
  | { readonly type: 'learn'; readonly id: number; readonly job: LearnJob; readonly steps: number }
  /** Of a run that this worker has opened; answered by `frame`. */
  | { readonly type: 'advance'; readonly id: number; readonly steps: number }
  /** Trains all cells of the job as one tile; answered by `tile`. */
  | { readonly type: 'map'; readonly id: number; readonly job: MapJob }
  /** Measures trained models; answered by `evaluated`. */
  | { readonly type: 'evaluate'; readonly id: number; readonly job: EvaluateJob }
  /** Ends a train, learn, map or evaluate request; no answer. */
  | { readonly type: 'cancel'; readonly id: number }
  /** Times the engines on a shape, behind whatever waits; answered by `measured`. */
  | {
      readonly type: 'measure';
      readonly id: number;
      readonly problem: Problem;
      readonly recipe: Recipe;
      readonly workers: number;
    };

export type Response =
  | { readonly type: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly type: 'result'; readonly id: number; readonly result: TrainResult }
  | { readonly type: 'frame'; readonly id: number; readonly frame: LearnFrame }
  | { readonly type: 'tile'; readonly id: number; readonly tile: MapTile }
  /** One loss a model. */
  | { readonly type: 'evaluated'; readonly id: number; readonly losses: Float64Array }
  | { readonly type: 'measured'; readonly id: number; readonly times: EngineTimes }
  | { readonly type: 'failed'; readonly id: number; readonly reason: string; readonly good?: State }
  /** Sent first of all, and while busy: the page can tell a long job from a dead worker, and both from one that loads. */
  | { readonly type: 'alive' };
