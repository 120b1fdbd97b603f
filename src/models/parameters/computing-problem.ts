/** What the figures on neurons train: models whose hidden layer has a nonlinearity. */
import type { FeatureSet } from '../problem.ts';
import { densityOf } from './density.ts';
import type { FigureValues } from './figures.ts';
import { toRecipe } from './recipe.ts';
import { geometricImportance, startsOf, streamOf, type Shared } from './starts.ts';
import type { Experiment } from './experiment.ts';

/** The starts of one model with a nonlinear hidden layer (or, beside it, a linear one). */
export function hiddenExperiment(values: FigureValues<'hidden'>): Experiment {
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
export function absoluteExperiment(values: FigureValues<'absolute'>): Experiment {
  const { n, m, p, decay, target, activation, bias, kind, begin, seed, starts } = values;
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
  return {
    problem: { n, m, models, ...(bias ? { hiddenBias: true } : {}), ...(begin === 'by-hand' ? { handSet: true } : {}) },
    recipe: toRecipe(values),
  };
}

const COMPUTING = { absolute: 'absolute', square: 'square', max: 'max-min', 'and-or': 'max-min' } as const;

/** Features two by two, {0, 1}, {2, 3} …; a last one without a partner stays independent. */
function pairsOf(n: number, kind: FeatureSet['kind']): FeatureSet[] {
  return Array.from({ length: n >> 1 }, (_, k) => ({ kind, members: [2 * k, 2 * k + 1] }));
}
