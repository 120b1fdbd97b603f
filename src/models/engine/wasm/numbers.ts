/** The numbers by which the assembly knows the activations, the targets and the value laws: their places in these lists. */
import type { Activation, Target } from '../../families.ts';
import type { ValueLaw } from '../../problem.ts';

/** assembly/activation.ts */
export const ACTIVATIONS: readonly Activation[] = ['identity', 'relu', 'gelu'];
/** assembly/target.ts */
export const TARGETS: readonly Target[] = ['identity', 'absolute', 'square', 'max-min'];
/** assembly/draw-general.ts */
export const VALUE_LAWS: readonly ValueLaw[] = ['uniform', 'one', 'three', 'upper'];
