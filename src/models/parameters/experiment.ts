/** What a figure's values say is to be trained, and how. */
import type { Problem, Recipe } from '../problem.ts';

export interface Experiment {
  readonly problem: Problem;
  readonly recipe: Recipe;
}
