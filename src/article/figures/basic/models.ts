/** The models of the figure, and what is drawn of one. */
import { parametersOf } from '../../../models/layout.ts';
import type { FigureValues } from '../../../models/parameters/figures.ts';
import { basicExperiment } from '../../../models/parameters/storage-problem.ts';
import type { ModelSettings, Problem } from '../../../models/problem.ts';
import { readNothingLoss } from '../../../models/theory/read-nothing.ts';
import { modelView, type ModelView } from '../../../viz/model-view.ts';
import { keyOf, LINEAR, type Group, type Start } from '../starts/groups.ts';

export type BasicValues = FigureValues<'basic'>;

/** Everything that the list of densities makes the figure train, in its order. */
export const problemOf = (values: BasicValues): Problem => basicExperiment(values).problem;

/** The models of one density, whether the list has it or not. */
export function modelsAt(values: BasicValues, density: number): ModelSettings[] {
  const { models } = problemOf({ ...values, p: [density] });
  return models.filter((settings) => keyOf(settings) !== LINEAR);
}

/** Measured once for each model, however often it is drawn. */
const views = new WeakMap<Float32Array, ModelView>();

/** @param group of models of n features and m dimensions */
export function viewOf({ settings }: Group, { theta }: Start): ModelView {
  const known = views.get(theta);
  if (known) return known;
  const { importance } = settings;
  const n = importance.length;
  const m = theta.length / n - 1;
  const { W, b } = parametersOf({ n, m, models: [settings] }, theta, 0);
  const view = modelView({ n, m, W, b, importance });
  views.set(theta, view);
  return view;
}

/** The loss of the model that reads nothing, at the group's density. */
export const readNothingOf = ({ settings }: Group): number => readNothingLoss(settings);
