/** A circuit of two inputs, one neuron or two, and two outputs, and what runs through it; all of it computed by the caller. */

/** A number before and after the ReLU. */
export interface Signal {
  readonly before: number;
  readonly after: number;
}

/** An output and its target. */
export interface OutputSignal extends Signal {
  readonly wanted: number;
}

export interface Flow {
  /** What the neurons read and what they write: 2 rows of m, row i is feature i; m is 1 (A) or 2 (A and B). */
  readonly W: ArrayLike<number>;
  readonly W2: ArrayLike<number>;
  readonly input: readonly [number, number];
  /** [m]. */
  readonly hidden: readonly Signal[];
  readonly output: readonly [OutputSignal, OutputSignal];
  /** Which features of a larger network the two are, counted from 0; 0 and 1 when absent. */
  readonly features?: readonly [number, number];
}

/** The number of feature `i` of the two as a reader counts, from 1. */
export const flowFeature = ({ features }: Pick<Flow, 'features'>, i: number): number => (features?.[i] ?? i) + 1;

/** What the neurons are called. */
export const FLOW_NEURONS = ['A', 'B'] as const;

/** Below this a value is not printed and a difference counts as none. */
export const FLOW_SEEN = 0.005;
