/** E16: two sets of three correlated features in three dimensions end as an octahedron (figure `dynamics`). */
import { PRESETS } from '../../src/article/figures/dynamics/presets.ts';
import { featureMetrics } from '../../src/models/metrics.ts';
import { weightsOf, type Recording } from '../../src/models/recording/recording.ts';
import { tripleStage } from '../../src/models/recording/triples.ts';
import { formatSparsity } from '../../src/viz/format.ts';
import type { ExperimentDefinition } from './definition.ts';
import { recordedRuns } from './recorded-run.ts';
import { linkTo, setting } from './setting.ts';
import { asStated, within } from './tolerance.ts';

const STARTS = 12;
/** Of so many starts the paper's shape is asked for. */
const ENOUGH = 10;
const EVERY = 20;
const one = setting('dynamics', PRESETS.octahedron.values);
const all = setting('dynamics', { ...one.values, starts: STARTS });
const { S, steps, lr, init, n, m } = one.values;

const SOURCE = 'Elhage et al. 2022, “Learning as Geometric Transformations”';

/** Median over the frames in which a run's sets are one direction each, of the features' mean length. */
function collapsedLength(recording: Recording): number[] {
  return recording.frames
    .map((frame) => weightsOf(recording, frame))
    .filter((W) => tripleStage(W) === 'collapsed')
    .map((W) => featureMetrics(W, n, m).norms.reduce((sum, norm) => sum + norm, 0) / n);
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1];

export const E16: ExperimentDefinition = {
  id: 'E16',
  title: 'Two sets of three features on their way to an octahedron',
  protocol: `Two sets of three correlated features in ${m} dimensions, each set at density ${formatSparsity(S).density}; weights begin at ${init} times their usual size; constant learning rate ${lr}, ${steps} steps, ${STARTS} starts, looked at every ${EVERY} steps. An octahedron: three pairs across the sets with a cosine of −0.95 or less, all other cosines across 0.2 or less in size, and the same within a set. The paper gives no density and no settings.`,
  claims: [
    {
      id: 'E16.octahedron',
      source: SOURCE,
      statement: `Starts of ${STARTS} that end as an octahedron: ${ENOUGH} or more`,
      paper: null,
      theory: null,
      tolerance: asStated((measured) => typeof measured === 'number' && measured >= ENOUGH),
      link: linkTo(one),
      measure: async () => {
        const runs = await recordedRuns(all, EVERY);
        const ends = runs.map((recording) => weightsOf(recording, recording.frames[recording.frames.length - 1]));
        return { value: ends.filter((W) => tripleStage(W) === 'octahedron').length };
      },
    },
    {
      id: 'E16.collapsed',
      source: SOURCE,
      statement: 'On the way: length of a feature while each set is one direction, its principal component',
      paper: null,
      theory: 1 / Math.sqrt(3),
      tolerance: within(0.02),
      link: linkTo(one),
      measure: async () => ({ value: median((await recordedRuns(all, EVERY)).flatMap(collapsedLength)) }),
    },
  ],
};
