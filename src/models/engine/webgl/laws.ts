/** data.ts's value laws as numbers that one line of GLSL takes. */
import type { ValueLaw } from '../../problem.ts';

/**
 * A value law as three numbers: v becomes offset + scale · v, where `levels` > 0 first cuts v down to the whole numbers
 * 0 … levels − 1.
 */
export const LAWS: Record<ValueLaw, { readonly offset: number; readonly scale: number; readonly levels: number }> = {
  uniform: { offset: 0, scale: 1, levels: 0 },
  one: { offset: 1, scale: 0, levels: 0 },
  three: { offset: 1, scale: 1, levels: 3 },
  upper: { offset: 0.5, scale: 0.5, levels: 0 },
};
