/** Claims as lines for a terminal. */
import type { Claim, ClaimValue } from '../../src/article/reproduction/claim.ts';
import { claimNumber } from '../../src/article/reproduction/format.ts';

const MARKS = { holds: '=', 'differs-as-recorded': '~', fails: '!' } as const;

/** "= E1.crossover  measured 0.1604, theory 0.1603 (± 0.005)": one line each, then the count. */
export function claimsText(claims: readonly Claim[]): string {
  const width = Math.max(...claims.map(({ id }) => id.length));
  const lines = claims.map(({ id, paper, theory, measured, tolerance, verdict }) => {
    const beside = [
      ...(paper === null ? [] : [`paper ${valueText(paper)}`]),
      ...(theory === null ? [] : [`theory ${valueText(theory)}`]),
    ];
    return `${MARKS[verdict]} ${id.padEnd(width)}  ${[valueText(measured), ...beside].join(' · ')} (${tolerance})  ${verdict}`;
  });
  const count = (wanted: Claim['verdict']): number => claims.filter(({ verdict }) => verdict === wanted).length;
  const summary = `${claims.length} claims: ${count('holds')} hold, ${count('differs-as-recorded')} differ as recorded, ${count('fails')} fail`;
  return [...lines, '', summary].join('\n');
}

function valueText(value: ClaimValue): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return claimNumber(value);
  return Object.entries(value)
    .map(([density, number]) => `${density}: ${valueText(number)}`)
    .join(', ');
}
