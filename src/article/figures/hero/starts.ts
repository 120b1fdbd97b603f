/** The starts of one training, ranked. */
import { rankStarts } from '../../../models/evaluation/best.ts';
import { parameterCount } from '../../../models/layout.ts';
import type { FigureValues } from '../../../models/parameters/figures.ts';
import { heroExperiment } from '../../../models/parameters/storage-problem.ts';

/** One random start. */
export interface Start {
  /** Which start of the seed. */
  readonly start: number;
  readonly loss: number;
  /** [P]. */
  readonly theta: Float32Array;
}

/** Best first. @param theta [models, P] */
export function rankedStarts(
  values: FigureValues<'hero'>,
  theta: Float32Array,
  losses: ArrayLike<number>,
): readonly Start[] {
  const { problem } = heroExperiment(values);
  const P = parameterCount(problem);
  return rankStarts(problem, theta, losses).map(({ index, loss }) => ({
    start: problem.models[index].start,
    loss,
    theta: theta.slice(index * P, (index + 1) * P),
  }));
}
