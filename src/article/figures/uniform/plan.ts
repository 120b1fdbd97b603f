/** In which order the figure's models are trained, by which workers, and when they are drawn. */
import type { TrainingPool } from '../../../models/engine/index.ts';
import type { ModelSettings, Problem } from '../../../models/problem.ts';
import { backgroundPool, trainingPool } from '../../training.ts';
import { PICTURES } from '../starts/protocol.ts';
import { roundsOf } from '../starts/rounds.ts';
import { isLong } from './models.ts';

interface Plan {
  /** It takes minutes: it goes on while the reader is elsewhere. */
  readonly long: boolean;
  readonly pool: TrainingPool;
  readonly rounds: readonly Problem[];
  /** Steps of a round that are drawn. */
  readonly pictures: readonly number[];
}

/** Of a long run's models few pictures are drawn: to measure one takes as long as a dozen steps. */
const LONG_PICTURES: readonly number[] = [50, 150, 400, 1000];

/** @param looked the density that is looked at closely */
export function planOf(problem: Problem, missing: readonly ModelSettings[], looked: number): Plan {
  if (!isLong(problem)) {
    const pool = trainingPool();
    return { long: false, pool, rounds: roundsOf(problem, missing, pool.workers), pictures: PICTURES };
  }
  const pool = backgroundPool();
  return { long: true, pool, rounds: longRounds(problem, missing, looked, pool.workers), pictures: LONG_PICTURES };
}

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
