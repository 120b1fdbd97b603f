/** The probe's own sliders. They are no settings of a run: no link carries them. */
import type { NumberParameter } from '../../../models/parameters/parameter.ts';
import { PARAMETERS } from '../../../models/parameters/table.ts';
import { formatSparsity } from '../../../viz/format.ts';

/** Sparsity of the data that the loss is split on. */
export function rarity(S: number, own: number): NumberParameter {
  return {
    ...PARAMETERS.S,
    max: 0.999,
    default: own,
    description: `Density ${formatSparsity(S).density}. The network stays as it is; only its data get more or less rare.`,
  };
}

/** How far all inputs can be moved alike: the slider's value is the smallest of them. */
export function unseen(input: readonly number[], least: number): NumberParameter {
  return {
    ...{ key: 'unseen', group: 'data', control: 'range', kind: 'number', scale: 'linear', step: 0.05 },
    label: 'change all three alike',
    min: least,
    max: Math.round((1 - (Math.max(...input) - Math.min(...input))) * 1e4) / 1e4,
    default: 0,
  };
}
