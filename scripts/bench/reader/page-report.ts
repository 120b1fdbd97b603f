/** The second half of the bench: what a reader of the built page waits for, against the bars that were set. */
import { chromium, type Browser } from 'playwright';
import { launchOptions } from '../../../tests/support/browser.ts';
import { median } from '../race.ts';
import { textTable, threeDigits } from '../table.ts';
import { framesWhileDragging, framesWhileLearning, LONG_RUN } from './frames.ts';
import type { Arrival } from './instruments.ts';
import { moves, movesToZero } from './moves.ts';
import { buildSite, type BuiltSite } from './site.ts';
import { comeToRest, visit } from './visit.ts';

const REPEATS = 10;
const BARS = { previewMs: 100, settledMs: 500, framesPerSecond: 50, firstScriptKb: 60 } as const;

/** One thing a reader would notice. */
interface Measure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** "≤ 100"; absent where no bar was set. */
  readonly bar?: string;
  readonly holds?: boolean;
}

export interface PageReport {
  /** Workers that the page trained with. */
  readonly workers: number;
  /** Of how many tries each time is the median. */
  readonly repeats: number;
  readonly measures: readonly Measure[];
  /** Norms at S = 0, a row a try. */
  readonly normsAtZero: readonly (readonly number[])[];
  /** What the page loads before its figure is live. */
  readonly firstScripts: readonly string[];
}

export async function measurePage(): Promise<PageReport> {
  const site = await buildSite();
  const browser = await chromium.launch(await launchOptions());
  try {
    return await measure(site, browser);
  } finally {
    await browser.close();
    await site.close();
  }
}

async function measure(site: BuiltSite, browser: Browser): Promise<PageReport> {
  const arrivals: Arrival[] = [];
  for (let k = 0; k < REPEATS; k++) {
    const arrival = await visit(browser, site.url, async (page) => {
      await page.locator('figure#hero[data-status=done]').waitFor();
      return page.evaluate(() => window.instruments.arrival());
    });
    arrivals.push(arrival);
  }
  const { anywhere, zero, dragging } = await visit(browser, site.url, async (page) => {
    await comeToRest(page);
    return {
      anywhere: await moves(page, REPEATS),
      zero: await movesToZero(page, REPEATS),
      dragging: await framesWhileDragging(page),
    };
  });
  const learning = await visit(browser, site.url + LONG_RUN, async (page) => {
    await comeToRest(page);
    return framesWhileLearning(page);
  });

  const scripts = arrivals[0].scripts;
  const kilobytes = scripts.reduce((sum, url) => sum + site.gzippedBytes(url), 0) / 1000;
  const timeOf = (pick: (arrival: Arrival) => number): number => median(arrivals.map(pick));
  const twoAlone = zero.norms.filter(twoRepresented).length;
  const late = arrivals.filter((each) => each.workers.every(({ asked }) => asked > each.firstContentfulPaint)).length;
  const measures: Measure[] = [
    atMost('slider to preview', 'ms', median(anywhere.map(({ preview }) => preview)), BARS.previewMs),
    atMost('slider to settled', 'ms', median(anywhere.map(({ settled }) => settled)), BARS.settledMs),
    atMost('slider to preview, S = 0', 'ms', median(zero.moves.map(({ preview }) => preview)), BARS.previewMs),
    atMost('slider to settled, S = 0', 'ms', median(zero.moves.map(({ settled }) => settled)), BARS.settledMs),
    atLeast('two norms > .9, the rest < .1 at S = 0', `of ${REPEATS}`, twoAlone, REPEATS),
    ...smoothness('learning flat out', learning),
    ...smoothness('dragging', dragging),
    atMost('first JavaScript', 'kB gz', kilobytes, BARS.firstScriptKb),
    { what: 'first contentful paint', unit: 'ms', value: timeOf((arrival) => arrival.firstContentfulPaint) },
    { what: 'figure live', unit: 'ms', value: timeOf((arrival) => arrival.live) },
    { what: 'worker (with tfjs) asked for', unit: 'ms', value: timeOf(({ workers }) => workers[0]?.asked ?? NaN) },
    atLeast('worker asked for after first paint', `of ${REPEATS}`, late, REPEATS),
  ];
  return {
    workers: arrivals[0].workers.length,
    repeats: REPEATS,
    measures,
    normsAtZero: zero.norms,
    firstScripts: scripts.map((url) => url.slice(site.url.length)),
  };
}

const atMost = (what: string, unit: string, value: number, bar: number): Measure => {
  return { what, unit, value, bar: `≤ ${bar}`, holds: value <= bar };
};
const atLeast = (what: string, unit: string, value: number, bar: number): Measure => {
  return { what, unit, value, bar: `≥ ${bar}`, holds: value >= bar };
};

function smoothness(what: string, intervals: readonly number[]): Measure[] {
  const sorted = [...intervals].sort((a, b) => a - b);
  const p95 = sorted[Math.floor(0.95 * (sorted.length - 1))] ?? NaN;
  return [
    atLeast(`${what}: median`, 'frames/s', 1000 / median(intervals), BARS.framesPerSecond),
    { what: `${what}: 95 % of frames within`, unit: 'ms', value: p95 },
  ];
}

function twoRepresented(norms: readonly number[]): boolean {
  return (
    norms.filter((norm) => norm > 0.9).length === 2 && norms.filter((norm) => norm < 0.1).length === norms.length - 2
  );
}

export function pageText({ workers, repeats, measures }: PageReport): string {
  const rows = measures.map(({ what, value, unit, bar = '', holds }) => [
    what,
    `${threeDigits(value)} ${unit}`,
    bar,
    holds === undefined ? '' : holds ? 'holds' : 'MISSES',
  ]);
  const head = [`the page, ${workers} worker${workers === 1 ? '' : 's'}, medians of ${repeats}`, 'measured', 'bar', ''];
  const missed = measures.filter(({ holds }) => holds === false).map(({ what }) => what);
  return [textTable([head, ...rows]), '', missed.length > 0 ? `misses: ${missed.join('; ')}` : 'no bar is missed'].join(
    '\n',
  );
}
