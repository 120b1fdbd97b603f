/**
 * Of the starts that a preset trains at its own setting, how many end in the arrangement of the best one. The text says
 * how rare that is; a test trains them all again and counts.
 */
import type { PresetName } from './presets.ts';

export const STARTS_ALIKE: Readonly<Record<Exclude<PresetName, 'tens'>, number>> = {
  pairs: 11,
  anticorrelated: 4,
  three: 1,
};
