/** The numbers of the page's text: from the theory, from the recorded claims, from the figure's own defaults. */
import { figureDefaults } from '../../../models/parameters/figures.ts';
import { share } from '../../../models/phase/grid.ts';
import { boundaryDensity, triplePoint } from '../../../models/theory/phase.ts';
import { RECORDED } from '../../reproduction/recorded.ts';
import type { RecordedClaim } from '../../reproduction/recorded.ts';

export const values = figureDefaults('phase');

/** How many networks the map trains untouched. */
export const cellCount = values.cells * values.cells;
export const networkCount = cellCount * values.starts;

export { boundaryDensity, triplePoint };

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

/** Where on the map's axis of density S stands, 0 … 1: the knob under a word that sets it. */
export const densityAt = (S: number): number => clamped(share([1, values.pmin], 1 - S));

const clamped = (at: number): number => Math.max(0, Math.min(1, at));
