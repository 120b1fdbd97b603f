/** The hero: from the slider to the model, smoothness, and what the page costs before it is live. */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright';
import { PREVIEW_STEP } from '../../../../src/article/figures/hero/protocol.ts';
import { DIAL_MAX } from '../../../../src/viz/dial-scale.ts';
import { median } from '../../race.ts';
import { framesWhileDragging, framesWhileTraining } from '../frames.ts';
import type { Arrival, Waited } from '../instruments.ts';
import { always, atMost, REPEATS, smoothness, type FigureBench, type Measure } from '../measure.ts';
import type { BuiltSite } from '../site.ts';
import { act, comeToRest, untilDone, visit } from '../visit.ts';

const BARS = { previewMs: 100, settledMs: 500, firstScriptKb: 60 } as const;
/** A long run of one start: flat out, the default run is over within a few frames. */
const LONG_RUN = '?v=1&hero.starts=1&hero.steps=200000';

export const hero: FigureBench = {
  figure: 'hero',
  async measure(browser, site) {
    const arrivals: HeroArrival[] = [];
    for (let k = 0; k < REPEATS; k++) arrivals.push(await arrive(browser, site));
    const { anywhere, zero, dragging } = await visit(browser, site.url, async (page) => {
      await comeToRest(page, 'hero');
      return {
        anywhere: await moves(page),
        zero: await movesToZero(page),
        dragging: await framesWhileDragging(page, 'hero'),
      };
    });
    const learning = await visit(browser, site.url + LONG_RUN, async (page) => {
      await comeToRest(page, 'hero');
      const figure = page.locator('figure#hero');
      await figure.locator('input[type=radio][value=max]').check({ force: true });
      await figure.getByRole('button', { name: 'Watch it learn' }).click();
      return framesWhileTraining(page, 'hero');
    });
    return {
      measures: [
        ...waiting('', anywhere),
        ...waiting(', S = 0', zero.waited),
        always('two norms > .9, the rest < .1 at S = 0', zero.norms.map(twoRepresented)),
        ...smoothness('learning flat out', learning),
        ...smoothness('dragging', dragging),
        ...arriving(arrivals, site),
      ],
      workers: arrivals[0].workers.length,
      details: {
        normsAtZero: zero.norms,
        firstScripts: arrivals[0].scripts.map((url) => url.slice(site.url.length)),
      },
    };
  },
};

interface HeroArrival extends Omit<Arrival, 'scripts'> {
  /** When it stopped being a still. */
  readonly live: number;
  /** Scripts that the page had asked for by then, without those of its workers. */
  readonly scripts: readonly string[];
}

function arrive(browser: Browser, site: BuiltSite): Promise<HeroArrival> {
  return visit(browser, site.url, async (page) => {
    await untilDone(page, 'hero');
    const { scripts, workers, ...rest } = await page.evaluate(() => window.instruments.arrival());
    const changes = await page.evaluate(() => window.instruments.changes());
    const live = changes.find(({ figure, status }) => figure === 'hero' && status !== 'still')?.at ?? NaN;
    const asked = scripts.filter((script) => script.asked <= live).map(({ url }) => url);
    const own = [...new Set(asked)].filter((url) => workers.every((worker) => worker.url !== url));
    return { ...rest, workers, live, scripts: own };
  });
}

function arriving(arrivals: readonly HeroArrival[], site: BuiltSite): Measure[] {
  const kilobytes = arrivals[0].scripts.reduce((sum, url) => sum + site.gzippedBytes(url), 0) / 1000;
  const time = (what: string, of: (arrival: HeroArrival) => number): Measure => {
    return { what, unit: 'ms', value: median(arrivals.map(of)) };
  };
  const late = arrivals.map(({ workers, firstContentfulPaint }) =>
    workers.every(({ asked }) => asked > firstContentfulPaint),
  );
  return [
    atMost('first JavaScript', 'kB gz', kilobytes, BARS.firstScriptKb),
    time('first contentful paint', ({ firstContentfulPaint }) => firstContentfulPaint),
    time('figure live', ({ live }) => live),
    time('worker (with tfjs) asked for', ({ workers }) => workers[0]?.asked ?? NaN),
    always('worker asked for after first paint', late),
  ];
}

const waiting = (where: string, waited: readonly Waited[]): Measure[] => [
  atMost(`slider to preview${where}`, 'ms', median(waited.map(({ first }) => first)), BARS.previewMs),
  atMost(`slider to settled${where}`, 'ms', median(waited.map(({ last }) => last)), BARS.settledMs),
];

const moveTo = (page: Page, share: number): Promise<Waited> =>
  act(page, 'hero', { slideTo: Math.round(share * DIAL_MAX) }, { step: PREVIEW_STEP }, { status: 'done' });

/** To and fro over the whole dial, no two moves to the same place. */
async function moves(page: Page): Promise<Waited[]> {
  const waited: Waited[] = [];
  // Steps of 5/13 of the dial come close to every place and repeat none.
  for (let k = 1; k <= REPEATS; k++) waited.push(await moveTo(page, ((k * 5) % 13) / 13));
  return waited;
}

interface MovesToZero {
  readonly waited: readonly Waited[];
  /** Norms of the settled model, a row a move. */
  readonly norms: readonly (readonly number[])[];
}

/** To S = 0, from somewhere else each time. */
async function movesToZero(page: Page): Promise<MovesToZero> {
  const waited: Waited[] = [];
  const norms: number[][] = [];
  for (let k = 0; k < REPEATS; k++) {
    await moveTo(page, 0.3 + 0.06 * k);
    waited.push(await moveTo(page, 0));
    norms.push(await shownNorms(page));
  }
  return { waited, norms };
}

/** The norms of the model on screen, from the file that the figure offers. */
async function shownNorms(page: Page): Promise<number[]> {
  const figure = page.locator('figure#hero');
  const json = figure.getByRole('button', { name: 'JSON', exact: true });
  if (!(await json.isVisible())) await figure.getByRole('button', { name: 'Download' }).click();
  const [file] = await Promise.all([page.waitForEvent('download'), json.click()]);
  const report = JSON.parse(await readFile(await file.path(), 'utf8')) as { models: { norms: number[] }[] };
  return report.models[0].norms;
}

const twoRepresented = (norms: readonly number[]): boolean =>
  norms.filter((norm) => norm > 0.9).length === 2 && norms.filter((norm) => norm < 0.1).length === norms.length - 2;
