/** What is asked of the engine and what comes back: plain data that a worker can be sent. */
import type { PhaseValues } from '../phase/cell-models.ts';
import type { CellResults } from '../phase/results.ts';
import type { ModelSettings, Problem, Recipe, State } from '../problem.ts';
import type { EngineChoice, EngineName } from './choice.ts';

/** Train every model of a problem from its seed, and measure it. */
export interface TrainJob {
  readonly problem: Problem;
  readonly recipe: Recipe;
  readonly engine: EngineChoice;
  /** Where to stop, at most recipe.steps: an early look at the very run that the whole recipe would give. */
  readonly until: number;
  /** Steps that are reported, with losses, as soon as they are reached. */
  readonly announce: readonly number[];
  /** Samples in the evaluation set where no closed form gives the loss. */
  readonly evaluationSamples: number;
}

export interface TrainedModel {
  /** Position in problem.models. */
  readonly index: number;
  /** [P], in the layout of State. */
  readonly theta: Float32Array;
  /** Adam's moments, [P] each: with theta and the step, all that the run needs to go on. */
  readonly m1: Float32Array;
  readonly m2: Float32Array;
  /** Per sample, summed over features, importance-weighted. */
  readonly loss: number;
  /** Whether `loss` is the closed form's; otherwise it is the evaluation set's. */
  readonly exact: boolean;
}

export interface TrainResult {
  readonly engine: EngineName;
  /** Which kernel path ran, as the engine names it. */
  readonly path: string;
  /** Time spent stepping, without evaluation. */
  readonly seconds: number;
  readonly steps: number;
  /** In the order of problem.models. */
  readonly models: readonly TrainedModel[];
  /** One line each: what did not go as asked (a fallback, a lost GPU). */
  readonly notices: readonly string[];
}

/** Measure trained models of one task, such as the starts of a setting, on an evaluation set that they share. */
export interface EvaluateJob {
  /** The models' task: their data, importances and family are this one's. */
  readonly settings: ModelSettings;
  readonly m: number;
  /** Whether their hidden layer has a bias. */
  readonly hiddenBias?: boolean;
  /** [P] each. */
  readonly thetas: readonly Float32Array[];
  /** Samples in the evaluation set, whether there is a closed form or not. */
  readonly samples: number;
}

/** All models of a job at one of its announced steps. */
export interface Progress {
  readonly step: number;
  /** [models, P]. */
  readonly theta: Float32Array;
  /** One per model. */
  readonly losses: readonly number[];
}

/** A run that is advanced step by step by whoever watches it. */
export interface LearnJob {
  readonly problem: Problem;
  readonly recipe: Recipe;
  readonly engine: EngineChoice;
  /** Where to start; the seed's initial state when absent. */
  readonly state?: State;
}

export interface LearnFrame {
  readonly engine: EngineName;
  readonly state: State;
  /** One per model. */
  readonly losses: readonly number[];
  /** Steps a second since this worker opened the run, on whichever engines; evaluation and messages not counted. */
  readonly rate: number;
  readonly notices: readonly string[];
}

/** Cells of a phase diagram to train, every start of each, and to show by one model each. */
export interface MapJob {
  /** The figure's settings: the workers make the models from them (phase/cell-models.ts). */
  readonly values: PhaseValues;
  /** Which cells, at least one, none twice, those that are wanted first in front (phase/passes.ts). */
  readonly cells: Uint32Array;
}

/** Some cells of a map, trained by one worker in one go. */
export interface MapTile extends CellResults {
  readonly engine: EngineName;
  /** Which kernel path ran, as the engine names it. */
  readonly path: string;
  /** Time that the worker spent on it, losses included. */
  readonly seconds: number;
  readonly notices: readonly string[];
}

export interface MapResult {
  readonly engine: EngineName;
  readonly path: string;
  /** Time that the busiest worker spent on it. */
  readonly seconds: number;
  /** How many were trained: cells · starts. */
  readonly models: number;
  readonly notices: readonly string[];
}
