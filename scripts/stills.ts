/**
 * Records the stills that the pages ship: `npm run stills`. The same engine, jobs and ranking as in the reader's
 * browser, so a still is what the figure shows once it runs. `--check` compares instead of writing; names of figures
 * (`npm run stills -- absolute`) leave the others as they are.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { ownMakerArguments } from './cli/maker-arguments.ts';
import { absoluteStill } from './stills/absolute.ts';
import { basicStill } from './stills/basic.ts';
import { correlatedStill } from './stills/correlated.ts';
import { dynamicsStill } from './stills/dynamics.ts';
import { heroStill } from './stills/hero.ts';
import { hiddenStill } from './stills/hidden.ts';
import { perturbedStill } from './stills/perturbed.ts';
import { phaseStill } from './stills/phase.ts';
import { uniformStill } from './stills/uniform.ts';

const STILLS = {
  hero: heroStill,
  basic: basicStill,
  phase: phaseStill,
  uniform: uniformStill,
  perturbed: perturbedStill,
  correlated: correlatedStill,
  dynamics: dynamicsStill,
  hidden: hiddenStill,
  absolute: absoluteStill,
};

const { check, names } = ownMakerArguments('stills', Object.keys(STILLS));

for (const [figure, record] of Object.entries(STILLS)) {
  if (names.length > 0 && !names.includes(figure)) continue;

  const path = `src/article/figures/${figure}/still.json`;
  const file = new URL(`../${path}`, import.meta.url);
  const text = `${JSON.stringify(await record())}\n`;
  if (!check) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) {
    console.error(`${path} is not what \`npm run stills\` makes.`);
    process.exitCode = 1;
  }
}
