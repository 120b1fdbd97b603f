/** The numbers of the section on interference: two opposite features of length 1 on one dimension, without a bias. */
import { lossByCount, type LossByCount } from '../../../models/evaluation/loss-by-count.ts';
import type { ModelSettings } from '../../../models/problem.ts';
import { readNothingLoss } from '../../../models/theory/read-nothing.ts';

/** W₁ = 1, W₂ = −1, no bias. */
const PAIR = Float32Array.of(1, -1, 0, 0);

export interface PairAt extends LossByCount {
  /** p = 1 − S. */
  readonly density: number;
  /** What giving up both would cost. */
  readonly unread: number;
}

export function pairAt(density: number): PairAt {
  const settings: ModelSettings = {
    ...{ family: 'relu', density: [density, density], importance: [1, 1] },
    ...{ seed: 0, start: 0, model: 0 },
  };
  return { density, ...lossByCount(settings, 1, PAIR), unread: readNothingLoss(settings) };
}

/** How common the two are in the table. */
export const DENSITIES = [0.5, 0.1, 0.01] as const;
