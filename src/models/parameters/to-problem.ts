/** From a figure's values to what is trained. The only way from a link to a run. */
import { cellModels, phaseRecipe } from '../phase/cell-models.ts';
import type { ModelSettings, Problem, Recipe } from '../problem.ts';
import { densityOf } from './density.ts';
import type { FigureId, FigureValues } from './figures.ts';
import { toRecipe } from './recipe.ts';

export interface Training {
  readonly problem: Problem;
  readonly recipe: Recipe;
}

const BUILDERS: { readonly [F in FigureId]: (values: FigureValues<F>) => Training } = {
  hero: buildHero,
  basic: buildBasic,
  phase: buildPhase,
};

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

/**
 * The starts of the linear model, then of one model for each density of the list, in its order. What a model draws
 * depends on its density and not on its place, so another list leaves the models that it shares with this one as they
 * are. The linear optimum's W is the same at every density (theory/linear.ts): it is trained where it settles soonest.
 */
function buildBasic(values: FigureValues<'basic'>): Training {
  const { n, m, p, decay, model, seed, starts } = values;
  const importance = geometricImportance(n, decay);
  const startsOf = (settings: Pick<ModelSettings, 'family' | 'model'>, density: number): ModelSettings[] =>
    Array.from({ length: starts }, (_, start) => ({
      ...settings,
      density: Array.from({ length: n }, () => density),
      importance,
      seed,
      start,
    }));
  const models = [
    ...startsOf({ family: 'linear', model: 0 }, LINEAR_DENSITY),
    ...[...new Set(p)].flatMap((density) => startsOf({ family: model, model: streamOf(density) }, density)),
  ];
  return { problem: { n, m, models }, recipe: toRecipe(values) };
}

/** Every start of every cell, row by row from the densest down, from the least important on. */
function buildPhase(values: FigureValues<'phase'>): Training {
  const { n, m, cells, starts } = values;
  const all = Array.from({ length: cells * cells }, (_, cell) => cell);
  return { problem: { n, m, models: cellModels(values, all, starts) }, recipe: phaseRecipe(values) };
}

const LINEAR_DENSITY = 0.1;

/** A density as part of the generator's key: 5000 … 10⁷, never the linear model's 0. */
const streamOf = (density: number): number => Math.round(density * 1e7);

/** I_i = decay^i, [n], by repeated multiplication: Math.pow may differ between browsers. */
function geometricImportance(n: number, decay: number): number[] {
  const importance = [1];
  while (importance.length < n) importance.push(importance[importance.length - 1] * decay);
  return importance;
}
