/** What the hero gives to take home. */
import type { Download } from '../../figure/download.ts';
import type { Hero } from './hero.svelte.ts';

export function heroDownloads(hero: Hero): Download[] {
  return [
    {
      label: 'JSON',
      about: 'every start: settings, seed, W, b and what is measured of them, as the command line prints it',
      name: `hero-seed-${hero.values.seed}.json`,
      type: 'application/json',
      content: () => `${JSON.stringify(hero.report(), null, 2)}\n`,
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
