/** The results that the page shows: what `npm run claims -- --write` measured and wrote. A test measures some again. */
import type { Claim } from './claim.ts';
import recorded from './claims.json' with { type: 'json' };

export interface RecordedClaim extends Claim {
  /** What the keys of several numbers are; densities where it is left out. */
  readonly by?: string;
  /** (measured − expected) in units of the tolerance, one for each number measured; within ±1 it agrees. */
  readonly deviations?: readonly number[];
  /** The setting that was trained, as an address relative to the other pages. */
  readonly link?: string;
  /** A model of two dimensions to be drawn: n rows of m and the importances. */
  readonly picture?: {
    readonly n: number;
    readonly m: number;
    readonly W: readonly number[];
    readonly importance: readonly number[];
  };
}

export interface RecordedExperiment {
  /** What the ids of its claims begin with. */
  readonly id: string;
  readonly title: string;
  /** One sentence: what was trained, how often, and which start was measured. */
  readonly protocol: string;
  readonly claims: readonly RecordedClaim[];
}

export interface Recorded {
  /** What wrote this. */
  readonly command: string;
  /** What trained, and along which paths of its kernel. */
  readonly engine: string;
  readonly paths: readonly string[];
  /** Of every run, unless its experiment's protocol takes several. */
  readonly seeds: readonly number[];
  /** The version whose defaults the links stand on. */
  readonly linkVersion: number;
  /** Non-empty samples in the evaluation set that ranks starts without a closed form. */
  readonly evaluationSamples: number;
  readonly experiments: readonly RecordedExperiment[];
}

export const RECORDED = recorded as Recorded;
