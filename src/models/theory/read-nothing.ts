/** The loss of a model that reads nothing: W = 0 and the best bias, each target's mean. The scale of every loss shown. */
import type { ModelSettings } from '../problem.ts';
import { targetMoments } from './target-moments.ts';

type Data = Pick<ModelSettings, 'family' | 'density' | 'importance' | 'law' | 'sets'>;

/** I_i Var(t_i) of each output, [n]: I_i v(p_i) where the targets are the features themselves. */
export function readNothingLosses(data: Data): number[] {
  return data.importance.map((importance, i) => {
    const { mean, square } = targetMoments(data, i);
    return importance * (square - mean ** 2);
  });
}

/** Their sum, per sample, summed over features. */
export function readNothingLoss(data: Data): number {
  return readNothingLosses(data).reduce((sum, loss) => sum + loss, 0);
}
