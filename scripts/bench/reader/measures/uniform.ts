/**
 * Many features that are all alike, over densities: how soon a picture stands, how long all densities take, and how
 * smoothly the page draws while the paper's size trains behind it, also while its figure is off screen.
 */
import type { Page } from 'playwright';
import { PICTURES } from '../../../../src/article/figures/starts/protocol.ts';
import { PRESETS } from '../../../../src/article/figures/uniform/presets.ts';
import { median } from '../../race.ts';
import { framesWhileTraining } from '../frames.ts';
import type { Moment, Waited } from '../instruments.ts';
import { always, atMost, smoothness, type FigureBench } from '../measure.ts';
import { act, comeToRest, visit } from '../visit.ts';

const FIGURE = 'uniform';
const ADDRESS = 'geometry.html?v=1&uniform.engine=wasm#uniform';
const FIRST: Moment = { step: PICTURES[0] };
const DONE: Moment = { status: 'done' };
const BARS = { firstMs: 1000, allMs: 20_000 } as const;
/** These take seconds each. */
const TRIES = 3;
/** A density of the paper's size takes some ten seconds. */
const AWAY_MS = 20_000;

export const uniform: FigureBench = {
  figure: FIGURE,
  measure: (browser, site) =>
    visit(browser, site.url + ADDRESS, async (page) => {
      await comeToRest(page, FIGURE);
      const waited: Waited[] = [];
      for (let k = 0; k < TRIES; k++) waited.push(await act(page, FIGURE, { press: 'New seed' }, FIRST, DONE));
      const { workers } = await page.evaluate(() => window.instruments.arrival());

      const { label, values } = PRESETS.paper;
      await act(page, FIGURE, { press: label }, { status: 'training' }, { status: 'training' });
      const frames = await framesWhileTraining(page, FIGURE);
      const before = await shareOf(page);
      await page.locator('footer').scrollIntoViewIfNeeded();
      const away = await framesWhileTraining(page, FIGURE);
      await page.waitForTimeout(AWAY_MS);
      await page.locator(`#${FIGURE}`).scrollIntoViewIfNeeded();
      const after = await shareOf(page);
      const large = `${values.n} in ${values.m}, ${values.p.length} densities, in the background`;
      return {
        measures: [
          atMost('new seed to first picture', 'ms', median(waited.map(({ first }) => first)), BARS.firstMs),
          atMost('12 densities of n 80, m 8', 'ms', median(waited.map(({ last }) => last)), BARS.allMs),
          ...smoothness(large, frames),
          ...smoothness(`${large}, scrolled away`, away),
          always(`${large}: goes on while scrolled away`, [after > before]),
        ],
        workers: workers.length,
      };
    }),
};

/** How far the run is, percent; −1 where none is. */
const shareOf = (page: Page): Promise<number> =>
  page.locator(`figure#${FIGURE}`).evaluate((figure) => figure.querySelector('progress')?.value ?? -1);
