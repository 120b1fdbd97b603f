/** Models that were trained elsewhere, on their way into the figure. */
import { toProblem } from '../../../models/parameters/to-problem.ts';
import type { OpenedStart } from '../starts/take-home.ts';
import { isLong, newestGroups, type UniformValues } from './models.ts';
import type { Uniform } from './uniform.svelte.ts';

/**
 * They are on screen at once. What is missing of the picture is trained; of a long setting, which takes minutes, when
 * the reader asks for it, or where there is nothing to show before.
 */
export function takeStarts(uniform: Uniform, values: UniformValues, models: readonly OpenedStart[]): void {
  uniform.cancel();
  uniform.lit = null;
  const shelf = uniform.shelf(values);
  shelf.clear();
  for (const { settings, start } of models) shelf.put(settings, start);
  uniform.set(values);
  const { problem, recipe } = toProblem('uniform', values);
  if (models.length > 0)
    uniform.shown = { values, problem, groups: newestGroups(problem, shelf.groups(problem), []), step: recipe.steps };
  if (models.length > 0 && isLong(problem) && shelf.missing(problem.models).length > 0) uniform.cancel();
  // The settings may have been these before.
  else if (uniform.status === 'paused') uniform.resume();
}
