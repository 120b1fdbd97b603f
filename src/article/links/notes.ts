/** What was wrong with a link, in one line each. */

export interface LinkNote {
  /** What is wrong: "hero.S=2 is out of range". */
  readonly reason: string;
  /** What would have been right, where that can be said: "0 to 0.999". */
  readonly accepts?: string;
  /** Reason and remedy as one sentence: "hero.S=2 is out of range; using 0.999". */
  readonly message: string;
}

/** Longest piece of the link that a note repeats. */
const QUOTED = 40;

export function note(reason: string, remedy: string, accepts?: string): LinkNote {
  return { reason, message: `${reason}; ${remedy}`, ...(accepts === undefined ? {} : { accepts }) };
}

/** A piece of the link, safe to show: one line, no control characters, not endless. */
export function quote(text: string): string {
  const line = text.replace(/[\s\p{C}]+/gu, ' ');
  const letters = [...line];
  return letters.length > QUOTED ? `${letters.slice(0, QUOTED).join('')}…` : line;
}
