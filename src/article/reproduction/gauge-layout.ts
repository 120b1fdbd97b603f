/** Where measured values stand between the two ends of a tolerance. */

export const GAUGE = { width: 80, height: 16 } as const;
/** Half of the tolerance's width, px; what lies outside is drawn in the margin beyond. */
const HALF = 30;
/** Furthest from the middle that anything is drawn, in units of the tolerance. */
const FURTHEST = 1.25;

export interface GaugeLayout {
  readonly y: number;
  readonly from: number;
  readonly middle: number;
  readonly to: number;
  /** One for each measured number, px from the left. */
  readonly marks: readonly number[];
}

/** @param deviations (measured − expected) in units of the tolerance */
export function gaugeLayout(deviations: readonly number[]): GaugeLayout {
  const middle = GAUGE.width / 2;
  const place = (deviation: number): number => middle + HALF * Math.max(-FURTHEST, Math.min(FURTHEST, deviation));
  return { y: GAUGE.height / 2, from: place(-1), middle, to: place(1), marks: deviations.map(place) };
}
