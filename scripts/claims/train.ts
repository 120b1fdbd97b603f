/** Trains what the claims need, each model once in a process however many claims ask for it. */
import { trainInProcess } from '../../src/models/engine/in-process.ts';
import type { FamilyName } from '../../src/models/families.ts';
import { nameGeometry, type Geometry } from '../../src/models/geometry/name.ts';
import { parametersOf, type Parameters } from '../../src/models/layout.ts';
import { featureMetrics, type FeatureMetrics } from '../../src/models/metrics.ts';
import { toProblem } from '../../src/models/parameters/to-problem.ts';
import type { ModelSettings, Problem, Recipe } from '../../src/models/problem.ts';
import type { Setting } from './setting.ts';

export interface TrainedStart extends Parameters {
  readonly n: number;
  readonly m: number;
  readonly settings: ModelSettings;
  /** [P] (layout.ts). */
  readonly theta: Float32Array;
  /** The closed form's for n ≤ 5 and for linear models, else that of the evaluation set which all starts share. */
  readonly loss: number;
  readonly metrics: FeatureMetrics;
  readonly geometry: Geometry;
}

/** Which of a setting's models: all its starts of one family at one density, or of the linear model wherever it is. */
export interface Choice {
  readonly family: FamilyName;
  /** 1 − S; left out where the setting trains one model of this family. */
  readonly density?: number;
}

const trained = new Map<string, Promise<readonly TrainedStart[]>>();
const paths = new Set<string>();

/** The kernel paths that ran so far. */
export const pathsTaken = (): string[] => [...paths].sort();

/**
 * All models of a problem, in its order.
 *
 * @throws Error when training fails
 */
export function trainAll(problem: Problem, recipe: Recipe): Promise<readonly TrainedStart[]> {
  const key = JSON.stringify([problem, recipe]);
  const known = trained.get(key) ?? train(problem, recipe);
  trained.set(key, known);
  return known;
}

/** Of one model's starts the one of lowest loss: the best in the sense of the whole article. */
export const lowest = (starts: readonly TrainedStart[]): TrainedStart =>
  starts.reduce((best, other) => (other.loss < best.loss ? other : best));

/**
 * The starts of one of a setting's models, lowest loss first. A model trained by itself is the model that training the
 * whole figure gives.
 *
 * @throws Error when the setting has no such model or training fails
 */
export async function startsOf({ figure, values }: Setting, choice: Choice): Promise<readonly TrainedStart[]> {
  const { problem, recipe } = toProblem(figure, values);
  const models = problem.models.filter(
    ({ family, density: [p] }) => family === choice.family && (choice.density === undefined || p === choice.density),
  );
  if (models.length === 0) throw new Error(`${figure} has no ${choice.family} model at ${choice.density}`);
  return [...(await trainAll({ ...problem, models }, recipe))].sort((a, b) => a.loss - b.loss);
}

/** The start of the lowest loss. */
export async function bestOf(setting: Setting, choice: Choice): Promise<TrainedStart> {
  return lowest(await startsOf(setting, choice));
}

async function train(problem: Problem, recipe: Recipe): Promise<readonly TrainedStart[]> {
  const { path, models } = await trainInProcess(problem, recipe, { engine: 'wasm' });
  paths.add(path);
  const { n, m } = problem;
  return models.map(({ index, theta, loss }): TrainedStart => {
    const settings = problem.models[index];
    const parameters = parametersOf({ ...problem, models: [settings] }, theta, 0);
    const { W } = parameters;
    const measures = { metrics: featureMetrics(W, n, m), geometry: nameGeometry(W, n, m) };
    return { n, m, settings, theta, loss, ...parameters, ...measures };
  });
}
