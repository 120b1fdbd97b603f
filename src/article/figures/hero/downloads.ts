/** What the hero gives to take home. */
import { hasClosedForm } from '../../../models/evaluation/measure.ts';
import { heroTraining } from '../../../models/parameters/storage-problem.ts';
import { runReport, type RunReport } from '../../../models/report.ts';
import type { Download } from '../../figure/download.ts';
import { LATEST } from '../../links/versions.ts';
import type { Hero } from './hero.svelte.ts';

export function heroDownloads(hero: Hero): Download[] {
  return [
    {
      label: 'JSON',
      about: 'every start: settings, seed, W, b and what is measured of them, as the command line prints it',
      name: `hero-seed-${hero.values.seed}.json`,
      type: 'application/json',
      content: () => `${JSON.stringify(heroReport(hero), null, 2)}\n`,
    },
    {
      label: 'CSV',
      about: 'the model on screen, a row a feature',
      name: `hero-seed-${hero.values.seed}.csv`,
      type: 'text/csv',
      content: () => heroCsv(hero),
    },
  ];
}

function heroCsv({ shown: { view } }: Hero): string {
  const { n, m, W, b, importance, metrics } = view;
  const weights = Array.from({ length: m }, (_, k) => `W${k + 1}`);
  const head = ['feature', 'importance', ...weights, 'b', 'norm', 'superposition', 'dimensionality'];
  const rows = Array.from({ length: n }, (_, i) => [
    i + 1,
    importance[i],
    ...weights.map((_, k) => W[i * m + k]),
    b[i],
    metrics.norms[i],
    metrics.superposition[i],
    metrics.dimensionality[i],
  ]);
  return `${[head, ...rows].map((row) => row.join(',')).join('\n')}\n`;
}

/** The starts on screen as the command line prints them. */
function heroReport(hero: Hero): RunReport<'hero'> {
  const values = hero.shownValues;
  const { problem } = heroTraining(values);
  const exact = hasClosedForm(problem.models[0]);
  return runReport({
    version: LATEST,
    figure: 'hero',
    values,
    problem,
    engine: hero.engine ?? 'wasm',
    path: hero.path,
    steps: hero.step,
    seconds: hero.seconds,
    models: hero.starts.map(({ start, theta, loss }) => ({
      index: start,
      theta,
      loss,
      ...(exact ? { exactLoss: loss } : {}),
    })),
  });
}
