/** What a figure of starts gives to take home, and takes back. */
import { openStarts, startsRun } from '../starts/take-home.ts';
import { takeHome, type TakeHome } from '../../take-home/take-home.ts';
import type { StartsFigure, StartsFigureId, StartsValues } from './starts-figure.svelte.ts';

/** Of the figure's own model, which is the first of its parts. */
export function startsDownloads<F extends StartsFigureId>(figure: StartsFigure<F>): TakeHome {
  const [own] = figure.shown;
  return takeHome({
    run: startsRun(figure.id, own, figure),
    recipe: own.recipe,
    which: 'every start',
    open: (run, name) =>
      openStarts(
        figure,
        {
          groups: () => figure.shown[0].groups,
          take: (values, models) => figure.take(values as StartsValues<F>, models),
        },
        run,
        name,
      ),
  });
}
