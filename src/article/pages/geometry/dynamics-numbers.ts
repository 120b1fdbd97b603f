/** The numbers of the text on how geometries come about: from the recorded runs and the figure's own defaults. */
import { figureDefaults } from '../../../models/parameters/figures.ts';
import { MOMENT_COUNT } from '../../../models/evaluation/counts.ts';
import { evaluateLoss } from '../../../models/evaluation/loss.ts';
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

/** One stage of the octahedron's run at the step that strip, text and link show it at: its middle, or the run's end. */
export interface StageMoment {
  readonly step: number;
  /** Exact, not on samples: what is left to win at the end is less than samples tell apart. */
  readonly loss: number;
  /** On the samples that the figure measures a run on: what it says there. */
  readonly measured: number;
  readonly view: ModelView;
}

const { problem } = dynamicsExperiment(octahedronValues);
const { n, m, models } = problem;
const last = record.octahedron.stages[record.octahedron.stages.length - 1];
const frame = canonicalFrame(parametersOf(problem, Float32Array.from(last.theta), 0).W, n, m);

/** @throws RangeError where the recorded run has no such stage */
export function stageMoment(stage: TripleStage): StageMoment {
  const found = record.octahedron.stages.find((each) => each.stage === stage);
  if (!found) throw new RangeError(`The recorded run has no stage “${stage}”: look at it, and rewrite the text.`);
  const { step, theta } = found.picture;
  return {
    step,
    loss: exactSetLoss(models[0], m, theta),
    measured: evaluateLoss(models[0], m, Float32Array.from(theta), { count: MOMENT_COUNT }),
    view: viewOf(theta),
  };
}

/** All seen as the last one is. */
function viewOf(theta: readonly number[]): ModelView {
  const { W, b } = parametersOf(problem, Float32Array.from(theta), 0);
  return modelView({ n, m, W: applyFrame(W, frame), b, importance: models[0].importance });
}
