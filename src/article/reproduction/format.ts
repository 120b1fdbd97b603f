/** The values of claims in print. */
import { candidates } from '../../models/theory/phase.ts';
import { solutionWords } from '../../viz/phase-words.ts';

const DIGITS = 4;

/** Of the phase diagrams whose regions are claims' values. */
const FEATURES = 3;

/** "12", "0.1599", as page and terminal print them: whole numbers as they are, others with four significant digits at most. */
export const claimNumber = (value: number): string => String(Number(value.toPrecision(DIGITS)));

/** As the page prints it: a region of a phase diagram has its words, which the record's names are not. */
export function valueText(value: number | string): string {
  if (typeof value === 'number') return claimNumber(value);
  const region = candidates(FEATURES).find(({ name }) => name === value);
  return region ? solutionWords(FEATURES, region.name).region[0] : value;
}
