/** The sparsities that this page's words set, each with the trained model that stands beside the word as a picture. */
import { parametersOf } from '../../../models/layout.ts';
import { featureMetrics } from '../../../models/metrics.ts';
import { heroExperiment } from '../../../models/parameters/storage-problem.ts';
import { nearestStop } from '../../../viz/dial-scale.ts';
import type { ShownModel } from '../../figures/hero/shown.ts';
import { RECORD, STILL } from '../../figures/hero/recorded.ts';
import type { ProbeStill } from '../../figures/probe/probe.svelte.ts';

export interface WordModel {
  readonly S: number;
  /** What the dial shows at the stop nearest to S. */
  readonly shown: ShownModel;
}

function at(S: number): WordModel {
  return { S, shown: STILL.dial[nearestStop(S) ?? STILL.dial.length - 1] };
}

/** Every feature always present; two pairs; the hero's default. */
export const dense = at(0);
export const pairs = at(0.76);
export const pentagon = at(STILL.values.S);

/** The model that the hero shows before anything is touched. */
const hero = parametersOf(heroExperiment(STILL.values).problem, STILL.starts[0].theta, 0);
/** The bias of its first feature; lengths of its arrows; superposition of its features. */
export const pentagonBias = hero.b[0];
export const { norms: pentagonNorms, superposition: pentagonSuperposition } = featureMetrics(
  hero.W,
  STILL.values.n,
  STILL.values.m,
);

export const features = STILL.values.n;
/** Importance falls by this factor from one feature to the next. */
export const importanceDecay = STILL.values.decay;

/** The two networks of Figure 1 that the probe begins with. */
export const probed: ProbeStill = {
  pairs: { S: pairs.S, theta: RECORD.dial[STILL.dial.indexOf(pairs.shown)].theta },
  pentagon: { S: pentagon.S, theta: RECORD.best.theta },
};
