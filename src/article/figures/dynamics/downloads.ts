/** What the figure of a run gives to take home. */
import { runReport, type RunReport } from '../../../models/report.ts';
import type { Download } from '../../figure/download.ts';
import { LATEST } from '../../links/versions.ts';
import type { Dynamics } from './dynamics.svelte.ts';

export function dynamicsDownloads(dynamics: Dynamics): Download[] {
  const name = `dynamics-seed-${dynamics.shown.values.seed}`;
  return [
    {
      label: 'JSON',
      about:
        'every start where it ended: settings, seed, weights and what is measured of them, as the command line prints it',
      name: `${name}.json`,
      type: 'application/json',
      content: () => `${JSON.stringify(dynamicsReport(dynamics), null, 2)}\n`,
    },
    {
      label: 'CSV',
      about: 'the run on screen, a row a recorded step: its loss, D and length of every feature, every weight',
      name: `${name}.csv`,
      type: 'text/csv',
      content: () => runCsv(dynamics),
    },
  ];
}

function dynamicsReport(dynamics: Dynamics): RunReport<'dynamics'> {
  const { values, problem, recordings } = dynamics.shown;
  return runReport({
    version: LATEST,
    figure: 'dynamics',
    values,
    problem,
    engine: dynamics.engine ?? 'wasm',
    path: dynamics.path,
    steps: dynamics.reached,
    seconds: dynamics.seconds,
    models: recordings.map(({ frames }, index) => {
      const { theta, loss } = frames[frames.length - 1];
      return { index, theta, loss };
    }),
  });
}

function runCsv({ recording, series }: Dynamics): string {
  const { n, m, frames } = recording;
  const each = (name: string): string[] => Array.from({ length: n }, (_, i) => `${name}${i + 1}`);
  const weights = Array.from({ length: n }, (_, i) => Array.from({ length: m }, (_, k) => `W${i + 1}_${k + 1}`));
  const head = ['step', 'loss', ...each('D'), ...each('norm'), ...weights.flat(), ...each('b')];
  const rows = frames.map(({ step, loss, theta }, k) =>
    [step, loss, ...[...series.dimensionality, ...series.norms].map((row) => row[k]), ...theta].join(','),
  );
  return `${[head.join(','), ...rows].join('\n')}\n`;
}
