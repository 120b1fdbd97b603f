/** From a figure's values to what is trained. The only way from a link to a run. */
import type { ModelSettings, Problem, Recipe } from '../problem.ts';
import { densityOf } from './density.ts';
import type { FigureId, FigureValues } from './figures.ts';

export interface Training {
  readonly problem: Problem;
  readonly recipe: Recipe;
}

const BUILDERS: { readonly [F in FigureId]: (values: FigureValues<F>) => Training } = { hero: buildHero };

/** @param values in range (decodeLink and clampValue see to that) */
export function toProblem<F extends FigureId>(figure: F, values: FigureValues<F>): Training {
  return BUILDERS[figure](values);
}

/** The starts 0 … starts − 1 of one model: equal settings, other initial weights and data. */
function buildHero(values: FigureValues<'hero'>): Training {
  const { n, m, S, decay, model, seed, starts } = values;
  const settings = {
    family: model,
    density: Array.from({ length: n }, () => densityOf(S)),
    importance: geometricImportance(n, decay),
    seed,
    model: 0,
  };
  const models = Array.from({ length: starts }, (_, start): ModelSettings => ({ ...settings, start }));
  return { problem: { n, m, models }, recipe: toRecipe(values) };
}

/** The five keys of the optimiser, the same in every figure. */
function toRecipe(values: Pick<FigureValues<'hero'>, 'steps' | 'batch' | 'lr' | 'schedule' | 'wd'>): Recipe {
  return {
    steps: values.steps,
    batch: values.batch,
    learningRate: values.lr,
    schedule: values.schedule,
    weightDecay: values.wd,
  };
}

/** I_i = decay^i, [n], by repeated multiplication: Math.pow may differ between browsers. */
function geometricImportance(n: number, decay: number): number[] {
  const importance = [1];
  while (importance.length < n) importance.push(importance[importance.length - 1] * decay);
  return importance;
}
