/** How one output is read, as lines over an axis: what each present feature adds, the bias, the sum, the ReLU, the target. */
import type { ProbedRow } from '../models/probe.ts';

/** Height of a lane, where its steps begin and where its result stands, px. */
export const LANE = { height: 44, steps: 7, result: 34 } as const;
/** Distance of one step from the next: as much as leaves all of them above the result. */
const PITCH = { most: 6.5, room: 21 } as const;
/** Where an axis ends at the latest, however much could be added up. */
const REACH = { negative: -1.6, positive: 2 } as const;
/** Anything smaller is no step. */
const LEAST = 0.005;

interface Step {
  /** The feature that adds it, or null for the bias. */
  readonly feature: number | null;
  readonly value: number;
  readonly from: number;
  readonly to: number;
  readonly y: number;
}

export interface ReadingLane {
  readonly steps: readonly Step[];
  readonly zero: number;
  readonly before: number;
  readonly after: number;
  readonly wanted: number;
  /** The ReLU has cut something off. */
  readonly clipped: boolean;
}

/**
 * The lowest and the highest sum that any output of the model can reach: an axis that stands still while inputs change.
 * @param gram WᵀW, [n, n]
 * @param least the smallest value of an input, 0 or −1; the largest is 1
 */
export function laneDomain(gram: ArrayLike<number>, b: ArrayLike<number>, least: number): [number, number] {
  const n = b.length;
  let [low, high] = [-0.2, 1.1];
  for (let i = 0; i < n; i++) {
    let [down, up] = [Math.min(0, b[i]), Math.max(0, b[i])];
    for (let j = 0; j < n; j++) {
      const overlap = gram[i * n + j];
      down += Math.min(overlap, least * overlap, 0);
      up += Math.max(overlap, least * overlap, 0);
    }
    [low, high] = [Math.min(low, down), Math.max(high, up)];
  }
  return [Math.max(REACH.negative, low), Math.min(REACH.positive, high)];
}

/** Room at both ends for the mark of a value, px. */
const EDGE = 6;

/** Where a value stands in a lane; values beyond the domain stand at its ends. */
export const laneX = (value: number, width: number, [low, high]: readonly [number, number]): number =>
  EDGE + ((Math.max(low, Math.min(high, value)) - low) / (high - low)) * (width - 2 * EDGE);

/** @param width px */
export function readingLane(
  { contributions, bias, before, after, wanted }: ProbedRow,
  own: number,
  width: number,
  domain: readonly [number, number],
): ReadingLane {
  const x = (value: number): number => laneX(value, width, domain);
  // What the feature reads of itself comes first.
  const ordered = [...contributions].sort((a, b) => Number(b.feature === own) - Number(a.feature === own));
  const added = [
    ...ordered.map(({ feature, value }) => ({ feature: feature as number | null, value })),
    { feature: null, value: bias },
  ].filter(({ value }) => Math.abs(value) >= LEAST);
  const pitch = Math.min(PITCH.most, PITCH.room / Math.max(1, added.length));
  let sum = 0;
  const steps = added.map(({ feature, value }, k): Step => {
    const from = sum;
    sum += value;
    return { feature, value, from: x(from), to: x(sum), y: LANE.steps + k * pitch };
  });
  return {
    steps,
    zero: x(0),
    before: x(before),
    after: x(after),
    wanted: x(wanted),
    clipped: after - before >= LEAST,
  };
}
