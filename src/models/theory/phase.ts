/**
 * The paper's theory of the phase diagrams: n features in n − 1 dimensions, all alike but the last, the *extra* feature,
 * of relative importance r. A few fixed configurations compete; the one of least loss is the phase (Elhage et al.
 * 2022, "Superposition as a phase change"). Trained models do a little better than these, since
 * they may choose other lengths and biases, so a trained boundary lies above this one.
 */
import type { ValueLaw } from '../problem.ts';
import { VALUE_MOMENTS } from './value-law.ts';
import { featureMean, featureVariance } from './variance.ts';

/** The most features of the diagrams: the paper's are n = 2, m = 1 and n = 3, m = 2. */
export type PhaseFeatures = 2 | 3;

/** What becomes of the extra feature; where the lines are drawn, says phaseClass. */
export type PhaseClass = 'not represented' | 'dedicated' | 'superposed';

export interface Candidate {
  readonly name: 'extra ignored' | 'other ignored' | 'extra shared' | 'others shared';
  /** The class of the extra feature in it. */
  readonly extra: PhaseClass;
  /** [n][n − 1], row i is feature i. */
  readonly W: readonly (readonly number[])[];
  /** The features that are not represented: their bias is their mean, every other bias 0. */
  readonly ignored: readonly number[];
  /** Loss per sample, summed over features, importance-weighted. */
  loss(r: number, p: number, law?: ValueLaw): number;
}

const pair = (sum: number, p: number, law: ValueLaw = 'uniform'): number =>
  sum * p * p * VALUE_MOMENTS[law].smallerSquare;

const CANDIDATES: Readonly<Record<PhaseFeatures, readonly Candidate[]>> = {
  2: [
    { name: 'extra ignored', extra: 'not represented', W: [[1], [0]], ignored: [1], loss: extraIgnored },
    { name: 'other ignored', extra: 'dedicated', W: [[0], [1]], ignored: [0], loss: otherIgnored },
    { name: 'extra shared', extra: 'superposed', W: [[1], [-1]], ignored: [], loss: extraShared },
  ],
  3: [
    {
      name: 'extra ignored',
      extra: 'not represented',
      W: [
        [1, 0],
        [0, 1],
        [0, 0],
      ],
      ignored: [2],
      loss: extraIgnored,
    },
    {
      name: 'other ignored',
      extra: 'dedicated',
      W: [
        [0, 0],
        [1, 0],
        [0, 1],
      ],
      ignored: [0],
      loss: otherIgnored,
    },
    {
      name: 'extra shared',
      extra: 'superposed',
      W: [
        [1, 0],
        [0, 1],
        [0, -1],
      ],
      ignored: [],
      loss: extraShared,
    },
    {
      name: 'others shared',
      extra: 'dedicated',
      W: [
        [1, 0],
        [-1, 0],
        [0, 1],
      ],
      ignored: [],
      loss: (_, p, law) => pair(2, p, law),
    },
  ],
};

function extraIgnored(r: number, p: number, law?: ValueLaw): number {
  return r * featureVariance(p, law);
}

function otherIgnored(_: number, p: number, law?: ValueLaw): number {
  return featureVariance(p, law);
}

function extraShared(r: number, p: number, law?: ValueLaw): number {
  return pair(1 + r, p, law);
}

export const candidates = (n: PhaseFeatures): readonly Candidate[] => CANDIDATES[n];

/** The biases of a candidate, [n]. */
export const candidateBias = ({ ignored, W }: Candidate, p: number, law?: ValueLaw): number[] =>
  W.map((_, i) => (ignored.includes(i) ? featureMean(p, law) : 0));

/** The candidate of least loss: the phase that theory expects at (r, p). */
export function bestCandidate(n: PhaseFeatures, r: number, p: number, law?: ValueLaw): Candidate {
  return CANDIDATES[n].reduce((best, each) => (each.loss(r, p, law) < best.loss(r, p, law) ? each : best));
}

/**
 * The density below which superposition wins at relative importance r, in (0, 1): of U[0, 1], 4r / (2 + 5r) for r ≤ 1;
 * for r ≥ 1 it is 4 / (5 + 2r) with two features and constant, 4/7, with three, where the extra feature takes no part.
 */
export function boundaryDensity(n: PhaseFeatures, r: number, law: ValueLaw = 'uniform'): number {
  const { mean, square, smallerSquare } = VALUE_MOMENTS[law];
  // The losses r′ v(p) and s p² E[min²] cross where r′ (μ₂ − p μ₁²) = s p E[min²].
  const [ignored, shared] = r <= 1 ? [r, 1 + r] : n === 2 ? [1, 1 + r] : [1, 2];
  return (ignored * square) / (ignored * mean * mean + shared * smallerSquare);
}

/** Where all phases meet: equal importance, and the density above which ignoring one feature is best. */
export const triplePoint = (n: PhaseFeatures, law?: ValueLaw): { readonly r: 1; readonly p: number } => {
  return { r: 1, p: boundaryDensity(n, 1, law) };
};

/** ‖W‖ below this is not represented; superposition from this on is superposed; else dedicated. */
export const REPRESENTED_FROM = 0.5;
export const SUPERPOSED_FROM = 0.5;

/** @param norm ‖W_i‖ @param superposition Σ_{j≠i} (Ŵ_i·W_j)² */
export function phaseClass(norm: number, superposition: number): PhaseClass {
  if (norm < REPRESENTED_FROM) return 'not represented';
  return superposition >= SUPERPOSED_FROM ? 'superposed' : 'dedicated';
}
