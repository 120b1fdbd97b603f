/** A trained figure as one JSON object: what the command line prints and the page's download holds. */
import { parametersOf } from './layout.ts';
import { featureMetrics } from './metrics.ts';
import type { FigureId, FigureValues } from './parameters/figures.ts';
import type { Problem } from './problem.ts';

/** One trained model as it comes from the engine, with its losses. */
export interface MeasuredModel {
  /** Position in problem.models. */
  readonly index: number;
  /** Parameters, [P], in the layout of State. */
  readonly theta: Float32Array;
  /**
   * On the evaluation set: per sample, summed over features, importance-weighted. A map, whose cells would need a set
   * each, has the closed form's wherever there is one.
   */
  readonly loss: number;
  /** The closed form's, where there is one (n ≤ 5). */
  readonly exactLoss?: number;
}

export interface ReportedRun<F extends FigureId> {
  /** The link version whose defaults the values stand on. */
  readonly version: number;
  readonly figure: F;
  readonly values: FigureValues<F>;
  readonly problem: Problem;
  /** What ran: its name, its kernel path, how many steps it took, in how many seconds of stepping. */
  readonly engine: string;
  readonly path: string;
  readonly steps: number;
  readonly seconds: number;
  /** All models of the problem, in any order. */
  readonly models: readonly MeasuredModel[];
}

/** One model. Matrices are n rows of m, row i for feature i; vectors have one entry for each feature. */
interface ModelReport {
  /** The family. */
  readonly model: string;
  /** Which cell of a map (phase/grid.ts). */
  readonly cell?: number;
  readonly start: number;
  readonly seed: number;
  /** p = 1 − S: one number where all features share it. */
  readonly density: number | readonly number[];
  readonly importance: readonly number[];
  readonly loss: number;
  readonly exactLoss?: number;
  readonly W: readonly (readonly number[])[];
  /** Output weights, where they are not W's transpose; row i reads feature i. */
  readonly W2?: readonly (readonly number[])[];
  readonly b: readonly number[];
  readonly norms: readonly number[];
  readonly superposition: readonly number[];
  readonly dimensionality: readonly number[];
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

function modelReport(
  figure: FigureId,
  problem: Problem,
  { index, theta, loss, exactLoss }: MeasuredModel,
): ModelReport {
  const { family, model, start, seed, density, importance } = problem.models[index];
  const { n, m } = problem;
  const { W, W2, b } = parametersOf({ ...problem, models: [problem.models[index]] }, theta, 0);
  const { norms, superposition, dimensionality } = featureMetrics(W, n, m);
  return {
    model: family,
    ...(figure === 'phase' ? { cell: model } : {}),
    start,
    seed,
    density: density.every((p) => p === density[0]) ? density[0] : density,
    importance,
    loss,
    ...(exactLoss === undefined ? {} : { exactLoss }),
    W: rows(W, n, m),
    ...(W2 ? { W2: rows(W2, n, m) } : {}),
    b: Array.from(b),
    norms: Array.from(norms),
    superposition: Array.from(superposition),
    dimensionality: Array.from(dimensionality),
  };
}

function rows(matrix: Float32Array, n: number, m: number): number[][] {
  return Array.from({ length: n }, (_, i) => Array.from(matrix.subarray(i * m, (i + 1) * m)));
}
