/** A model as the hero shows it: turned and mirrored for display, measured and named. */
import { parametersOf } from '../../../models/layout.ts';
import { applyFrame, canonicalFrame, type Frame } from '../../../models/geometry/align.ts';
import { nameGeometry, type Geometry } from '../../../models/geometry/name.ts';
import type { FigureValues } from '../../../models/parameters/figures.ts';
import { heroExperiment } from '../../../models/parameters/storage-problem.ts';
import { featureVariance } from '../../../models/theory/variance.ts';
import { modelView, type ModelView } from '../../../viz/model-view.ts';

export interface ShownModel {
  readonly values: FigureValues<'hero'>;
  readonly view: ModelView;
  readonly geometry: Geometry;
  /** Per sample, summed over features, importance-weighted. */
  readonly loss: number;
  /** The loss of W = 0 with the best bias. */
  readonly readNothing: number;
  readonly step: number;
}

/** A model at a moment of its making. */
export interface ModelMoment {
  readonly values: FigureValues<'hero'>;
  /** One model's parameters, [P]. */
  readonly theta: Float32Array;
  readonly loss: number;
  readonly step: number;
}

/** @param reference parameters, [P], whose canonical frame to use instead of the model's own: a run is watched in its end's */
export function shownModel({ values, theta, loss, step }: ModelMoment, reference = theta): ShownModel {
  const { problem } = heroExperiment(values);
  const { n, m } = problem;
  const { importance, density } = problem.models[0];
  const { W, b } = parametersOf(problem, theta, 0);
  const frame = displayFrame(values, reference.length === theta.length ? reference : theta);
  const view = modelView({ n, m, W: applyFrame(W, frame), b, importance });
  return {
    values,
    view,
    geometry: nameGeometry(W, n, m),
    loss,
    // theory/read-nothing.ts of independent features: all that it knows of targets and sets would be first script here.
    readNothing: importance.reduce((sum, each, i) => sum + each * featureVariance(density[i]), 0),
    step,
  };
}

/** The frame that a model of these settings is drawn in when it follows `theta`, [P]. */
export function displayFrame(values: FigureValues<'hero'>, theta: Float32Array): Frame {
  const { problem } = heroExperiment(values);
  const { n, m } = problem;
  return canonicalFrame(parametersOf(problem, theta, 0).W, n, m, problem.models[0].importance);
}
