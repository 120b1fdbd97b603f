/** The bias at which one output of the ReLU model loses least, all weights as they are. */
import { reluOutputLoss } from './relu-output-loss.ts';
import { featureMean } from './variance.ts';

/** Biases that are looked at first. Of lengths up to 1.3 the best is well within. */
const GRID = { from: -1.5, to: 0.6, count: 22 } as const;
const GOLDEN = (Math.sqrt(5) - 1) / 2;
/** Golden sections: from two steps of the grid to 1e-3, where the loss differs by some 1e-7. */
const SECTIONS = 11;

/**
 * @param row row i of WᵀW, [n], n ≤ 10
 * @param density p of all features, in (0, 1]
 */
export function bestBias(row: Float64Array, density: number, i: number): number {
  if (row.every((slope) => slope === 0)) return featureMean(density);
  const densities = Array<number>(row.length).fill(density);
  const loss = (bias: number): number => reluOutputLoss(row, bias, densities, i, { from: 0, to: 1 });
  const step = (GRID.to - GRID.from) / (GRID.count - 1);
  const biases = Array.from({ length: GRID.count }, (_, k) => GRID.from + k * step);
  const losses = biases.map(loss);
  const middle = biases[losses.indexOf(Math.min(...losses))];

  let [low, high] = [middle - step, middle + step];
  let [a, b] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
  let [lossA, lossB] = [loss(a), loss(b)];
  for (let k = 0; k < SECTIONS; k++) {
    if (lossA < lossB) {
      [high, b, lossB] = [b, a, lossA];
      a = high - GOLDEN * (high - low);
      lossA = loss(a);
    } else {
      [low, a, lossA] = [a, b, lossB];
      b = low + GOLDEN * (high - low);
      lossB = loss(b);
    }
  }
  return lossA < lossB ? a : b;
}
