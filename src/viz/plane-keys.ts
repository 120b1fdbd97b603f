/** Arrow keys in a plane of two axes. */

/** One axis as a native range knows it: whole steps 0 … last, to the right or upwards. */
export interface PlaneAxis {
  readonly label: string;
  /** The value in words. */
  readonly text: string;
  readonly last: number;
  readonly position: number;
  /** `release` ends a movement. */
  readonly onset: (position: number, release: boolean) => void;
}

const STEPS = {
  across: { ArrowLeft: -1, ArrowRight: 1 },
  up: { ArrowDown: -1, ArrowUp: 1 },
} as const;

/**
 * The other axis' new position when a key points along it; null for a key that the focused axis takes itself.
 * @param vertical whether the focused axis is the vertical one
 */
export function crossing(key: string, vertical: boolean, other: Pick<PlaneAxis, 'last' | 'position'>): number | null {
  const steps: Readonly<Record<string, number | undefined>> = vertical ? STEPS.across : STEPS.up;
  const step = steps[key];
  return step === undefined ? null : Math.max(0, Math.min(other.last, other.position + step));
}
