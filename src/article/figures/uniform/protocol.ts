/** How the figure's long runs are trained and looked at while they train. */
import type { ModelSettings, Problem } from '../../../models/problem.ts';

/** Of a long run's models few pictures are drawn: to measure one takes as long as a dozen steps. */
export const LONG_PICTURES: readonly number[] = [50, 150, 400, 1000];

/**
 * A long run goes density by density, the one that is looked at first, then outwards from it on the axis; as many side by
 * side as there are workers, each density's starts together.
 */
export function longRounds(
  problem: Problem,
  missing: readonly ModelSettings[],
  looked: number,
  workers: number,
): Problem[] {
  const distance = ({ density: [p] }: ModelSettings): number => Math.abs(Math.log(p / looked));
  const order = [...missing].sort((a, b) => distance(a) - distance(b) || a.start - b.start);
  const rounds: Problem[] = [];
  for (let k = 0; k < order.length; k += workers) rounds.push({ ...problem, models: order.slice(k, k + workers) });
  return rounds;
}
