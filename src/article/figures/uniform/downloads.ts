/** What the figure gives to take home. */
import { runReport, type RunReport } from '../../../models/report.ts';
import type { Download } from '../../figure/download.ts';
import { LATEST } from '../../links/versions.ts';
import { startKey, type Start } from '../basic/groups.ts';
import { modelOf, normOf } from './models.ts';
import type { Uniform } from './uniform.svelte.ts';

export function uniformDownloads(uniform: Uniform): Download[] {
  const { n, m, seed } = uniform.shown.values;
  const name = `uniform-${n}-in-${m}-seed-${seed}`;
  return [
    {
      label: 'JSON',
      about:
        'every start of every density: settings, seed, W, b and what is measured of them, as the command line prints it',
      name: `${name}.json`,
      type: 'application/json',
      content: () => `${JSON.stringify(uniformReport(uniform), null, 2)}\n`,
    },
    {
      label: 'CSV',
      about: 'the best start of every density, a row a feature: its length and its share of a dimension',
      name: `${name}.csv`,
      type: 'text/csv',
      content: () => uniformCsv(uniform),
    },
  ];
}

/** The starts on screen as the command line prints them. */
export function uniformReport({ shown, engine, path, seconds }: Uniform): RunReport<'uniform'> {
  const { values, problem, groups, step } = shown;
  const starts = new Map<string, Start>(
    groups.flatMap(({ key, starts }) => starts.map((start) => [`${key}:${start.start}`, start] as const)),
  );
  const there = problem.models.filter((settings) => starts.has(startKey(settings)));
  return runReport({
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
      return start ? [{ index, theta: start.theta, loss: start.loss }] : [];
    }),
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
