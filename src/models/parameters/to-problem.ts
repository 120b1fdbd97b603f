/** From a figure's values to what is trained. The only way from a link to a run; a figure's own page takes its own part of it. */
import { cellModels, phaseRecipe } from '../phase/cell-models.ts';
import { absoluteTraining, hiddenTraining } from './computing-problem.ts';
import type { FigureId, FigureValues } from './figures.ts';
import { correlatedTraining, dynamicsTraining, perturbedTraining, uniformTraining } from './geometry-problem.ts';
import { basicTraining, heroTraining } from './storage-problem.ts';
import type { Training } from './training.ts';

const BUILDERS: { readonly [F in FigureId]: (values: FigureValues<F>) => Training } = {
  hero: heroTraining,
  basic: basicTraining,
  phase: phaseTraining,
  hidden: hiddenTraining,
  absolute: absoluteTraining,
  uniform: uniformTraining,
  perturbed: perturbedTraining,
  correlated: correlatedTraining,
  dynamics: dynamicsTraining,
};

/** @param values in range (decodeLink and clampValue see to that) */
export function toProblem<F extends FigureId>(figure: F, values: FigureValues<F>): Training {
  return BUILDERS[figure](values);
}

/** Every start of every cell, row by row from the densest down, from the least important on. */
function phaseTraining(values: FigureValues<'phase'>): Training {
  const { n, m, cells, starts } = values;
  const all = Array.from({ length: cells * cells }, (_, cell) => cell);
  return { problem: { n, m, models: cellModels(values, all, starts) }, recipe: phaseRecipe(values) };
}
