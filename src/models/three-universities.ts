/** Three features at 120° in two dimensions, set by hand: three universities, by rivalry (claims/universities.ts). */

const HEIGHT = Math.sqrt(3) / 2;

export const THREE_UNIVERSITIES = {
  names: ['Clemson', 'Duke', 'NC State'],
  n: 3,
  m: 2,
  /** n rows of m: row i is feature i. */
  W: [HEIGHT, 1 / 2, -HEIGHT, 1 / 2, 0, -1],
  b: [0, 0, 0],
  importance: [1, 1, 1],
  /** What can be added to an input without moving h: W times this is 0. */
  unseen: [1, 1, 1],
  /** The first two at once. */
  input: [0.9, 0.9, 0],
} as const;
