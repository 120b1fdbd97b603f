/** What the figures on geometry train: features that are all alike, one that differs, and sets of features. */
import type { FeatureSet } from '../problem.ts';
import { densityOf } from './density.ts';
import type { FigureValues } from './figures.ts';
import { toRecipe } from './recipe.ts';
import { geometricImportance, startsOf, streamOf, type Shared } from './starts.ts';
import type { Experiment } from './experiment.ts';

/**
 * The starts of one model for each density of the list, in its order. Where `ratio` is not 1, every second feature's
 * density is that many times the others'.
 */
export function uniformExperiment(values: FigureValues<'uniform'>): Experiment {
  const { n, m, p, decay, model, ratio, seed, starts } = values;
  const importance = geometricImportance(n, decay);
  const models = [...new Set(p)].flatMap((density) =>
    startsOf({ family: model, importance, seed, model: streamOf(density) }, density, starts).map((settings) => ({
      ...settings,
      density: settings.density.map((each, i) => (i & 1 ? each * ratio : each)),
    })),
  );
  return { problem: { n, m, models }, recipe: toRecipe(values) };
}

/** Whether one feature can come `ratio` times as often as others of density `base`; if not, it is simply always there. */
export const reachesRatio = (base: number, ratio: number): boolean => base * ratio <= 1;

/** The starts of one model whose first feature has another density than the rest: `ratio` times theirs, at most 1. */
export function perturbedExperiment(values: FigureValues<'perturbed'>): Experiment {
  const { n, m, S, ratio, decay, model, seed, starts } = values;
  const importance = geometricImportance(n, decay);
  const density = densityOf(S);
  const models = startsOf({ family: model, importance, seed, model: streamOf(density) }, density, starts).map(
    (settings) => ({
      ...settings,
      density: settings.density.map((each, i) => (i === 0 ? Math.min(1, each * ratio) : each)),
    }),
  );
  return { problem: { n, m, models }, recipe: toRecipe(values) };
}

/** The starts of the model at S, then of one model for each other density of the list. */
export function correlatedExperiment(values: FigureValues<'correlated'>): Experiment {
  const { n, m, S, p, seed, starts } = values;
  const shared = { ...inSets(values), importance: geometricImportance(n, values.decay), seed };
  const models = [...new Set([densityOf(S), ...p])].flatMap((density) =>
    startsOf({ ...shared, model: streamOf(density) }, density, starts),
  );
  return { problem: { n, m, models }, recipe: toRecipe(values) };
}

/** The starts of one model, to be followed from step to step. */
export function dynamicsExperiment(values: FigureValues<'dynamics'>): Experiment {
  const { n, m, S, seed, starts } = values;
  const density = densityOf(S);
  const importance = geometricImportance(n, values.decay);
  const models = startsOf({ ...inSets(values), importance, seed, model: streamOf(density) }, density, starts);
  return {
    problem: { n, m, models, ...(values.init === 1 ? {} : { initialScale: values.init }) },
    recipe: toRecipe(values),
  };
}

function inSets({
  n,
  sets,
  kind,
  model,
}: Pick<FigureValues<'correlated'>, 'n' | 'sets' | 'kind' | 'model'>): Pick<Shared, 'family' | 'sets'> {
  return { family: model, ...(kind === 'independent' ? {} : { sets: equalSets(n, sets, kind) }) };
}

/**
 * Features 0 … n − 1 in order, divided into sets whose sizes differ by one at most (E12–E14). A set of one is left out:
 * it is a feature on its own.
 */
export function equalSets(n: number, sets: number, kind: FeatureSet['kind']): FeatureSet[] {
  const members = Array.from({ length: sets }, (): number[] => []);
  for (let i = 0; i < n; i++) members[Math.floor((i * sets) / n)].push(i);
  return members.filter(({ length }) => length > 1).map((each) => ({ kind, members: each }));
}
