/** What the figure gives to take home, and takes back. */
import { toRecipe } from '../../../models/parameters/recipe.ts';
import { takeHome, type TakeHome } from '../../take-home/take-home.ts';
import { openStarts, startsRun } from '../starts/take-home.ts';
import { modelOf, normOf } from './models.ts';
import { takeStarts } from './take-starts.ts';
import type { Uniform } from './uniform.svelte.ts';

export function uniformDownloads(uniform: Uniform): TakeHome {
  return takeHome({
    run: startsRun('uniform', uniform.shown, uniform),
    recipe: toRecipe(uniform.shown.values),
    which: 'every start of every density',
    table: {
      about: 'the best start of every density, a row a feature: its length and its share of a dimension',
      content: () => uniformCsv(uniform),
    },
    open: (run, name) =>
      openStarts(
        uniform,
        { groups: () => uniform.shown.groups, take: (values, models) => takeStarts(uniform, values, models) },
        run,
        name,
      ),
  });
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
