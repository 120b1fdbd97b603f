/** What the figure gives to take home, and takes back. */
import { basicTraining } from '../../../models/parameters/storage-problem.ts';
import type { ReportedRun } from '../../../models/report.ts';
import { keptGuess } from '../../figure/guess.ts';
import { LATEST } from '../../links/versions.ts';
import { endedModels, fileNotice, replayValues } from '../../take-home/from-file.ts';
import type { ReadRun } from '../../take-home/read-run.ts';
import { takeHome, type TakeHome } from '../../take-home/take-home.ts';
import type { Basic } from './basic.svelte.ts';
import { keyOf, problemOf } from './groups.ts';

export function basicDownloads(basic: Basic): TakeHome {
  return takeHome({
    run: basicRun(basic),
    recipe: basicTraining(basic.shownValues).recipe,
    which: 'every start of every model',
    open: (run, name) => openBasic(basic, run, name),
    guess: keptGuess(basic.values.n, () => basic.view.metrics.represented),
  });
}

/** The starts on screen. */
export function basicRun(basic: Basic): ReportedRun<'basic'> {
  const values = basic.shownValues;
  const whole = problemOf(values);
  const starts = new Map(
    basic.groups.flatMap((group) => group.starts.map((start) => [`${group.key}:${start.start}`, start])),
  );
  const there = whole.models.filter((settings) => starts.has(`${keyOf(settings)}:${settings.start}`));
  return {
    version: LATEST,
    figure: 'basic',
    values,
    problem: { ...whole, models: there },
    engine: basic.engine ?? 'wasm',
    path: basic.path,
    steps: basic.step,
    seconds: basic.seconds,
    models: there.flatMap((settings, index) => {
      const start = starts.get(`${keyOf(settings)}:${settings.start}`);
      return start ? [{ ...start, index }] : [];
    }),
  };
}

function openBasic(basic: Basic, run: ReadRun<'basic'>, name: string): void {
  const models = endedModels(run).map(({ settings, ...model }) => ({
    settings,
    start: { start: settings.start, ...model },
  }));
  const opened = new Set(models.map(({ start }) => start));
  const holds = (): boolean => basic.groups.some(({ starts }) => starts.some((start) => opened.has(start)));
  basic.take(replayValues(run), models);
  basic.notices = [...basic.notices.filter((each) => !each.holds), fileNotice(name, holds, () => basic.again())];
}
