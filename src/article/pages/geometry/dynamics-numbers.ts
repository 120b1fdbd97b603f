/** The numbers of the text on how geometries come about: from the recorded runs and the figure's own defaults. */
import { figureDefaults } from '../../../models/parameters/figures.ts';
import { dynamicsExperiment } from '../../../models/parameters/geometry-problem.ts';
import { exactSetLoss } from '../../../models/theory/set-loss.ts';
import type { TripleStage } from '../../../models/recording/triples.ts';
import { parametersOf } from '../../../models/layout.ts';
import { applyFrame, canonicalFrame } from '../../../models/geometry/align.ts';
import { modelView, type ModelView } from '../../../viz/model-view.ts';
import { PRESETS } from '../../figures/dynamics/presets.ts';
import recorded from '../../figures/dynamics/still.json' with { type: 'json' };
import type { DynamicsRecord } from '../../figures/dynamics/still.ts';

const record: DynamicsRecord = recorded;

export const dynamicsStill = record.run;
export const dynamicsValues = figureDefaults('dynamics');
export const octahedronValues = { ...dynamicsValues, ...PRESETS.octahedron.values };

/** One stage of the octahedron's run, where it begins. */
export interface StageMoment {
  /** Which of the figure's named moments it is, 0 and up. */
  readonly mark: number;
  readonly step: number;
  /** Exact, not on samples: what is left to win at the end is less than samples tell apart. */
  readonly loss: number;
  readonly view: ModelView;
  /** The middle of the stage, or the end of the run. */
  readonly picture: { readonly step: number; readonly loss: number; readonly view: ModelView };
}

const { problem } = dynamicsExperiment(octahedronValues);
const { n, m, models } = problem;
const last = record.octahedron.stages[record.octahedron.stages.length - 1];
const frame = canonicalFrame(parametersOf(problem, Float32Array.from(last.theta), 0).W, n, m);

/** @throws RangeError where the recorded run has no such stage */
export function stageMoment(stage: TripleStage): StageMoment {
  const mark = record.octahedron.stages.findIndex((each) => each.stage === stage);
  if (mark < 0) throw new RangeError(`The recorded run has no stage “${stage}”: look at it, and rewrite the text.`);
  const { step, theta, picture } = record.octahedron.stages[mark];
  return { mark, step, ...momentOf(theta), picture: { step: picture.step, ...momentOf(picture.theta) } };
}

const momentOf = (theta: readonly number[]): { readonly loss: number; readonly view: ModelView } => ({
  loss: exactSetLoss(models[0], m, theta),
  view: viewOf(theta),
});

/** All seen as the last one is. */
function viewOf(theta: readonly number[]): ModelView {
  const { W, b } = parametersOf(problem, Float32Array.from(theta), 0);
  return modelView({ n, m, W: applyFrame(W, frame), b, importance: models[0].importance });
}
