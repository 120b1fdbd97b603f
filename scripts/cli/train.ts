/** `train`: one figure of one link, trained here, as one JSON object. */
import type { TrainResult } from '../../src/models/engine/job.ts';
import { evaluateLosses } from '../../src/models/evaluation/loss.ts';
import type { FigureId } from '../../src/models/parameters/figures.ts';
import type { EngineChoice } from '../../src/models/parameters/table.ts';
import { toProblem } from '../../src/models/parameters/to-problem.ts';
import type { Problem, Recipe } from '../../src/models/problem.ts';
import { runReport, type MeasuredModel, type RunReport } from '../../src/models/report.ts';
import { readTrainArguments, USAGE } from './train-arguments.ts';
import { readTrainingRequest, type TrainingRequest } from './training-request.ts';
import { UsageError } from './usage-error.ts';

/** Trains a whole recipe (src/models/engine/in-process.ts; handed in, so that bad input is refused before it loads). */
export type Train = (problem: Problem, recipe: Recipe, options: { engine: EngineChoice }) => Promise<TrainResult>;

/**
 * @returns the line for stdout
 * @throws UsageError for bad input
 */
export async function trainCommand(args: readonly string[], train: Train): Promise<string> {
  const { link, engine, help } = readTrainArguments(args);
  if (help) return USAGE;
  const request = readTrainingRequest(link);
  const values = { ...request.values, engine: engine ?? request.values.engine };
  if (values.engine === 'webgl') throw new UsageError('webgl needs a browser; add --engine wasm to train here');
  return JSON.stringify(await report({ ...request, values }, train));
}

async function report({ version, figure, values }: TrainingRequest, train: Train): Promise<RunReport<FigureId>> {
  const { problem, recipe } = toProblem(figure, values);
  const result = await train(problem, recipe, { engine: values.engine });
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
    models: measure(problem, result),
  });
}

/** Where the engine measured by closed form, the evaluation set is asked as well: a report holds both. */
function measure(problem: Problem, { models }: TrainResult): MeasuredModel[] {
  return models.map(({ index, theta, loss, exact }) => {
    if (!exact) return { index, theta, loss };
    const [evaluated] = evaluateLosses(problem.models[index], problem.m, [theta]);
    return { index, theta, loss: evaluated, exactLoss: loss };
  });
}
