/**
 * Records the stills that the pages ship: `npm run stills`. The same engine, jobs and ranking as in the reader's
 * browser, so a still is what the figure shows once it runs. `--check` compares instead of writing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { heroStill } from './stills/hero.ts';

const file = new URL('../src/article/figures/hero/still.json', import.meta.url);
const text = `${JSON.stringify(await heroStill())}\n`;

if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (readFileSync(file, 'utf8') !== text) {
  console.error('src/article/figures/hero/still.json is not what `npm run stills` makes.');
  process.exitCode = 1;
}
