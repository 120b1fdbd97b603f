/** The loss of a model that reads nothing: W = 0 and the best bias b_i, feature i's mean. The scale of every loss shown. */
import type { ModelSettings } from '../problem.ts';
import { featureVariance } from './variance.ts';

/** Σ_i I_i v(p_i), per sample, summed over features. */
export function readNothingLoss({
  density,
  importance,
  law,
}: Pick<ModelSettings, 'density' | 'importance' | 'law'>): number {
  return density.reduce((sum, p, i) => sum + importance[i] * featureVariance(p, law), 0);
}
