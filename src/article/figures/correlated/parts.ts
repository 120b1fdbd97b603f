/** What the figure trains: the model at the reader's density, and the row of models at the densities of the list. */
import { densityOf } from '../../../models/parameters/density.ts';
import { correlatedExperiment } from '../../../models/parameters/geometry-problem.ts';
import type { PartExperiment, StartsValues } from '../neurons/starts-figure.svelte.ts';

export type CorrelatedValues = StartsValues<'correlated'>;

/** Starts of each model of the row, at most: the paper's order of collapse needs no more (E14). */
const ROW_STARTS = 6;

export const rowStarts = ({ starts }: Pick<CorrelatedValues, 'starts'>): number => Math.min(ROW_STARTS, starts);

export function correlatedParts(values: CorrelatedValues): PartExperiment<'correlated'>[] {
  const { problem, recipe } = correlatedExperiment(values);
  const at = (densities: readonly number[], starts = values.starts): PartExperiment<'correlated'> => ({
    values,
    problem: {
      ...problem,
      models: problem.models.filter(({ density: [p], start }) => densities.includes(p) && start < starts),
    },
    recipe,
  });
  return [at([densityOf(values.S)]), at(values.p, rowStarts(values))];
}
