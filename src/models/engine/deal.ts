/**
 * Which worker trains which model. A model's bits do not depend on it; only how long the slowest worker takes does.
 */
import type { ModelSettings, Problem } from '../problem.ts';

/**
 * Deals the models out, the most expensive first, each to the worker that has the least to do.
 *
 * @param workers ≥ 1
 * @returns for each worker the indices of its models in problem.models, ascending; none empty while the models suffice
 */
export function deal(problem: Problem, workers: number): number[][] {
  const hands = Array.from({ length: workers }, () => ({ work: 0, indices: [] as number[] }));
  const costs = problem.models.map((settings) => stepCost(problem, settings));
  const dearestFirst = costs.map((_, k) => k).sort((a, b) => costs[b] - costs[a]);
  for (const k of dearestFirst) {
    const idlest = hands.reduce((least, hand) => (hand.work < least.work ? hand : least));
    idlest.work += costs[k];
    idlest.indices.push(k);
  }
  return hands.map(({ indices }) => indices.sort((a, b) => a - b));
}

/** What a step costs without any data, as a share of the densest step: .02–.07 measured for 2 × 1 … 80 × 20. */
const FIXED = 0.04;

/**
 * A step of one model, as a share of what it costs where every feature is always there. Empty samples are skipped; where
 * few features are active, cost follows their number, from the density on where wasm/paths.ts changes over:
 * (4 + 2.4 m) / (100 + n), within a third of its table up to n = 300. Good enough to share out by: the other engines and
 * the exact gradient cost the same at every density, and so finely mixed a deal is fair to them as well.
 */
function stepCost({ n, m }: Problem, { density }: ModelSettings): number {
  const held = 1 - density.reduce((empty, p) => empty * (1 - p), 1);
  const mean = density.reduce((sum, p) => sum + p, 0) / n;
  return FIXED + Math.min(held, (mean * (100 + n)) / (4 + 2.4 * m));
}
