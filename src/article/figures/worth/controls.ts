/** What the reader sets beside the arrows. These are no settings of a run: no link carries them. */
import type { NumberParameter } from '../../../models/parameters/parameter.ts';

/** S at the start and at the slider's right end. */
export const SPARSITY = { default: 0.9, most: 0.99 } as const;

export const BIAS: NumberParameter = {
  key: 'b',
  symbol: 'b',
  label: 'bias of the features with arrows',
  description: 'Below zero it silences weak interference, and takes as much from the feature itself.',
  group: 'model',
  control: 'range',
  kind: 'number',
  scale: 'linear',
  min: -1,
  max: 0.5,
  step: 0.01,
  default: 0,
};
