/** What a figure of starts gives to take home. */
import { runReport, type RunReport } from '../../../models/report.ts';
import type { Download } from '../../figure/download.ts';
import { LATEST } from '../../links/versions.ts';
import { startKey, type Start } from '../basic/groups.ts';
import type { StartsFigure, StartsFigureId } from './starts-figure.svelte.ts';

export function startsDownloads<F extends StartsFigureId>(figure: StartsFigure<F>): Download[] {
  const name = `${figure.id}-seed-${figure.shown[0].values.seed as number}`;
  return [
    {
      label: 'JSON',
      about: 'every start: settings, seed, weights and what is measured of them, as the command line prints it',
      name: `${name}.json`,
      type: 'application/json',
      content: () => `${JSON.stringify(startsReport(figure), null, 2)}\n`,
    },
    {
      label: 'CSV',
      about: 'the best start of every density, a row a feature',
      name: `${name}.csv`,
      type: 'text/csv',
      content: () => startsCsv(startsReport(figure)),
    },
  ];
}

/** The starts on screen of the figure's own model as the command line prints them. */
export function startsReport<F extends StartsFigureId>(figure: StartsFigure<F>): RunReport<F> {
  const [{ values, problem, groups, step }] = figure.shown;
  const starts = new Map<string, Start>(
    groups.flatMap(({ key, starts }) => starts.map((start) => [`${key}:${start.start}`, start] as const)),
  );
  const there = problem.models.filter((settings) => starts.has(startKey(settings)));
  return runReport({
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
      return start ? [{ index, theta: start.theta, loss: start.loss }] : [];
    }),
  });
}

function startsCsv({ models }: RunReport): string {
  const best = models.filter(({ density }, k) => models.findIndex((other) => other.density === density) === k);
  const numbered = (name: string, row: readonly number[] = []): string[] => row.map((_, k) => `${name}${k + 1}`);
  const head = [
    ...['model', 'density', 'start', 'loss', 'feature', 'importance', 'norm', 'superposition', 'b'],
    ...numbered('W', best[0].W[0]),
    ...numbered('W2_', best[0].W2?.[0]),
  ];
  const rows = best.flatMap(({ model, density, start, loss, importance, norms, superposition, b, W, W2 }) =>
    W.map((row, i) =>
      [
        ...[model, density, start, loss, i + 1, importance[i], norms[i], superposition[i], b[i]],
        ...row,
        ...(W2?.[i] ?? []),
      ].join(','),
    ),
  );
  return `${[head.join(','), ...rows].join('\n')}\n`;
}
