/** A model as the hero shows it: turned and mirrored for display, measured and named. */
import { parametersOf } from '../../../models/layout.ts';
import { applyFrame, canonicalFrame } from '../../../models/geometry/align.ts';
import { nameGeometry, type Geometry } from '../../../models/geometry/name.ts';
import type { FigureValues } from '../../../models/parameters/figures.ts';
import { heroTraining } from '../../../models/parameters/storage-problem.ts';
import { unreadLoss } from '../../../models/theory/variance.ts';
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

interface Moment {
  readonly loss: number;
  readonly step: number;
  /** Parameters whose canonical frame to use instead of the model's own: a run is watched in its end's frame. */
  readonly reference?: Float32Array;
}

/** @param theta one model's parameters, [P] */
export function shownModel(values: FigureValues<'hero'>, theta: Float32Array, moment: Moment): ShownModel {
  const { problem } = heroTraining(values);
  const { n, m } = problem;
  const settings = problem.models[0];
  const { W, b } = parametersOf(problem, theta, 0);
  const reference = moment.reference?.length === theta.length ? parametersOf(problem, moment.reference, 0).W : W;
  const view = modelView({
    n,
    m,
    W: applyFrame(W, canonicalFrame(reference, n, m, settings.importance)),
    b,
    importance: settings.importance,
  });
  return {
    values,
    view,
    geometry: nameGeometry(W, n, m),
    loss: moment.loss,
    readNothing: unreadLoss(settings),
    step: moment.step,
  };
}
