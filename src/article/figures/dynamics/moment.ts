/** The model under the cursor, as its pictures draw it. */
import { applyFrame, canonicalFrame } from '../../../models/geometry/align.ts';
import { parametersOf } from '../../../models/layout.ts';
import type { Frame } from '../../../models/recording/recording.ts';
import { importanceColor, importancePositions } from '../../../viz/color.ts';
import { modelView, type ModelView } from '../../../viz/model-view.ts';
import type { Shown } from './dynamics.svelte.ts';

/**
 * Every frame of a run is seen in the frame of its last one, so that what moves is the model.
 * @param start which model of the run
 */
export function viewOfMoment({ problem, recordings }: Shown, frame: Frame, start: number): ModelView {
  const { n, m } = problem;
  const settings = problem.models[start] ?? problem.models[0];
  const { frames } = recordings[start] ?? recordings[0];
  const part = { ...problem, models: [settings] };
  const last = parametersOf(part, frames[frames.length - 1].theta, 0).W;
  const { W, b } = parametersOf(part, frame.theta, 0);
  const { importance } = settings;
  return modelView({ n, m, W: applyFrame(W, canonicalFrame(last, n, m, importance)), b, importance });
}

/** The colour of each feature's arrow and line: of its importance. */
export const featureColors = ({ problem }: Shown): string[] =>
  importancePositions(problem.models[0].importance).map(importanceColor);
