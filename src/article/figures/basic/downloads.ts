/** What the figure gives to take home, and takes back. */
import { basicExperiment } from '../../../models/parameters/storage-problem.ts';
import { keptGuess } from '../../figure/guess.ts';
import { takeHome, type TakeHome } from '../../take-home/take-home.ts';
import type { Basic } from './basic.svelte.ts';
import { openStarts, startsRun } from '../starts/take-home.ts';

export function basicDownloads(basic: Basic): TakeHome {
  const { shownValues: values, groups } = basic;
  const { problem, recipe } = basicExperiment(values);
  return takeHome({
    run: startsRun('basic', { values, problem, groups }, basic),
    recipe,
    which: 'every start of every model',
    open: (run, name) =>
      openStarts(basic, { groups: () => basic.groups, take: (...taken) => basic.take(...taken) }, run, name),
    guess: keptGuess(basic.values.n, () => basic.view.metrics.represented),
  });
}
