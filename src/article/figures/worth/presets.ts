/** Places for five arrows in two dimensions, by name. Features that have none stay at the origin. */
import { weightsOf } from '../../../viz/movable-arrows.ts';

export const FEATURES = 5;
export const DIMENSIONS = 2;

export const PRESETS = [
  { value: 'two', label: 'two at right angles', angles: [0, 90] },
  { value: 'pair', label: 'opposite pair and one', angles: [0, 180, 90] },
  { value: 'triangle', label: 'triangle', angles: [0, 120, 240] },
  { value: 'pairs', label: 'two opposite pairs', angles: [0, 180, 90, 270] },
  { value: 'pentagon', label: 'pentagon', angles: [0, 72, 144, 216, 288] },
] as const;
export type PresetId = (typeof PRESETS)[number]['value'];

/** Five rows of two, arrows of length 1. */
export function presetWeights(id: PresetId): readonly number[] {
  const angles = PRESETS.find(({ value }) => value === id)?.angles ?? [];
  return Array.from({ length: FEATURES }, (_, i) =>
    i < angles.length ? weightsOf({ length: 1, angle: angles[i] }) : [0, 0],
  ).flat();
}
