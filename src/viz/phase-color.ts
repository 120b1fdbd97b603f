/**
 * The phase map's scale of two numbers: superposition runs along the page's superposition ramp, and the feature's length
 * from the colour of "left out" to there, both straight lines in OKLab (the paper's figure has the same two axes).
 */
import { CLASS_COLORS, superpositionColor } from './color.ts';

const hold = (value: number): number => Math.max(0, Math.min(1, value));

/**
 * @param superposition clipped to [0, 1]; NaN, which a feature of no length may have, counts as 0
 * @param norm ‖W_i‖, clipped to [0, 1]
 */
export function phaseColor(superposition: number, norm: number): string {
  const share = Math.round(hold(norm) * 1000) / 10;
  const [out, full] = [CLASS_COLORS['not represented'], superpositionColor(superposition)];
  if (!(share > 0)) return out;
  return share >= 100 ? full : `color-mix(in oklab, ${full} ${share}%, ${out})`;
}

/** Steps of each number from knot to knot: between them a straight line in bytes is within a byte or two of OKLab's. */
const STEPS = 16;
const KNOTS = STEPS + 1;

/** The colours at the knots, superposition by superposition; for a canvas, as bytes (canvas-colors.ts). */
export const PHASE_KNOTS: readonly string[] = Array.from({ length: KNOTS * KNOTS }, (_, k) =>
  phaseColor(Math.floor(k / KNOTS) / STEPS, (k % KNOTS) / STEPS),
);

/**
 * Writes `phaseColor` as RGBA, by straight lines between the knots.
 * @param data RGBA of many cells @param cell which of them
 * @param knots RGBA of PHASE_KNOTS
 */
export function writePhaseColor(
  data: Uint8ClampedArray,
  cell: number,
  knots: Uint8ClampedArray,
  superposition: number,
  norm: number,
): void {
  const s = Number.isNaN(superposition) ? 0 : hold(superposition) * STEPS;
  const t = hold(norm) * STEPS;
  const [row, column] = [Math.min(STEPS - 1, Math.floor(s)), Math.min(STEPS - 1, Math.floor(t))];
  const [down, along] = [s - row, t - column];
  const at = 4 * (row * KNOTS + column);
  for (let channel = 0; channel < 4; channel++) {
    const near = at + channel;
    const upper = knots[near] + (knots[near + 4] - knots[near]) * along;
    const far = near + 4 * KNOTS;
    const lower = knots[far] + (knots[far + 4] - knots[far]) * along;
    data[4 * cell + channel] = upper + (lower - upper) * down;
  }
}
