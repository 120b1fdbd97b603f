/** What the outputs of a model should be, given its inputs. */
import type { Target } from './families.ts';

/**
 * Output i's target for the sample that begins at x[from]. `max-min` takes the features two by two: the even output
 * wants the larger of the pair, the odd one the smaller; a last feature without a partner wants itself.
 *
 * @param x samples, [count, n]
 */
export function wanted(target: Target, x: ArrayLike<number>, from: number, n: number, i: number): number {
  const own = x[from + i];
  switch (target) {
    case 'identity':
      return own;
    case 'absolute':
      return Math.abs(own);
    case 'square':
      return own * own;
    case 'max-min': {
      const partner = i ^ 1;
      if (partner >= n) return own;
      return i & 1 ? Math.min(own, x[from + partner]) : Math.max(own, x[from + partner]);
    }
  }
}
