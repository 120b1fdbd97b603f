/** Many features in few dimensions: from a reader's action to the first picture and to the last, and whether Stop stops. */
import type { Browser, Page } from 'playwright';
import { PICTURES } from '../../../../src/article/figures/starts/protocol.ts';
import { PRESETS } from '../../../../src/article/figures/basic/presets.ts';
import { median } from '../../race.ts';
import type { Moment, Waited } from '../instruments.ts';
import { always, atMost, REPEATS, type FigureBench } from '../measure.ts';
import type { BuiltSite } from '../site.ts';
import { act, comeToRest, progressGrows, stop, untilDone, visit } from '../visit.ts';

const BARS = { firstMs: 300, allMs: 2000, largeFirstMs: 1000 } as const;
/** The default setting, on the engine that the bars are for. */
const DEFAULT = '?v=1&basic.engine=wasm#basic';

const FIRST_PICTURE: Moment = { step: PICTURES[0] };
const DONE: Moment = { status: 'done' };

export const basic: FigureBench = {
  figure: 'basic',
  async measure(browser, site) {
    const arrivals: BasicArrival[] = [];
    for (let k = 0; k < REPEATS; k++) arrivals.push(await arrive(browser, site));
    const { small, large } = await visit(browser, site.url + DEFAULT, async (page) => {
      await comeToRest(page, 'basic');
      return { small: await newSeeds(page), large: await largeAndStopped(page) };
    });
    const first = (waited: readonly Waited[]): number => median(waited.map((each) => each.first));
    const eighty = PRESETS['80-in-20'].label;
    return {
      measures: [
        atMost('new seed to first picture', 'ms', first(small), BARS.firstMs),
        atMost('new seed to all starts drawn', 'ms', median(small.map(({ last }) => last)), BARS.allMs),
        atMost(`${eighty}: first picture`, 'ms', first(large.map(({ shown }) => shown)), BARS.largeFirstMs),
        always(
          `${eighty}: progress is shown and grows`,
          large.map(({ grows }) => grows),
        ),
        always(
          `${eighty}: Stop stops`,
          large.map(({ stops }) => stops),
        ),
        atMost('first picture after a stop', 'ms', first(large.map(({ after }) => after)), BARS.firstMs),
        {
          what: 'arriving: live to first picture, with the worker’s start',
          unit: 'ms',
          value: median(arrivals.map(({ firstPicture }) => firstPicture)),
        },
      ],
      workers: arrivals[0].workers,
    };
  },
};

interface BasicArrival {
  readonly workers: number;
  /** From where it stops being a still. */
  readonly firstPicture: number;
}

function arrive(browser: Browser, site: BuiltSite): Promise<BasicArrival> {
  return visit(browser, site.url + DEFAULT, async (page) => {
    await untilDone(page, 'basic');
    const { workers } = await page.evaluate(() => window.instruments.arrival());
    const changes = (await page.evaluate(() => window.instruments.changes())).filter(
      ({ figure }) => figure === 'basic',
    );
    const live = changes.find(({ status }) => status !== 'still')?.at ?? NaN;
    const firstPicture = changes.find(({ step }) => step === FIRST_PICTURE.step)?.drawn ?? NaN;
    return { workers: workers.length, firstPicture: firstPicture - live };
  });
}

async function newSeeds(page: Page): Promise<Waited[]> {
  const waited: Waited[] = [];
  for (let k = 0; k < REPEATS; k++) waited.push(await act(page, 'basic', { press: 'New seed' }, FIRST_PICTURE, DONE));
  return waited;
}

interface LargeTry {
  readonly shown: Waited;
  readonly grows: boolean;
  readonly stops: boolean;
  /** Back to the small setting: a worker that is still busy with the large one keeps it waiting. */
  readonly after: Waited;
}

async function largeAndStopped(page: Page): Promise<LargeTry[]> {
  const tries: LargeTry[] = [];
  for (let k = 0; k < REPEATS; k++) {
    const shown = await act(page, 'basic', { press: PRESETS['80-in-20'].label }, FIRST_PICTURE, FIRST_PICTURE);
    const grows = await progressGrows(page, 'basic');
    const stops = await stop(page, 'basic');
    const after = await act(page, 'basic', { press: PRESETS['20-in-5'].label }, FIRST_PICTURE, DONE);
    tries.push({ shown, grows, stops, after });
  }
  return tries;
}
