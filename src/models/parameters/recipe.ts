/** From a figure's values to its recipe. */
import type { Recipe } from '../problem.ts';
import type { FigureValues } from './figures.ts';

/** The five keys of the optimiser, the same in every figure. */
export function toRecipe(values: Pick<FigureValues<'hero'>, 'steps' | 'batch' | 'lr' | 'schedule' | 'wd'>): Recipe {
  return {
    steps: values.steps,
    batch: values.batch,
    learningRate: values.lr,
    schedule: values.schedule,
    weightDecay: values.wd,
  };
}
