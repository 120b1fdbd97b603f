/** What a figure's values say is to be trained. */
import type { Problem, Recipe } from '../problem.ts';

export interface Training {
  readonly problem: Problem;
  readonly recipe: Recipe;
}
