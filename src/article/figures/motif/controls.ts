/** The sliders of the motif. They are no settings of a run: no link carries them. */
import type { FlagParameter, NumberParameter } from '../../../models/parameters/parameter.ts';

const SHARED = { group: 'model', control: 'range', kind: 'number', scale: 'linear' } as const;

export const SKEW: NumberParameter = {
  ...SHARED,
  key: 'a',
  symbol: 'a',
  label: 'asymmetry',
  description: 'How much more strongly neuron A reads the first input than the second; 1 is the symmetric case.',
  min: 1,
  max: 3,
  step: 0.05,
  default: 2,
};

/** Only the sides that neuron A serves: x₁ > 0 and x₂ < 0. The others have neurons of their own, which are not drawn. */
export const FIRST: NumberParameter = {
  ...SHARED,
  key: 'x1',
  label: 'input 1',
  description: 'Where it is positive, the first output should be as large.',
  min: 0,
  max: 1,
  step: 0.05,
  default: 1,
};

export const SECOND: NumberParameter = {
  ...SHARED,
  key: 'x2',
  label: 'input 2',
  description: 'Where it is negative, the second output should be as large, and positive.',
  min: -1,
  max: 0,
  step: 0.05,
  default: 0,
};

export const INHIBITED: FlagParameter = {
  ...SHARED,
  control: 'choice',
  kind: 'flag',
  key: 'inhibited',
  label: 'neuron B inhibits',
  description: 'B fires with the first input and pulls the second output down by what A has put there.',
  default: true,
};
