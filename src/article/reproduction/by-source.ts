/** Neighbouring claims that come from the same source. */
import type { RecordedClaim } from './recorded.ts';

export interface SourceGroup {
  readonly source: string;
  readonly claims: readonly RecordedClaim[];
}

/** In order; at least one claim in each group. */
export function bySource(claims: readonly RecordedClaim[]): SourceGroup[] {
  const groups: { source: string; claims: RecordedClaim[] }[] = [];
  for (const claim of claims) {
    const last = groups.at(-1);
    if (last?.source === claim.source) last.claims.push(claim);
    else groups.push({ source: claim.source, claims: [claim] });
  }
  return groups;
}
