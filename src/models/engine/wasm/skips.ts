/** The law of the active entries, which the sparse path finds by skipping from one to the next. */
import { ln } from '../../random.ts';

export interface SkipLaw {
  /** 1 / log₂(1 − p), p the largest density: a skip is ⌊log₂ u · logScale⌋. 0 for p = 1. */
  readonly logScale: number;
  /** p_i / p, [n]: the chance that feature i keeps an entry that the skips have found. */
  readonly kept: readonly number[];
}

/** @param density p_i, [n], each in (0, 1] */
export function skipLaw(density: readonly number[]): SkipLaw {
  const largest = density.reduce((a, b) => Math.max(a, b));
  return { logScale: largest < 1 ? ln(2) / ln(1 - largest) : 0, kept: density.map((p) => p / largest) };
}
