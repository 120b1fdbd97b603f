/** What a figure that trains gives to take home, and takes back: one description for all of them. */
import { hasClosedForm } from '../../models/evaluation/measure.ts';
import type { FigureId } from '../../models/parameters/figures.ts';
import { FIGURE_TITLES } from '../../models/parameters/titles.ts';
import type { Problem, Recipe } from '../../models/problem.ts';
import { runReport, type MeasuredModel, type ReportedRun } from '../../models/report.ts';
import type { Download } from '../figure/download.ts';
import type { Guess } from '../figure/guess.ts';
import { SITE } from '../site.ts';
import { modelsCsv } from './csv.ts';
import { pytorchScript } from './pytorch.ts';
import { readRun, type ReadRun } from './read-run.ts';
import { writeRun } from './run-file.ts';

export interface TakeHome {
  /** Beginning of every file's name. */
  readonly name: string;
  readonly files: readonly Download[];
  /**
   * Shows what a file holds.
   * @param name of the file
   * @throws RunFileError with the reason, when nothing has been changed
   */
  readonly open: (text: string, name: string) => void;
  /** What readers may be asked before they see the picture. */
  readonly guess?: Guess;
}

interface Taken<F extends FigureId> {
  /** The models on screen; their order does not matter. Their losses are the closed form's wherever there is one. */
  readonly run: ReportedRun<F>;
  readonly recipe: Recipe;
  /** Which models these are: "every start". */
  readonly which: string;
  /** The table, where a row for each feature of the best models would not do. */
  readonly table?: { readonly about: string; readonly content: () => string };
  /** The models of the script, where the run has too many; its losses are then unknown. */
  readonly scripted?: Problem;
  /** Weights that the run began at, [models, P], where they were not the seed's and are known. */
  readonly initial?: Float32Array;
  /** Shows a file's models. */
  readonly open: (run: ReadRun<F>, name: string) => void;
  readonly guess?: Guess;
}

/** @param taken its run in the order of problem.models or not */
export function takeHome<F extends FigureId>(taken: Taken<F>): TakeHome {
  const { recipe, which, table, scripted, initial, open, guess } = taken;
  const run = saidOfEach(taken.run);
  const { figure, values } = run;
  const { seed } = values as { readonly seed: number };
  const name = `${figure}-seed-${seed}`;
  const noScript = initial ? undefined : whyNoScript(run);
  const files: Download[] = [
    {
      label: 'JSON',
      about: `${which}: settings, seed, weights, the optimiser’s state and what is measured; it can be opened again`,
      name: `${name}.json`,
      type: 'application/json',
      content: () => writeRun(run),
    },
    {
      label: 'CSV',
      about: table?.about ?? 'the best start of every model, a row a feature',
      name: `${name}.csv`,
      type: 'text/csv',
      content: table?.content ?? (() => modelsCsv(runReport(run))),
    },
    {
      label: 'PyTorch',
      about: noScript
        ? `none of these models: ${noScript}`
        : 'a script that trains the same models from the same weights and measures them in the same way',
      name: `${name}.py`,
      type: 'text/x-python',
      content: () => {
        if (noScript) throw new RangeError(noScript);
        return pytorchScript({
          title: FIGURE_TITLES[figure],
          source: SITE,
          seed,
          recipe,
          problem: scripted ?? run.problem,
          losses: scripted ? [] : lossesOf(run, recipe),
          ...(initial && { initial }),
        });
      },
    },
  ];
  return { name, files, open: (text, file) => open(readRun(text, figure), file), ...(guess && { guess }) };
}

/** A run whose models each say their step and where they began, and whether their loss is the exact one. */
function saidOfEach<F extends FigureId>(run: ReportedRun<F>): ReportedRun<F> {
  const { problem, steps } = run;
  const models = run.models.map((model): MeasuredModel => {
    const exact = hasClosedForm(problem.models[model.index], problem) ? { exactLoss: model.loss } : {};
    return { step: steps, origin: 'seed', ...model, ...exact };
  });
  return { ...run, models };
}

/** A script begins at step 0: the weights of that step have to be known. */
function whyNoScript({ models }: ReportedRun<FigureId>): string | undefined {
  const origins = new Set(models.map(({ origin }) => origin));
  if (origins.has('carried')) return 'their weights were carried over from other settings while they learned';
  if (origins.has('hand')) return 'their weights were set by hand, and what they were at step 0 is not known';
  return undefined;
}

/** Of the models that are trained to the end, by the problem's order of models. */
function lossesOf({ problem, models }: ReportedRun<FigureId>, { steps }: Recipe): (number | undefined)[] {
  const losses: (number | undefined)[] = problem.models.map(() => undefined);
  for (const { index, loss, exactLoss, step } of models) if (step === steps) losses[index] = exactLoss ?? loss;
  return losses;
}
