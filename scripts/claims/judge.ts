/** Measures one claim and gives its verdict. */
import type { ClaimValue, Verdict } from '../../src/article/reproduction/claim.ts';
import type { RecordedClaim } from '../../src/article/reproduction/recorded.ts';
import type { ClaimDefinition } from './definition.ts';

export async function judgeClaim(definition: ClaimDefinition): Promise<RecordedClaim> {
  const { id, source, statement, paper, tolerance, by, link } = definition;
  const { value: measured, picture } = await definition.measure();
  const theory = typeof definition.theory === 'function' ? await definition.theory() : definition.theory;
  const expected = paper ?? theory;
  const deviations = expected === null ? undefined : tolerance.deviations?.(measured, expected);
  return {
    ...{ id, source, statement, paper, theory, measured },
    tolerance: tolerance.text,
    verdict: verdictOf(definition, measured, theory),
    ...(by !== undefined && { by }),
    ...(deviations && { deviations }),
    ...(link !== undefined && { link }),
    ...(picture && { picture }),
  };
}

/** A claim holds when the measured value agrees with every value there is to agree with. */
export function verdictOf(
  { paper, tolerance, saidIn }: Pick<ClaimDefinition, 'paper' | 'tolerance' | 'saidIn'>,
  measured: ClaimValue,
  theory: ClaimValue | null,
): Verdict {
  const agrees = (expected: ClaimValue): boolean => tolerance.agrees(measured, expected);
  if (paper === null && theory === null) return tolerance.agrees(measured, null) ? 'holds' : 'fails';
  if (theory !== null && !agrees(theory)) return 'fails';
  if (paper === null || agrees(paper)) return 'holds';
  return theory !== null && saidIn !== undefined ? 'differs-as-recorded' : 'fails';
}
