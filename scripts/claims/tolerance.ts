/** How close a measured value has to be to the expected one. */
import type { ClaimValue } from '../../src/article/reproduction/claim.ts';

export interface Tolerance {
  /** "± 1", "0.5 %", "exact". */
  readonly text: string;
  /** `expected` is null for a claim that is a condition on the measured value alone. */
  agrees(measured: ClaimValue, expected: ClaimValue | null): boolean;
  /** (measured − expected) in units of the tolerance, where it has one. */
  deviations?(measured: ClaimValue, expected: ClaimValue): number[];
}

/** |measured − expected| ≤ by. */
export const within = (by: number): Tolerance => graded(`± ${by}`, () => by);

/** |measured − expected| ≤ share · |expected|. */
export const withinShare = (share: number): Tolerance =>
  graded(`${Number((share * 100).toPrecision(6))} %`, (expected) => share * Math.abs(expected));

/** Equal: names letter by letter, numbers without any slack. */
export const exact: Tolerance = {
  text: 'exact',
  agrees: (measured, expected) => expected !== null && pairs(measured, expected).every(([a, b]) => a === b),
};

/** No number is expected; the statement sets a condition. */
export const asStated = (condition: (measured: ClaimValue) => boolean): Tolerance => ({
  text: 'as stated',
  agrees: condition,
});

/** Within a unit that depends on the expected value. */
export function graded(text: string, unit: (expected: number) => number): Tolerance {
  const deviations = (measured: ClaimValue, expected: ClaimValue): number[] =>
    pairs(measured, expected).map(([a, b]) =>
      typeof a === 'number' && typeof b === 'number' ? (a - b) / unit(b) : NaN,
    );
  return {
    text,
    deviations,
    // Rounding must not fail what stands exactly on the edge; NaN is never within.
    agrees: (measured, expected) =>
      expected !== null && deviations(measured, expected).every((deviation) => Math.abs(deviation) <= 1 + 1e-9),
  };
}

/** Measured and expected side by side; one expected value stands for all that were measured. */
function pairs(measured: ClaimValue, expected: ClaimValue): [number | string, number | string | undefined][] {
  if (typeof measured !== 'object') return [[measured, typeof expected === 'object' ? undefined : expected]];
  const entries = Object.entries(measured).map(([key, value]): [number, number | string | undefined] => [
    value,
    typeof expected === 'object' ? expected[key] : expected,
  ]);
  return entries.length > 0 ? entries : [[NaN, undefined]];
}
