/** What the figure trains: its own model, and the linear hidden layer that it is compared with. */
import { toProblem } from '../../../models/parameters/to-problem.ts';
import type { PartExperiment, StartsValues } from '../neurons/starts-figure.svelte.ts';

export type HiddenValues = StartsValues<'hidden'>;

/** A linear hidden layer finds nearly the same loss from every start (E18): few are enough for a comparison. */
const LINEAR_STARTS = 4;

const partOf = (values: HiddenValues): PartExperiment<'hidden'> => ({ values, ...toProblem('hidden', values) });

/** The same data, sizes, recipe and seed with x′ = ReLU(WᵀWx + b). */
const linearValues = (values: HiddenValues): HiddenValues => ({
  ...values,
  model: 'relu',
  bias: false,
  dropout: 0,
  starts: Math.min(LINEAR_STARTS, values.starts),
});

export const hiddenParts = (values: HiddenValues): PartExperiment<'hidden'>[] => [
  partOf(values),
  partOf(linearValues(values)),
];
