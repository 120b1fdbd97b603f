/**
 * The still of figure `correlated`: all starts at the default density, the best at each of the row's, and for the text the
 * best of three correlated pairs at each of them; trained as in the page, ranked by loss.
 */
import { correlatedParts, type CorrelatedValues } from '../../src/article/figures/correlated/parts.ts';
import { PRESETS } from '../../src/article/figures/correlated/presets.ts';
import type { CorrelatedRecord } from '../../src/article/figures/correlated/still.ts';
import type { StillStart } from '../../src/article/figures/neurons/still.ts';
import { figureDefaults } from '../../src/models/parameters/figures.ts';
import { allStarts } from './best-starts.ts';

/** The best at each density of the list. */
async function rowOf(values: CorrelatedValues): Promise<StillStart[]> {
  const [, row] = correlatedParts(values);
  return (await allStarts(row)).map((starts) => starts.reduce((best, each) => (each.loss < best.loss ? each : best)));
}

export async function correlatedStill(): Promise<CorrelatedRecord> {
  const values = figureDefaults('correlated');
  const [own] = correlatedParts(values);
  const [starts] = await allStarts(own);
  const three = { ...values, ...PRESETS.three.values };
  const densities = [...new Set(correlatedParts(three)[1].problem.models.map(({ density: [p] }) => p))];
  const collapse = (await rowOf(three)).map((start, k) => ({ ...start, density: densities[k] }));
  return { command: 'npm run stills', starts, row: await rowOf(values), collapse };
}
