/** What a figure of starts gives to take home, and takes back. */
import type { ReportedRun } from '../../../models/report.ts';
import { LATEST } from '../../links/versions.ts';
import { endedModels, fileNotice, replayValues } from '../../take-home/from-file.ts';
import type { ReadRun } from '../../take-home/read-run.ts';
import { takeHome, type TakeHome } from '../../take-home/take-home.ts';
import { startKey, type Start } from '../basic/groups.ts';
import type { StartsFigure, StartsFigureId, StartsValues } from './starts-figure.svelte.ts';

export function startsDownloads<F extends StartsFigureId>(figure: StartsFigure<F>): TakeHome {
  return takeHome({
    run: startsRun(figure),
    recipe: figure.shown[0].recipe,
    which: 'every start',
    open: (run, name) => openStarts(figure, run, name),
  });
}

/** The starts on screen of the figure's own model. */
export function startsRun<F extends StartsFigureId>(figure: StartsFigure<F>): ReportedRun<F> {
  const [{ values, problem, groups, step }] = figure.shown;
  const starts = new Map<string, Start>(
    groups.flatMap(({ key, starts }) => starts.map((start) => [`${key}:${start.start}`, start] as const)),
  );
  const there = problem.models.filter((settings) => starts.has(startKey(settings)));
  return {
    version: LATEST,
    figure: figure.id,
    values,
    problem: { ...problem, models: there },
    engine: figure.engine ?? 'wasm',
    path: figure.path,
    steps: step,
    seconds: figure.seconds,
    models: there.flatMap((settings, index) => {
      const start = starts.get(startKey(settings));
      return start ? [{ ...start, index }] : [];
    }),
  };
}

function openStarts<F extends StartsFigureId>(figure: StartsFigure<F>, run: ReadRun<F>, name: string): void {
  const models = endedModels(run).map(({ settings, ...model }) => ({
    settings,
    start: { start: settings.start, ...model },
  }));
  const opened = new Set<Start>(models.map(({ start }) => start));
  const holds = (): boolean => figure.shown[0].groups.some(({ starts }) => starts.some((start) => opened.has(start)));
  figure.take(replayValues(run) as StartsValues<F>, models);
  figure.notices = [...figure.notices.filter((each) => !each.holds), fileNotice(name, holds, () => figure.again())];
}
