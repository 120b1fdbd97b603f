/** In which order the figure's models are trained: a whole picture first, then one better start after another. */
import type { ModelSettings, Problem } from '../../../models/problem.ts';

/**
 * Every model's first start, then the other starts in rounds of at least two models a worker, so that what is finished
 * when the reader scrolls on is kept and no worker waits long for the others.
 *
 * @param models what is still to be trained
 * @param workers how many train side by side
 * @returns problems that together hold each model once
 */
export function roundsOf(problem: Problem, models: readonly ModelSettings[], workers: number): Problem[] {
  const starts = [...new Set(models.map(({ start }) => start))].sort((a, b) => a - b);
  const rounds: ModelSettings[][] = [];
  for (const [k, start] of starts.entries()) {
    const each = models.filter((settings) => settings.start === start);
    const last = rounds.at(-1);
    if (k > 1 && last && last.length < 2 * workers) last.push(...each);
    else rounds.push(each);
  }
  return rounds.map((round) => ({ ...problem, models: round }));
}
