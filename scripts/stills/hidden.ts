/**
 * The still of figure `hidden`: the best start of its model and of the linear one at the default setting, and for the
 * text the best one at each of the paper's densities (E18); trained and ranked as in the page.
 */
import { bestStarts } from './best-starts.ts';
import { hiddenParts } from '../../src/article/figures/hidden/parts.ts';
import { DENSITY_STOPS } from '../../src/article/figures/hidden/protocol.ts';
import type { HiddenRecord } from '../../src/article/figures/hidden/still.ts';
import { figureDefaults } from '../../src/models/parameters/figures.ts';

export async function hiddenStill(): Promise<HiddenRecord> {
  const values = figureDefaults('hidden');
  const [own, linear] = hiddenParts(values);
  const regimes: HiddenRecord['regimes'][number][] = [];
  for (const S of DENSITY_STOPS) {
    const [part] = hiddenParts({ ...values, S });
    const [best] = await bestStarts(part);
    regimes.push({ S, ...best });
  }
  const [model] = await bestStarts(own);
  const [beside] = await bestStarts(linear);
  return { command: 'npm run stills', model, linear: beside, regimes };
}
