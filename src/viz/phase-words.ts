/** The reader's words for what becomes of the extra feature of a phase diagram, the last one. */
import type { Candidate, PhaseClass, PhaseFeatures } from '../models/theory/phase.ts';
import type { FeatureClass } from './feature-class.ts';

export type SolutionName = Candidate['name'];

/** The page's class of the same colour, glyph and word. */
export const CLASS_OF: Readonly<Record<PhaseClass, FeatureClass>> = {
  'not represented': 'not represented',
  dedicated: 'dedicated',
  superposed: 'in superposition',
};

interface SolutionWords {
  /** On its region of the map, with the extra feature's class first; the second where there is little room. */
  readonly region: readonly [long: string, short: string];
  /** Among the other solutions. */
  readonly solution: string;
}

const WORDS: Readonly<Record<PhaseFeatures, Readonly<Partial<Record<SolutionName, SolutionWords>>>>> = {
  2: {
    'extra ignored': { region: ['left out', 'left out'], solution: 'left out' },
    'other ignored': { region: ['alone', 'alone'], solution: 'alone' },
    'extra shared': { region: ['shared, opposite', 'shared'], solution: 'shared' },
  },
  3: {
    'extra ignored': { region: ['left out', 'left out'], solution: 'left out' },
    'other ignored': { region: ['alone, another left out', 'alone'], solution: 'another left out' },
    'extra shared': { region: ['shared, opposite', 'shared'], solution: 'shared' },
    'others shared': { region: ['alone, others shared', 'alone'], solution: 'others shared' },
  },
};

export function solutionWords(n: PhaseFeatures, name: SolutionName): SolutionWords {
  const words = WORDS[n][name];
  if (!words) throw new RangeError(`${n} features have no solution "${name}"`);
  return words;
}

/** "importance of feature 2, relative to feature 1" */
export const importanceName = (n: PhaseFeatures): string =>
  `importance of feature ${n}, relative to ${n === 2 ? 'feature 1' : '1 and 2'}`;

export const DENSITY_NAME = 'density of the features';
