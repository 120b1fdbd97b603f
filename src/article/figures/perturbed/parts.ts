/** What the figure trains: the starts of one model, and on request those of other relative densities. */
import { densityOf } from '../../../models/parameters/density.ts';
import { perturbedExperiment } from '../../../models/parameters/geometry-problem.ts';
import type { PartExperiment, StartsValues } from '../neurons/starts-figure.svelte.ts';

export type PerturbedValues = StartsValues<'perturbed'>;

/** The relative density that is trained: a feature that is always there comes no more often than that. */
export const ratioReached = ({ S, ratio }: Pick<PerturbedValues, 'S' | 'ratio'>): number =>
  Math.min(ratio, 1 / densityOf(S));

export const perturbedParts = (values: PerturbedValues): PartExperiment<'perturbed'>[] => [
  { values, ...perturbedExperiment(values) },
];
