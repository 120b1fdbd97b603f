/** Where a loss that had nearly stood still falls again. */
import type { RunSeries } from './series.ts';

/** Frames that a fall is measured over, and as many before it. */
const WINDOW = 10;
/** It falls by at least this share of what it was. */
const DROP = 0.01;
/** Before, it fell by less than this share of that fall. */
const STILL = 0.35;
/** Losses of neighbouring frames that are averaged: of each, a few thousand samples say little more. */
const SMOOTH = 3;

export interface LossDrop {
  /** The frame from which on it falls. */
  readonly frame: number;
  /** By how much, as a share of the loss before, in (0, 1]. */
  readonly share: number;
}

export function lossDrops({ losses }: Pick<RunSeries, 'losses'>): LossDrop[] {
  const smooth = losses.map((_, k) => mean(losses.slice(Math.max(0, k - SMOOTH), k + SMOOTH + 1)));
  const fall = (from: number, to: number): number => (smooth[from] - smooth[to]) / smooth[from];
  const candidates: LossDrop[] = [];
  for (let k = WINDOW; k + WINDOW < smooth.length; k++) {
    const share = fall(k, k + WINDOW);
    if (share >= DROP && fall(k - WINDOW, k) < STILL * share) candidates.push({ frame: k, share });
  }
  // Of frames that tell of one fall, the one that tells most of it.
  const drops: LossDrop[] = [];
  for (const candidate of candidates) {
    const last = drops.at(-1);
    if (!last || candidate.frame - last.frame > WINDOW) drops.push(candidate);
    else if (candidate.share > last.share) drops[drops.length - 1] = candidate;
  }
  return drops;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
