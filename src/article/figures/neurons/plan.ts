/** In which order a figure's trainings take place: of each its first start, so that all is in the picture, then the rest. */
import type { Problem, Recipe } from '../../../models/problem.ts';

/** One training of a figure as rounds of models (starts/rounds.ts), the first starts in front. */
export interface Part {
  readonly rounds: readonly Problem[];
  readonly recipe: Recipe;
}

/** Rounds of one part that are trained in a row. */
export interface Leg extends Part {
  /** Which part they belong to. */
  readonly part: number;
  /** Nothing of the part has been trained before: its first round is drawn while it learns. */
  readonly first: boolean;
}

export function planOf(parts: readonly Part[]): Leg[] {
  const firsts = parts.map(({ rounds, recipe }, part) => ({ part, first: true, rounds: rounds.slice(0, 1), recipe }));
  const others = parts.map(({ rounds, recipe }, part) => ({ part, first: false, rounds: rounds.slice(1), recipe }));
  return [...firsts, ...others].filter(({ rounds }) => rounds.length > 0);
}

/** How many models are trained in all. */
export const modelsIn = (parts: readonly Part[]): number =>
  parts.reduce((sum, { rounds }) => sum + rounds.reduce((count, { models }) => count + models.length, 0), 0);
