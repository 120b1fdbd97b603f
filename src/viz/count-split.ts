/** One kind of sample, by how many features it holds. */
export interface SplitPart {
  readonly key: 'none' | 'one' | 'more';
  /** What a sample of this kind holds. */
  readonly name: string;
  /** How often it comes, and what it costs as a share of the second bar's whole; in [0, 1]. */
  readonly often: number;
  readonly cost: number;
  readonly texts: readonly [often: string, cost: string];
}
