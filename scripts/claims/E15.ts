/** E15: while it trains, a feature stays on the shares of a dimension that shapes have (figure `dynamics`). */
import { formatSparsity } from '../../src/viz/format.ts';
import { LEVELS } from '../../src/viz/time-levels.ts';
import { featureMetrics } from '../../src/models/metrics.ts';
import { normalAt, streamKey, type Key } from '../../src/models/random.ts';
import { weightsOf } from '../../src/models/recording/recording.ts';
import type { ExperimentDefinition } from './definition.ts';
import { recordedRuns } from './recorded-run.ts';
import { linkTo, SEED, setting } from './setting.ts';
import { asStated } from './tolerance.ts';

const STARTS = 12;
const run = setting('dynamics', { starts: STARTS });
const { n, m, S, steps, lr, batch } = run.values;

/** Steps between two looks at a run. */
const EVERY = 20;
/** ‖W_i‖ from which a feature has a share at all: what is left out has none, whatever the others do. */
const THERE = 0.5;
/** How near is near. */
const NEAR = 0.02;
/** The first steps are on the way from random weights. */
const FROM = 0.1;

/** What the claim asks for: most of the time, and more often than by chance by this factor. */
const [MOST_OF_IT, TIMES] = [0.5, 2];

const near = (share: number): boolean => LEVELS.some(({ value }) => Math.abs(value - share) <= NEAR);

/** Directions drawn at random, of the lengths that the features have. */
function randomDirections(norms: ArrayLike<number>, key: Key): Float64Array {
  const W = new Float64Array(n * m);
  for (let i = 0; i < n; i++) {
    const row = Float64Array.from({ length: m }, (_, k) => normalAt(key, i * m + k));
    const length = Math.hypot(...row);
    row.forEach((x, k) => (W[i * m + k] = (x / length) * norms[i]));
  }
  return W;
}

async function shares(): Promise<Record<string, number>> {
  let [there, trained, random] = [0, 0, 0];
  for (const [start, recording] of (await recordedRuns(run, EVERY)).entries())
    for (const frame of recording.frames.filter(({ step }) => step >= FROM * steps)) {
      const { norms, dimensionality } = featureMetrics(weightsOf(recording, frame), n, m);
      const chance = featureMetrics(randomDirections(norms, streamKey(SEED, start, frame.step, 'init')), n, m);
      norms.forEach((length, i) => {
        if (length < THERE) return;
        there++;
        if (near(dimensionality[i])) trained++;
        if (near(chance.dimensionality[i])) random++;
      });
    }
  return { trained: trained / there, 'random directions': random / there };
}

export const E15: ExperimentDefinition = {
  id: 'E15',
  title: 'Energy levels: a run of features that end in pairs',
  protocol: `${n} features, all alike, in ${m} dimensions at density ${formatSparsity(S).density}: ${STARTS} starts of ${steps} steps (constant learning rate ${lr}, batch ${batch}), looked at every ${EVERY} steps from step ${FROM * steps} on. Counted are features of length ${THERE} or more, step by step; a level is ${LEVELS.map(({ name }) => name).join(', ')}. The baseline gives every feature a direction drawn at random and keeps its length.`,
  claims: [
    {
      id: 'E15.levels',
      source: 'Elhage et al. 2022, “Discrete ‘Energy Level’ Jumps”',
      statement: `Share of its steps that a feature which is there spends within ${NEAR} of a level of dimensionality: more than half of them, and ${TIMES} times as many as with random directions or more (the paper shows one run and gives no number)`,
      paper: null,
      theory: null,
      tolerance: asStated(
        (measured) =>
          typeof measured === 'object' &&
          measured.trained >= MOST_OF_IT &&
          measured.trained >= TIMES * measured['random directions'],
      ),
      by: 'directions',
      link: linkTo(setting('dynamics', {})),
      measure: async () => ({ value: await shares() }),
    },
  ],
};
