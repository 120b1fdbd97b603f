/** A share as a reader says it: "nearly half", "about one in five". Chosen from the number, so it cannot go stale. */

const NAMES: readonly (readonly [share: number, words: string])[] = [
  [0.1, 'one in ten'],
  [0.2, 'one in five'],
  [0.25, 'a quarter'],
  [1 / 3, 'a third'],
  [0.4, 'two in five'],
  [0.5, 'half'],
  [0.6, 'three in five'],
  [2 / 3, 'two thirds'],
  [0.75, 'three quarters'],
  [0.8, 'four in five'],
  [0.9, 'nine in ten'],
];

/** Nearer than this a share simply is what its name says. */
const EXACT = 0.005;
/** Farther than this no name fits. */
const NEAR = 0.05;

/** @param share in [0, 1]; shares with no name near them are said in per cent */
export function shareInWords(share: number): string {
  const [named, words] = NAMES.reduce((best, name) =>
    Math.abs(name[0] - share) < Math.abs(best[0] - share) ? name : best,
  );
  const difference = share - named;
  if (Math.abs(difference) <= EXACT) return words;
  if (Math.abs(difference) > NEAR) return `${Math.round(100 * share)} %`;
  return difference < 0 ? `nearly ${words}` : `just over ${words}`;
}
