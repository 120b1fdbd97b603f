/** A named moment of a run, as a picture shows it. */
export interface TimeMark {
  readonly step: number;
  /** What stands at its tick: a letter. */
  readonly letter: string;
  /** What happens, as the words of a button: "features 4 and 8 pair up". */
  readonly words: string;
}

/** "A", "B" … for the k-th of them. */
export const markLetter = (k: number): string => String.fromCharCode('A'.charCodeAt(0) + k);

/** The mark that a step is at or after; −1 before the first. */
export const markBefore = (marks: readonly TimeMark[], step: number): number =>
  marks.findLastIndex((mark) => mark.step <= step);
