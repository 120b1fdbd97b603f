/** One quantitative statement of the article and what was measured of it: the shape that `npm run claims` prints. */

/** A number, a name, or several numbers, each under its key: one for each density, where nothing else is said. */
export type ClaimValue = number | string | Keyed;
type Keyed = Readonly<Record<string, number>>;

export const isKeyed = (value: ClaimValue | null): value is Keyed => typeof value === 'object' && value !== null;

/**
 * `differs-as-recorded`: theory and measurement agree with each other and not with the paper, and the article says so.
 */
export type Verdict = 'holds' | 'differs-as-recorded' | 'fails';

export interface Claim {
  /** `E3.represented.p=0.3`: its experiment, then what is claimed, then where. Never renamed. */
  readonly id: string;
  /** Where the statement comes from. */
  readonly source: string;
  readonly statement: string;
  /** The paper's value; null where it gives none. */
  readonly paper: ClaimValue | null;
  /** What a closed form or an exact minimum gives; null where there is none. */
  readonly theory: ClaimValue | null;
  readonly measured: ClaimValue;
  /** How close is close enough, in words. */
  readonly tolerance: string;
  readonly verdict: Verdict;
}
