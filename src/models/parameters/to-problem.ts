/** From a figure's values to what is trained. The only way from a link to a run. */
import { cellModels, phaseRecipe } from '../phase/cell-models.ts';
import type { FeatureSet, ModelSettings, Problem, Recipe } from '../problem.ts';
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
  hidden: buildHidden,
  absolute: buildAbsolute,
};

/** @param values in range (decodeLink and clampValue see to that) */
export function toProblem<F extends FigureId>(figure: F, values: FigureValues<F>): Training {
  return BUILDERS[figure](values);
}

/** The starts 0 … starts − 1 of one model: equal settings, other initial weights and data. */
function buildHero(values: FigureValues<'hero'>): Training {
  const { n, m, S, decay, model, seed, starts } = values;
  const importance = geometricImportance(n, decay);
  const models = startsOf({ family: model, importance, seed, model: 0 }, densityOf(S), starts);
  return { problem: { n, m, models }, recipe: toRecipe(values) };
}

type Shared = Omit<ModelSettings, 'density' | 'start'>;

/** Starts 0 … starts − 1 of one model with the same density for all features. */
function startsOf(shared: Shared, density: number, starts: number): ModelSettings[] {
  const settings = { ...shared, density: shared.importance.map(() => density) };
  return Array.from({ length: starts }, (_, start) => ({ ...settings, start }));
}

/**
 * The starts of the linear model, then of one model for each density of the list, in its order. What a model draws
 * depends on its density and not on its place, so another list leaves the models that it shares with this one as they
 * are. The linear optimum's W is the same at every density (theory/linear.ts): it is trained where it settles soonest.
 */
function buildBasic(values: FigureValues<'basic'>): Training {
  const { n, m, p, decay, model, seed, starts } = values;
  const importance = geometricImportance(n, decay);
  const models = [
    ...startsOf({ family: 'linear', importance, seed, model: 0 }, LINEAR_DENSITY, starts),
    ...[...new Set(p)].flatMap((density) =>
      startsOf({ family: model, importance, seed, model: streamOf(density) }, density, starts),
    ),
  ];
  return { problem: { n, m, models }, recipe: toRecipe(values) };
}

/** Every start of every cell, row by row from the densest down, from the least important on. */
function buildPhase(values: FigureValues<'phase'>): Training {
  const { n, m, cells, starts } = values;
  const all = Array.from({ length: cells * cells }, (_, cell) => cell);
  return { problem: { n, m, models: cellModels(values, all, starts) }, recipe: phaseRecipe(values) };
}

/** The starts of one model with a nonlinear hidden layer (or, beside it, a linear one). */
function buildHidden(values: FigureValues<'hidden'>): Training {
  const { n, m, S, decay, model, bias, dropout, seed, starts } = values;
  const importance = geometricImportance(n, decay);
  const density = densityOf(S);
  const models = startsOf({ family: model, importance, seed, model: streamOf(density) }, density, starts);
  return {
    problem: { n, m, models, ...(bias ? { hiddenBias: true } : {}) },
    recipe: { ...toRecipe(values), ...(dropout > 0 ? { dropout } : {}) },
  };
}

/** The starts of one model for each density of the list, in its order. */
function buildAbsolute(values: FigureValues<'absolute'>): Training {
  const { n, m, p, decay, target, activation, bias, kind, seed, starts } = values;
  const importance = geometricImportance(n, decay);
  const shared: Omit<Shared, 'model'> = {
    family: activation === 'gelu' ? `${COMPUTING[target]}-gelu` : COMPUTING[target],
    // Of a pair's two outputs, the smaller value is not asked for.
    importance: target === 'max' ? importance.map((each, i) => (i & 1 ? 0 : each)) : importance,
    seed,
    ...(target === 'and-or' ? { law: 'one' } : {}),
    ...(kind === 'independent' ? {} : { sets: pairsOf(n, kind) }),
  };
  const models = [...new Set(p)].flatMap((density) =>
    startsOf({ ...shared, model: streamOf(density) }, density, starts),
  );
  return { problem: { n, m, models, ...(bias ? { hiddenBias: true } : {}) }, recipe: toRecipe(values) };
}

const COMPUTING = { absolute: 'absolute', square: 'square', max: 'max-min', 'and-or': 'max-min' } as const;

/** Features two by two, {0, 1}, {2, 3} …; a last one without a partner stays independent. */
function pairsOf(n: number, kind: FeatureSet['kind']): FeatureSet[] {
  return Array.from({ length: n >> 1 }, (_, k) => ({ kind, members: [2 * k, 2 * k + 1] }));
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
