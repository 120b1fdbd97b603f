/** What the figure trains: the starts of one model, and on request those of other relative densities. */
import { perturbedExperiment } from '../../../models/parameters/geometry-problem.ts';
import type { PartExperiment, StartsValues } from '../neurons/starts-figure.svelte.ts';

export type PerturbedValues = StartsValues<'perturbed'>;

export const perturbedParts = (values: PerturbedValues): PartExperiment<'perturbed'>[] => [
  { values, ...perturbedExperiment(values) },
];
