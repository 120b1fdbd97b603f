/** What the figure gives to take home. */
import { toRecipe } from '../../../models/parameters/recipe.ts';
import type { ReportedRun } from '../../../models/report.ts';
import { LATEST } from '../../links/versions.ts';
import { takeHome, type TakeHome } from '../../take-home/take-home.ts';
import { startKey, type Start } from '../basic/groups.ts';
import { modelOf, normOf } from './models.ts';
import type { Uniform } from './uniform.svelte.ts';

export function uniformDownloads(uniform: Uniform): TakeHome {
  return takeHome({
    run: uniformRun(uniform),
    recipe: toRecipe(uniform.shown.values),
    which: 'every start of every density',
    table: {
      about: 'the best start of every density, a row a feature: its length and its share of a dimension',
      content: () => uniformCsv(uniform),
    },
  });
}

/** The starts on screen. */
export function uniformRun({ shown, engine, path, seconds }: Uniform): ReportedRun<'uniform'> {
  const { values, problem, groups, step } = shown;
  const starts = new Map<string, Start>(
    groups.flatMap(({ key, starts }) => starts.map((start) => [`${key}:${start.start}`, start] as const)),
  );
  const there = problem.models.filter((settings) => starts.has(startKey(settings)));
  return {
    version: LATEST,
    figure: 'uniform',
    values,
    problem: { ...problem, models: there },
    engine: engine ?? 'wasm',
    path,
    steps: step,
    seconds,
    models: there.flatMap((settings, index) => {
      const start = starts.get(startKey(settings));
      return start ? [{ ...start, index }] : [];
    }),
  };
}

function uniformCsv({ shown }: Uniform): string {
  const rows = shown.groups.flatMap((group) => {
    const { n, m, W, dimensionality, perFeature } = modelOf(shown, group);
    return Array.from({ length: n }, (_, i) => {
      const norm = normOf(W, m, i);
      return [group.settings.density[i], i + 1, norm, dimensionality[i], perFeature, group.starts[0].loss].join(',');
    });
  });
  return `${['density,feature,norm,dimensionality,dimensions_per_feature,loss', ...rows].join('\n')}\n`;
}
