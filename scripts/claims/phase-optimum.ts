/**
 * The best model at one place of a phase diagram, without training: the exact loss minimised over W and b in float64 from
 * every configuration that the theory compares, each moved a little in several ways so that all branches are found.
 */
import { normalAt, streamKey } from '../../src/models/random.ts';
import { candidateBias, candidates } from '../../src/models/theory/phase.ts';
import { minimise, type Minimum } from '../../src/models/theory/minimise.ts';
import { phaseLoss, type PhaseTask } from './phase-loss.ts';

/** Starts of each configuration, and how far from it they stand in each weight (a standard deviation). */
const STARTS = 5;
const SPREAD = 0.3;

export function phaseOptimum(task: PhaseTask): Minimum {
  const loss = phaseLoss(task);
  return startingPoints(task)
    .map((start) => minimise(loss, start))
    .reduce((best, other) => (other.value < best.value ? other : best));
}

function startingPoints({ n, p, law }: PhaseTask): number[][] {
  return candidates(n).flatMap((candidate, which) => {
    const weights = candidate.W.flat();
    const bias = candidateBias(candidate, p, law);
    return Array.from({ length: STARTS }, (_, start) => {
      const key = streamKey(0, start, which, 'init');
      return [...weights.map((weight, j) => weight + SPREAD * normalAt(key, j)), ...bias];
    });
  });
}
