/** Whether theory/phase.ts speaks of a map. */
import type { PhaseFeatures } from '../theory/phase.ts';
import type { PhaseValues } from './cell-models.ts';

type Shape = Pick<PhaseValues, 'n' | 'm' | 'activation'>;

/** One dimension too few, and a ReLU on the output: the closed forms know no others. */
export function hasTheory<V extends Shape>(values: V): values is V & { readonly n: PhaseFeatures } {
  return values.m === values.n - 1 && values.activation === 'relu';
}
