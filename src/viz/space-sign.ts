/** A model of more than two dimensions as a sign: what a resting space shows of it. */
import type { ModelNumbers } from './model-view.ts';
import { RESTING, turnMatrix } from './space-turn.ts';

type Sign = Pick<ModelNumbers, 'n' | 'm' | 'W' | 'importance'>;

/** The arrows as the turned picture begins with them, seen in the plane; models of one or two dimensions as they are. */
export function spaceSign({ n, m, W, importance }: Sign): Sign {
  if (m <= 2) return { n, m, W, importance };
  const turn = turnMatrix(RESTING, m);
  const along = (i: number, axis: number): number => {
    let sum = 0;
    for (let k = 0; k < m; k++) sum += turn[axis * m + k] * W[i * m + k];
    return sum;
  };
  return { n, m: 2, W: Float64Array.from({ length: 2 * n }, (_, at) => along(at >> 1, at & 1)), importance };
}
