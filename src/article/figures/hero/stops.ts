/** The dial's stops, as settings that fit in a short link. */
import { densityOf } from '../../../models/parameters/density.ts';
import { DIAL_STOPS, stopSparsity } from '../../../viz/dial-scale.ts';

/** S with 1 − S to four significant digits: what the dial sets, whatever fraction its position stands for. */
export function roundSparsity(sparsity: number): number {
  return densityOf(Number((1 - sparsity).toPrecision(4)));
}

/** S at each stop. */
export const STOPS: readonly number[] = Array.from({ length: DIAL_STOPS }, (_, k) => roundSparsity(stopSparsity(k)));
