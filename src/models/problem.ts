/** What is trained: one batch of toy models that share n and m, and how. Pure data, safe to post to a worker. */
import type { FamilyName } from './families.ts';

/** A set of features that are switched on together, or of which exactly one is (experiments E12–E14). */
export interface FeatureSet {
  readonly kind: 'correlated' | 'anticorrelated';
  /** Indices of the members, each feature in at most one set. The first member's density is the set's. */
  readonly members: readonly number[];
}

/**
 * How large an active feature is, as a function of v ~ U[0, 1): `uniform` v itself (the paper's), `one` always 1,
 * `three` one of 1, 2, 3, `upper` U[½, 1) (these three of Nanda 2023). Signed data take v = |2u − 1| and the sign of
 * 2u − 1.
 */
export type ValueLaw = 'uniform' | 'one' | 'three' | 'upper';

export interface ModelSettings {
  readonly family: FamilyName;
  /** p_i = 1 − S_i for each feature, in (0, 1]. Length n. */
  readonly density: readonly number[];
  /** I_i for each feature, ≥ 0. Length n. */
  readonly importance: readonly number[];
  /** The reader's seed, an unsigned 32-bit integer. */
  readonly seed: number;
  /** Which random start of that seed, 0, 1, 2 … */
  readonly start: number;
  /** Which model of the figure (its density, its cell), 0, 1, 2 …: part of the generator's key. */
  readonly model: number;
  readonly sets?: readonly FeatureSet[];
  /** `uniform` when absent. */
  readonly law?: ValueLaw;
}

export interface Problem {
  /** Features, 1 … 1024. */
  readonly n: number;
  /** Hidden dimensions, 1 … 512. */
  readonly m: number;
  /** Families may differ in their output activation only: one batch is one shape of computation. */
  readonly models: readonly ModelSettings[];
  /** Whether the hidden layer has a bias of its own, trained with the rest; the paper's has none. */
  readonly hiddenBias?: boolean;
  /** How large the weights are at the start, relative to the usual ones (layout.ts); 1 when absent. */
  readonly initialScale?: number;
  /** Whether its models begin with absolute values set by hand (neurons/hand-set-start.ts); at random when absent. */
  readonly handSet?: boolean;
}

export type Schedule = 'constant' | 'hold' | 'linear' | 'cosine';

/** AdamW (PyTorch's definition) on the loss per sample, summed over features and weighted by importance. */
export interface Recipe {
  /** Length of the whole run; the schedule is a function of step / steps. */
  readonly steps: number;
  /** Samples a step, drawn fresh. A multiple of 4. */
  readonly batch: number;
  readonly learningRate: number;
  readonly schedule: Schedule;
  readonly weightDecay: number;
  /**
   * `exact`: the expected gradient by quadrature over all data, an infinite batch, for small n (engine/quadrature.ts);
   * `sampled`, from `batch` fresh samples, when absent.
   */
  readonly gradient?: 'sampled' | 'exact';
  /**
   * The chance q that a hidden dimension is switched off for a sample (inverted dropout: the others are divided by
   * 1 − q), in [0, 1); none when absent.
   */
  readonly dropout?: number;
}

/**
 * Parameters and Adam's moments of every model of a batch. Each array is [models, P] with
 * P = parameterCount(problem); one row is W (n × m, row i is feature i), then W₂ when it is free (n × m, row i reads
 * feature i), then c (m) where the hidden layer has a bias, then b (n).
 */
export interface State {
  /** Steps taken so far. */
  readonly step: number;
  readonly theta: Float32Array;
  /** Adam's first moment. */
  readonly m1: Float32Array;
  /** Adam's second moment. */
  readonly m2: Float32Array;
}
