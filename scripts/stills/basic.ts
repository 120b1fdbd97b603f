/** The still of figure `basic`: the best start of every model at the default setting, trained and ranked as in the page. */
import type { BasicStill } from '../../src/article/figures/basic/still.ts';
import { figureDefaults } from '../../src/models/parameters/figures.ts';
import { toProblem } from '../../src/models/parameters/to-problem.ts';
import { bestStarts } from './best-starts.ts';

export async function basicStill(): Promise<BasicStill> {
  return { command: 'npm run stills', models: await bestStarts(toProblem('basic', figureDefaults('basic'))) };
}
