/** What the figure trains: the starts of one model for each density. */
import { toProblem } from '../../../models/parameters/to-problem.ts';
import type { PartExperiment, StartsValues } from '../neurons/starts-figure.svelte.ts';

export type AbsoluteValues = StartsValues<'absolute'>;

export const absoluteParts = (values: AbsoluteValues): PartExperiment<'absolute'>[] => [
  { values, ...toProblem('absolute', values) },
];
