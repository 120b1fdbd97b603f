/** What the figure trains: the starts of one model, and on request those of other relative densities. */
import { perturbedTraining } from '../../../models/parameters/geometry-problem.ts';
import type { PartTraining, StartsValues } from '../neurons/starts-figure.svelte.ts';

export type PerturbedValues = StartsValues<'perturbed'>;

export const perturbedParts = (values: PerturbedValues): PartTraining<'perturbed'>[] => [
  { values, ...perturbedTraining(values) },
];
