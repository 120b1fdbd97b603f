/** The phase diagram: how long a whole map takes, and how soon a coarse one follows a parameter that is dragged. */
import type { Browser } from 'playwright';
import { openDetails } from '../../../../tests/support/page.ts';
import { median } from '../../race.ts';
import type { Moment, Waited } from '../instruments.ts';
import { always, atMost, REPEATS, type FigureBench, type Measure } from '../measure.ts';
import type { BuiltSite } from '../site.ts';
import { act, comeToRest, untilDone, visit } from '../visit.ts';

const FIGURE = 'phase';
/** Cells of the map whose parameter is dragged, in a row. */
const CELLS = 48;
/** The step is the number of cells drawn: until something of a new map is, all of the last one. */
const FIRST: Moment = { status: 'training', below: CELLS ** 2 };
const DONE: Moment = { status: 'done' };

const address = (keys: string): string => `phase-change.html?v=1&phase.engine=wasm&${keys}#phase`;

/** Whole maps of two features in one dimension, from the click to the last cell drawn. */
const MAPS = [
  { what: '32 × 32 cells × 4 starts, exact', keys: 'phase.cells=32&phase.starts=4', bar: 500, tries: REPEATS },
  {
    what: '32 × 32 cells × 4 starts, sampled',
    keys: 'phase.cells=32&phase.starts=4&phase.gradient=sampled',
    bar: 1000,
    tries: REPEATS,
  },
  { what: '64 × 64 cells × 4 starts, exact', keys: 'phase.cells=64&phase.starts=4', bar: 2000, tries: REPEATS },
  { what: '256 × 256 cells × 16 starts, exact', keys: 'phase.cells=256&phase.starts=16', bar: 40_000, tries: 1 },
] as const;

const COARSE_MS = 150;
/** Positions on the slider of the learning rate, no two the same. */
const POSITIONS = Array.from({ length: REPEATS }, (_, k) => 20 + 3 * k);

export const phase: FigureBench = {
  figure: FIGURE,
  async measure(browser, site) {
    const maps: Measure[] = [];
    let workers = 0;
    for (const { what, keys, bar, tries } of MAPS) {
      const { waited, grows, count } = await whole(browser, site, keys, tries);
      workers = count;
      maps.push(atMost(what, 'ms', median(waited.map(({ last }) => last)), bar));
      if (tries === 1) maps.push(always(`${what}: progress is shown and grows`, grows));
    }
    const coarse = await visit(browser, site.url + address(`phase.cells=${CELLS}&phase.starts=8`), async (page) => {
      await comeToRest(page, FIGURE);
      await openDetails(page.locator(`#${FIGURE}`));
      const waited: Waited[] = [];
      for (const slideTo of POSITIONS)
        waited.push(await act(page, FIGURE, { slideTo, slider: 'learning rate' }, FIRST, DONE));
      return waited;
    });
    return {
      measures: [
        ...maps,
        atMost('a dragged parameter to a coarse map', 'ms', median(coarse.map(({ first }) => first)), COARSE_MS),
      ],
      workers,
    };
  },
};

interface Whole {
  readonly waited: readonly Waited[];
  /** Whether the bar of progress was seen to grow, for each try. */
  readonly grows: readonly boolean[];
  /** Workers. */
  readonly count: number;
}

function whole(browser: Browser, site: BuiltSite, keys: string, tries: number): Promise<Whole> {
  return visit(browser, site.url + address(keys), async (page) => {
    await untilDone(page, FIGURE);
    await page.waitForTimeout(1000);
    const waited: Waited[] = [];
    const grows: boolean[] = [];
    for (let k = 0; k < tries; k++) {
      const shares = page.evaluate(async () => {
        const seen = new Set<number>();
        for (let look = 0; look < 20; look++) {
          await new Promise((resolve) => setTimeout(resolve, 20));
          const value = document.querySelector('#phase progress')?.getAttribute('value');
          if (value) seen.add(Number(value));
        }
        return seen.size;
      });
      waited.push(await act(page, FIGURE, { press: 'New seed' }, DONE, DONE));
      grows.push((await shares) > 1);
    }
    const { workers } = await page.evaluate(() => window.instruments.arrival());
    return { waited, grows, count: workers.length };
  });
}
