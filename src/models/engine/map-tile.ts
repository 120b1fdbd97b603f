/** The worker's part of a map: one tile of it. */
import { MOMENT_COUNT } from '../evaluation/counts.ts';
import { aggregateStarts } from '../phase/aggregate.ts';
import { cellModels, phaseRecipe } from '../phase/cell-models.ts';
import { breathe, now } from './clock.ts';
import type { MapJob, MapTile } from './job.ts';
import { measureHere } from './measure.ts';
import { Run } from './run.ts';

/**
 * Trains every start of the job's cells, as one batch. What comes out for a cell does not depend on the others.
 * @param cancelled asked between chunks, also of samples that the models are measured on
 * @returns null when it was cancelled
 * @throws DivergedError when the weights stop being finite
 */
export async function trainTile({ values, cells }: MapJob, cancelled: () => boolean): Promise<MapTile | null> {
  const began = now();
  const { n, m, starts } = values;
  const problem = { n, m, models: cellModels(values, cells, starts) };
  const run = await Run.start(problem, phaseRecipe(values), values.engine);
  try {
    const { theta } = await run.advanceTo(values.steps, cancelled, breathe);
    if (cancelled()) return null;
    const losses = measureHere(problem, theta, MOMENT_COUNT, cancelled);
    const { engine, path, notices } = run;
    const results = aggregateStarts(values, cells, theta, losses);
    return { ...results, engine, path, seconds: (now() - began) / 1000, notices: [...notices] };
  } finally {
    run.dispose();
  }
}
