/** Numbers of a page's text that claims have measured. */
import { RECORDED, type RecordedClaim } from './recorded.ts';

/** A claim's record. Throws when it was not measured: a sentence must not outlive its number. */
function recorded(id: string): RecordedClaim {
  for (const { claims } of RECORDED.experiments) {
    const claim = claims.find((each) => each.id === id);
    if (claim) return claim;
  }
  throw new Error(`No claim ${id} in the record: run \`npm run claims -- --write\`.`);
}

/** What was measured for a claim: its one number, or of several the one under a key. */
export function measured(id: string, key?: string): number {
  const value = recorded(id).measured;
  const number = typeof value === 'object' && key !== undefined ? value[key] : value;
  if (typeof number !== 'number') throw new Error(`The claim ${id} has no such number.`);
  return number;
}
