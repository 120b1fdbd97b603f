/** A question that a figure answers, to be guessed at before it is seen. */
export interface Guess {
  /** "How many of the 5 features will be kept?" */
  readonly question: string;
  readonly choices: readonly string[];
  /** Which of them it is, of the models on screen. */
  readonly answer: () => string;
}

/** How many features a model keeps. @param kept of the model on screen */
export function keptGuess(n: number, kept: () => number): Guess {
  return {
    question: `How many of the ${n} features will be kept?`,
    choices: Array.from({ length: n + 1 }, (_, k) => String(k)),
    answer: () => String(kept()),
  };
}
