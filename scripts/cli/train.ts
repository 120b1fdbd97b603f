/** `train`: one figure of one link, trained here, as one JSON object. */
import type { TrainResult } from '../../src/models/engine/job.ts';
import { runnable } from '../../src/models/engine/runnable.ts';
import { evaluateModels } from '../../src/models/evaluation/measure.ts';
import type { FigureId } from '../../src/models/parameters/figures.ts';
import type { EngineChoice } from '../../src/models/parameters/table.ts';
import { toProblem } from '../../src/models/parameters/to-problem.ts';
import { modelCount } from '../../src/models/phase/cell-models.ts';
import type { Problem, Recipe } from '../../src/models/problem.ts';
import { runReport, type MeasuredModel, type RunReport } from '../../src/models/report.ts';
import { readTrainArguments, USAGE } from './train-arguments.ts';
import { readTrainingRequest, type TrainingRequest } from './training-request.ts';
import { UsageError } from './usage-error.ts';

/** Trains a whole recipe (src/models/engine/in-process.ts; handed in, so that bad input is refused before it loads). */
export type Train = (problem: Problem, recipe: Recipe, options: { engine: EngineChoice }) => Promise<TrainResult>;

/** As many as one JSON object can hold at some 500 characters each, and one batch can train in seconds. */
const MOST_MODELS = 1 << 16;

/**
 * @param note says in one line what is not as it was asked for
 * @returns the line for stdout
 * @throws UsageError for bad input
 */
export async function trainCommand(
  args: readonly string[],
  train: Train,
  note: (text: string) => void,
): Promise<string> {
  const { link, engine, help } = readTrainArguments(args);
  if (help) return USAGE;
  const request = readTrainingRequest(link);
  const values = { ...request.values, engine: engine ?? request.values.engine };
  return JSON.stringify(await report({ ...request, values }, train, note));
}

async function report(
  { version, figure, values }: TrainingRequest,
  train: Train,
  note: (text: string) => void,
): Promise<RunReport<FigureId>> {
  if ('cells' in values && modelCount(values) > MOST_MODELS) {
    const count = `${modelCount(values)} models are more than the ${MOST_MODELS}`;
    throw new UsageError(`${count} that fit in one report: take fewer cells or starts`);
  }
  const { problem, recipe } = toProblem(figure, values);
  if (runnable(problem, recipe, values.engine).engine === 'webgl') {
    throw new UsageError('webgl needs a browser; add --engine wasm to train here');
  }
  const result = await train(problem, recipe, { engine: values.engine });
  result.notices.forEach(note);
  const { engine, path, steps, seconds } = result;
  return runReport({
    version,
    figure,
    values,
    problem,
    engine,
    path,
    steps,
    seconds,
    models: measure(figure, problem, result),
  });
}

/**
 * Where the engine measured by closed form, the evaluation set is asked as well: a report holds both. Not for a map: 2^18
 * samples for each of its cells would take a hundred times as long as its training.
 */
function measure(figure: FigureId, problem: Problem, { models }: TrainResult): MeasuredModel[] {
  const closed = models.filter(({ exact }) => exact);
  const evaluated = figure === 'phase' ? [] : evaluateModels(problem, closed);
  const sampled = new Map(evaluated.map((loss, at) => [closed[at].index, loss]));
  return models.map(({ index, theta, loss, exact }) =>
    exact ? { index, theta, loss: sampled.get(index) ?? loss, exactLoss: loss } : { index, theta, loss },
  );
}
