/** The figures on neurons: how soon a picture stands, how long all starts take, and whether Stop stops. */
import { PRESETS } from '../../../../src/article/figures/absolute/presets.ts';
import { PICTURES } from '../../../../src/article/figures/starts/protocol.ts';
import { median } from '../../race.ts';
import type { Moment, Waited } from '../instruments.ts';
import { always, atMost, type FigureBench } from '../measure.ts';
import { act, comeToRest, progressGrows, stop, visit } from '../visit.ts';

const FIRST: Moment = { step: PICTURES[0] };
const DONE: Moment = { status: 'done' };
const BARS = { firstMs: 1000, hundredMs: 20_000, sweepMs: 60_000 } as const;
/** These take seconds each. */
const TRIES = 3;

const address = (figure: string, keys = ''): string => `computation.html?v=1&${figure}.engine=wasm${keys}#${figure}`;

export const hidden: FigureBench = {
  figure: 'hidden',
  measure: (browser, site) =>
    visit(browser, site.url + address('hidden'), async (page) => {
      await comeToRest(page, 'hidden');
      const waited: Waited[] = [];
      for (let k = 0; k < TRIES; k++) waited.push(await act(page, 'hidden', { press: 'New seed' }, FIRST, DONE));
      const { workers } = await page.evaluate(() => window.instruments.arrival());
      return {
        measures: [
          atMost('new seed to first picture', 'ms', median(waited.map(({ first }) => first)), BARS.firstMs),
          atMost('100 starts of n 10, m 5', 'ms', median(waited.map(({ last }) => last)), BARS.hundredMs),
        ],
        workers: workers.length,
      };
    }),
};

export const absolute: FigureBench = {
  figure: 'absolute',
  measure: (browser, site) =>
    visit(browser, site.url + address('absolute'), async (page) => {
      await comeToRest(page, 'absolute');
      const { label } = PRESETS['100-in-40'];
      const waited: Waited[] = [];
      const grows: boolean[] = [];
      const stops: boolean[] = [];
      for (let k = 0; k < TRIES; k++) {
        waited.push(await act(page, 'absolute', { press: label }, FIRST, DONE));
        await act(page, 'absolute', { press: 'New seed' }, FIRST, FIRST);
        grows.push(await progressGrows(page, 'absolute'));
        stops.push(await stop(page, 'absolute'));
        await act(page, 'absolute', { press: PRESETS['3-in-6'].label }, FIRST, DONE);
      }
      const { workers } = await page.evaluate(() => window.instruments.arrival());
      return {
        measures: [
          atMost(`${label}: first picture`, 'ms', median(waited.map(({ first }) => first)), BARS.firstMs),
          atMost(`${label}: five densities`, 'ms', median(waited.map(({ last }) => last)), BARS.sweepMs),
          always(`${label}: progress is shown and grows`, grows),
          always(`${label}: Stop stops`, stops),
        ],
        workers: workers.length,
      };
    }),
};
