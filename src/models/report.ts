/** A trained figure as one JSON object: what the command line prints and the page's download holds. */
import { parametersOf } from './layout.ts';
import { featureMetrics } from './metrics.ts';
import type { FigureId, FigureValues } from './parameters/figures.ts';
import type { Problem } from './problem.ts';

/**
 * Which weights a run began at: those of its seed and settings, weights that were carried over from other settings while they learned, or
 * weights set by hand. Only a seed's run can be made again from its settings.
 */
export const ORIGINS = ['seed', 'carried', 'hand'] as const;
export type Origin = (typeof ORIGINS)[number];

/** One trained model as it comes from the engine, with its losses. */
export interface MeasuredModel {
  /** Position in problem.models. */
  readonly index: number;
  /** Parameters, [P], in the layout of State. */
  readonly theta: Float32Array;
  /**
   * On the evaluation set: per sample, summed over features, importance-weighted. A map, whose cells would need a set
   * each, and the page, which does not sample what it knows exactly, have the closed form's wherever there is one: it
   * is then exactLoss once more.
   */
  readonly loss: number;
  /** The closed form's, where there is one (n ≤ 5, and the linear model of any size). */
  readonly exactLoss?: number;
  /** Non-empty samples that `loss` is on, where they are fewer than in the evaluation set: the run goes on, or was stopped. */
  readonly samples?: number;
  /** Steps that it has taken, where that is said of each model. */
  readonly step?: number;
  /** The seed's weights when absent. */
  readonly origin?: Origin;
  /** Where the report is to hold all that the run needs to go on. */
  readonly moments?: Moments;
}

/** Adam's moments, [P] each, after so many steps. */
export interface Moments {
  readonly step: number;
  readonly m1: Float32Array;
  readonly m2: Float32Array;
}

export interface ReportedRun<F extends FigureId> {
  /** The link version whose defaults the values stand on. */
  readonly version: number;
  readonly figure: F;
  readonly values: FigureValues<F>;
  readonly problem: Problem;
  /** What ran: its name, its kernel path, how many steps the furthest model took, in how many seconds of stepping. */
  readonly engine: string;
  readonly path: string;
  readonly steps: number;
  readonly seconds: number;
  /** All models of the problem, in any order. */
  readonly models: readonly MeasuredModel[];
}

/** A model's parameters, or as many numbers that belong to them. */
export interface Parts {
  /** n rows of m, row i for feature i. */
  readonly W: readonly (readonly number[])[];
  /** Output weights, where they are not W's transpose; row i reads feature i. */
  readonly W2?: readonly (readonly number[])[];
  /** Of the hidden layer, where it has a bias: m numbers. */
  readonly c?: readonly number[];
  /** n numbers. */
  readonly b: readonly number[];
}

/** One model. Vectors have one entry for each feature. */
export interface ModelReport extends Parts {
  /** The family. */
  readonly model: string;
  /** Which cell of a map (phase/grid.ts). */
  readonly cell?: number;
  readonly start: number;
  readonly seed: number;
  /** Steps that it has taken, and which weights it began at; the command line, which trains all to the end, leaves both out. */
  readonly step?: number;
  readonly origin?: Origin;
  /** p = 1 − S: one number where all features share it. */
  readonly density: number | readonly number[];
  readonly importance: readonly number[];
  readonly loss: number;
  readonly exactLoss?: number;
  /** Fewer than `loss` is meant to be on, of a run that has not ended; the command line, which ends all, leaves it out. */
  readonly samples?: number;
  readonly norms: readonly number[];
  readonly superposition: readonly number[];
  readonly dimensionality: readonly number[];
  /** The optimiser's state, with which the run can go on; the command line leaves it out. */
  readonly adam?: { readonly step: number; readonly m1: Parts; readonly m2: Parts };
}

export interface RunReport<F extends FigureId = FigureId> {
  readonly version: number;
  readonly figure: F;
  /** Every key of the figure. */
  readonly config: FigureValues<F>;
  readonly engine: string;
  readonly path: string;
  readonly steps: number;
  readonly seconds: number;
  /** In the figure's order; of the starts of one model the lowest loss comes first. */
  readonly models: readonly ModelReport[];
}

/** Nothing is rounded: each weight is the float32 that was trained. */
export function runReport<F extends FigureId>(run: ReportedRun<F>): RunReport<F> {
  const { version, figure, values, problem, engine, path, steps, seconds } = run;
  const models = bestFirst(problem, run.models).map((measured) => modelReport(figure, problem, measured));
  return { version, figure, config: values, engine, path, steps, seconds, models };
}

/** By model in the order of first appearance, then by loss – the exact one where it is known – then by start. */
function bestFirst(problem: Problem, models: readonly MeasuredModel[]): MeasuredModel[] {
  const firsts = new Map<string, number>();
  const groups = problem.models.map(({ family, model }, k) => {
    const key = `${family} ${model}`;
    const first = firsts.get(key) ?? k;
    firsts.set(key, first);
    return first;
  });
  const score = ({ loss, exactLoss }: MeasuredModel): number => exactLoss ?? loss;
  return [...models].sort((a, b) => groups[a.index] - groups[b.index] || score(a) - score(b) || a.index - b.index);
}

function modelReport(figure: FigureId, whole: Problem, measured: MeasuredModel): ModelReport {
  const { index, theta, loss, exactLoss, samples, step, origin, moments } = measured;
  const { family, model, start, seed, density, importance } = whole.models[index];
  const { n, m } = whole;
  const problem = { ...whole, models: [whole.models[index]] };
  const { norms, superposition, dimensionality } = featureMetrics(parametersOf(problem, theta, 0).W, n, m);
  return {
    model: family,
    ...(figure === 'phase' ? { cell: model } : {}),
    start,
    seed,
    ...(step === undefined ? {} : { step }),
    ...(origin && { origin }),
    density: density.every((p) => p === density[0]) ? density[0] : density,
    importance,
    loss,
    ...(exactLoss === undefined ? {} : { exactLoss }),
    ...(samples === undefined || exactLoss !== undefined ? {} : { samples }),
    ...partsOf(problem, theta),
    norms: Array.from(norms),
    superposition: Array.from(superposition),
    dimensionality: Array.from(dimensionality),
    ...(moments && {
      adam: { step: moments.step, m1: partsOf(problem, moments.m1), m2: partsOf(problem, moments.m2) },
    }),
  };
}

/** @param theta of the problem's one model, [P] */
function partsOf(problem: Problem, theta: Float32Array): Parts {
  const { n, m } = problem;
  const { W, W2, c, b } = parametersOf(problem, theta, 0);
  return {
    W: rows(W, n, m),
    ...(W2 ? { W2: rows(W2, n, m) } : {}),
    ...(c ? { c: Array.from(c) } : {}),
    b: Array.from(b),
  };
}

function rows(matrix: Float32Array, n: number, m: number): number[][] {
  return Array.from({ length: n }, (_, i) => Array.from(matrix.subarray(i * m, (i + 1) * m)));
}
