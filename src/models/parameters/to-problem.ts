/** From a figure's values to what is trained. The only way from a link to a run; a figure's own page takes its own part of it. */
import { cellModels, phaseRecipe } from '../phase/cell-models.ts';
import { absoluteExperiment, hiddenExperiment } from './computing-problem.ts';
import type { FigureId, FigureValues } from './figures.ts';
import {
  correlatedExperiment,
  dynamicsExperiment,
  perturbedExperiment,
  uniformExperiment,
} from './geometry-problem.ts';
import { basicExperiment, heroExperiment } from './storage-problem.ts';
import type { Experiment } from './experiment.ts';

const BUILDERS: { readonly [F in FigureId]: (values: FigureValues<F>) => Experiment } = {
  hero: heroExperiment,
  basic: basicExperiment,
  phase: phaseExperiment,
  hidden: hiddenExperiment,
  absolute: absoluteExperiment,
  uniform: uniformExperiment,
  perturbed: perturbedExperiment,
  correlated: correlatedExperiment,
  dynamics: dynamicsExperiment,
};

/** @param values in range (decodeLink and clampValue see to that) */
export function toProblem<F extends FigureId>(figure: F, values: FigureValues<F>): Experiment {
  return BUILDERS[figure](values);
}

/** Every start of every cell, row by row from the densest down, from the least important on. */
function phaseExperiment(values: FigureValues<'phase'>): Experiment {
  const { n, m, cells, starts } = values;
  const all = Array.from({ length: cells * cells }, (_, cell) => cell);
  return { problem: { n, m, models: cellModels(values, all, starts) }, recipe: phaseRecipe(values) };
}
