/** What the figure gives to take home. */
import { runReport, type RunReport } from '../../../models/report.ts';
import type { Problem } from '../../../models/problem.ts';
import type { Download } from '../../figure/download.ts';
import { LATEST } from '../../links/versions.ts';
import type { Basic } from './basic.svelte.ts';
import { keyOf, problemOf } from './groups.ts';

export function basicDownloads(basic: Basic): Download[] {
  const { seed } = basic.shownValues;
  return [
    {
      label: 'JSON',
      about:
        'every start of every model: settings, seed, W, b and what is measured of them, as the command line prints it',
      name: `basic-seed-${seed}.json`,
      type: 'application/json',
      content: () => `${JSON.stringify(basicReport(basic), null, 2)}\n`,
    },
    {
      label: 'CSV',
      about: 'the best start of every model, a row a feature',
      name: `basic-seed-${seed}.csv`,
      type: 'text/csv',
      content: () => basicCsv(basicReport(basic)),
    },
  ];
}

function basicCsv({ models }: RunReport<'basic'>): string {
  const head = ['model', 'density', 'start', 'loss', 'feature', 'importance', 'b', 'norm', 'superposition'];
  const rows = models
    .filter(
      ({ model, density }, k) => models.findIndex((other) => other.model === model && other.density === density) === k,
    )
    .flatMap(({ model, density, start, loss, importance, b, norms, superposition, dimensionality, W }) =>
      W.map((row, i) =>
        [
          model,
          density,
          start,
          loss,
          i + 1,
          importance[i],
          b[i],
          norms[i],
          superposition[i],
          dimensionality[i],
          ...row,
        ].join(','),
      ),
    );
  const weights = models[0].W[0].map((_, k) => `W${k + 1}`);
  return `${[[...head, 'dimensionality', ...weights].join(','), ...rows].join('\n')}\n`;
}

/** The starts on screen as the command line prints them. */
export function basicReport(basic: Basic): RunReport<'basic'> {
  const values = basic.shownValues;
  const whole = problemOf(values);
  const starts = new Map(
    basic.groups.flatMap((group) => group.starts.map((start) => [`${group.key}:${start.start}`, start])),
  );
  const there = whole.models.filter((settings) => starts.has(`${keyOf(settings)}:${settings.start}`));
  const problem: Problem = { ...whole, models: there };
  return runReport({
    version: LATEST,
    figure: 'basic',
    values,
    problem,
    engine: basic.engine ?? 'wasm',
    path: basic.path,
    steps: basic.step,
    seconds: basic.seconds,
    models: there.flatMap((settings, index) => {
      const start = starts.get(`${keyOf(settings)}:${settings.start}`);
      return start ? [{ index, theta: start.theta, loss: start.loss }] : [];
    }),
  });
}
