/** The shares of a dimension that have a name, as lines across a chart of D_i. */

interface Level {
  /** D_i of every feature of the figure, in [0, 1]. */
  readonly value: number;
  readonly name: string;
}

/** From the top; the paper's figures (E9). */
export const LEVELS: readonly Level[] = [
  { value: 1, name: '1' },
  { value: 3 / 4, name: '3/4' },
  { value: 2 / 3, name: '2/3' },
  { value: 1 / 2, name: '1/2' },
  { value: 2 / 5, name: '2/5' },
  { value: 3 / 8, name: '3/8' },
  { value: 0, name: '0' },
];
