import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { controlsOf } from '../../src/article/figure/controls.ts';
import { FIGURE_IDS } from '../../src/models/parameters/figures.ts';

const ARTICLE = join(import.meta.dirname, '../../src/article');
const EVERY_FIGURE = ['play', 'seed', 'link', 'download', 'details'];

/** What the figure's components ask `hides()` for. */
function hiddenBy(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const sources = names
    .filter((name) => name.endsWith('.svelte'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  return sources.flatMap((source) => Array.from(source.matchAll(/hides\('(\w+)'\)/g), ([, name]) => name));
}

test.each(FIGURE_IDS)('the link panel of %s offers to leave out what the figure can leave out', (id) => {
  const wanted = new Set([...EVERY_FIGURE, ...hiddenBy(join(ARTICLE, 'figures', id))]);
  expect(
    controlsOf(id)
      .map(({ name }) => name)
      .sort(),
  ).toEqual([...wanted].sort());
});
