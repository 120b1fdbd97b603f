/** What the figures of the first page train: models that store features. */
import { densityOf } from './density.ts';
import type { FigureValues } from './figures.ts';
import { toRecipe } from './recipe.ts';
import { geometricImportance, startsOf, streamOf } from './starts.ts';
import type { Experiment } from './experiment.ts';

/** The starts 0 … starts − 1 of one model: equal settings, other initial weights and data. */
export function heroExperiment(values: FigureValues<'hero'>): Experiment {
  const { n, m, S, decay, model, seed, starts } = values;
  const importance = geometricImportance(n, decay);
  const models = startsOf({ family: model, importance, seed, model: 0 }, densityOf(S), starts);
  return { problem: { n, m, models }, recipe: toRecipe(values) };
}

/**
 * The starts of the linear model, then of one model for each density of the list, in its order. What a model draws
 * depends on its density and not on its place, so another list leaves the models that it shares with this one as they
 * are. The linear optimum's W is the same at every density (theory/linear.ts): it is trained where it settles soonest.
 */
export function basicExperiment(values: FigureValues<'basic'>): Experiment {
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

const LINEAR_DENSITY = 0.1;
