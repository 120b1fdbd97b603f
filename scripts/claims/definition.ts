/** A claim before it is measured: data and one function. */
import type { ClaimValue } from '../../src/article/reproduction/claim.ts';
import type { RecordedClaim } from '../../src/article/reproduction/recorded.ts';
import type { Tolerance } from './tolerance.ts';

export interface ClaimDefinition {
  readonly id: string;
  readonly source: string;
  readonly statement: string;
  readonly paper: ClaimValue | null;
  /** Values that take work to compute are functions. */
  readonly theory: ClaimValue | null | (() => ClaimValue | Promise<ClaimValue>);
  readonly tolerance: Tolerance;
  /** What the keys of several numbers are; densities where it is left out. */
  readonly by?: string;
  /** Where the article says that it differs from the paper; without it a difference fails. */
  readonly saidIn?: string;
  readonly link?: string;
  measure(): Promise<Measurement>;
}

export interface Measurement {
  readonly value: ClaimValue;
  readonly picture?: RecordedClaim['picture'];
}

export interface ExperimentDefinition {
  /** What the ids of its claims begin with. */
  readonly id: string;
  readonly title: string;
  readonly protocol: string;
  readonly claims: readonly ClaimDefinition[];
}
