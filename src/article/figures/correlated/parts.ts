/** What the figure trains: the model at the reader's density, and the row of models at the densities of the list. */
import { densityOf } from '../../../models/parameters/density.ts';
import { correlatedTraining } from '../../../models/parameters/geometry-problem.ts';
import type { PartTraining, StartsValues } from '../neurons/starts-figure.svelte.ts';

export type CorrelatedValues = StartsValues<'correlated'>;

export function correlatedParts(values: CorrelatedValues): PartTraining<'correlated'>[] {
  const { problem, recipe } = correlatedTraining(values);
  const at = (densities: readonly number[]): PartTraining<'correlated'> => ({
    values,
    problem: { ...problem, models: problem.models.filter(({ density: [p] }) => densities.includes(p)) },
    recipe,
  });
  return [at([densityOf(values.S)]), at(values.p)];
}
