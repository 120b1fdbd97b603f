/** Which region of a phase diagram a model belongs to: the candidate of the theory whose features have its classes. */
import { featureMetrics } from '../../src/models/metrics.ts';
import {
  candidates,
  phaseClass,
  type Candidate,
  type PhaseClass,
  type PhaseFeatures,
} from '../../src/models/theory/phase.ts';

/** The class of every feature, the extra one's last. @param W [n, n − 1] */
export function classesOf(W: ArrayLike<number>, n: PhaseFeatures): PhaseClass[] {
  const { norms, superposition } = featureMetrics(W, n, n - 1);
  return Array.from(norms, (norm, i) => phaseClass(norm, superposition[i]));
}

export const extraClass = (W: ArrayLike<number>, n: PhaseFeatures): PhaseClass => classesOf(W, n)[n - 1];

/** 'none' for a model like no candidate, such as a pair of which one feature is half represented. */
export function regionOf(W: ArrayLike<number>, n: PhaseFeatures): Candidate['name'] | 'none' {
  const wanted = signature(W, n);
  return candidates(n).find((candidate) => signature(candidate.W.flat(), n) === wanted)?.name ?? 'none';
}

/** The extra feature's class, then the others', of which any may be any. */
function signature(W: ArrayLike<number>, n: PhaseFeatures): string {
  const classes = classesOf(W, n);
  return [classes[n - 1], ...classes.slice(0, -1).sort()].join();
}
