/** Three correlated pairs in two dimensions without training: the exact loss minimised from arrangements of each kind (E14). */
import { readSets } from '../../src/models/geometry/sets.ts';
import type { ModelSettings } from '../../src/models/problem.ts';
import { minimise, type Minimum } from '../../src/models/theory/minimise.ts';
import { exactSetLoss } from '../../src/models/theory/set-loss.ts';

export const THREE_PAIRS = { n: 6, m: 2, members: [[0, 1], [2, 3], [4, 5]] } as const; // prettier-ignore

/** A direction and a length for each feature. */
type Direction = readonly [degrees: number, length: number];

const EACH = Math.SQRT1_2;
const both = (degrees: number): readonly Direction[] => [[degrees, EACH], [degrees, EACH]]; // prettier-ignore
/** Pairs side by side, one apart from two, each of one pair facing a collapsed one, three at 0°, 180° and 90°, three at 120°. */
const ARRANGEMENTS: readonly (readonly Direction[])[] = [
  [0, 64, 120, 184, 240, 304].map((degrees) => [degrees, 0.95] as const),
  [...both(0), [108, 0.95], [180, 1], [252, 0.95], [180, 1]],
  [...both(0), [72, 1], [144, 1], [216, 1], [288, 1]],
  [...both(0), ...both(90), [180, 1], [270, 1]],
  [...both(0), ...both(180), ...both(90)],
  [...both(0), ...both(120), ...both(240)],
];

export const threePairs = (p: number): ModelSettings => ({
  family: 'relu',
  density: Array<number>(THREE_PAIRS.n).fill(p),
  importance: Array<number>(THREE_PAIRS.n).fill(1),
  seed: 0,
  start: 0,
  model: 0,
  sets: THREE_PAIRS.members.map((members) => ({ kind: 'correlated', members })),
});

/** A step this small ends the search: what has collapsed is seen long before. */
const STILL = 1e-6;

/** The lowest minimum that is reached from any of them. */
export function lowestThreePairs(p: number): Minimum {
  const settings = threePairs(p);
  const loss = (theta: Float64Array): number => exactSetLoss(settings, THREE_PAIRS.m, theta);
  return ARRANGEMENTS.map((directions) => {
    const W = directions.flatMap(([degrees, length]) => {
      const angle = (degrees * Math.PI) / 180;
      return [length * Math.cos(angle), length * Math.sin(angle)];
    });
    return minimise(loss, [...W, ...directions.map(() => 0)], STILL);
  }).reduce((best, other) => (other.value < best.value ? other : best));
}

/** How many pairs of it have collapsed. */
export const collapsedPairs = (W: ArrayLike<number>): number =>
  readSets(W, THREE_PAIRS.n, THREE_PAIRS.m, THREE_PAIRS.members).collapsed;
