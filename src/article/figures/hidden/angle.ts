/** The slider that turns two neurons into each other. It is no setting of the run: no link carries it. */
import type { NumberParameter } from '../../../models/parameters/parameter.ts';

export const ANGLE: NumberParameter = {
  key: 'angle',
  label: 'turn neurons 1 and 2 into each other, degrees',
  description:
    'Neuron 1 takes over a share of what neuron 2 carried, and the other way round; at 180° both change sign.',
  group: 'model',
  control: 'range',
  kind: 'integer',
  min: 0,
  max: 180,
  scale: 'linear',
  step: 1,
  default: 0,
};
