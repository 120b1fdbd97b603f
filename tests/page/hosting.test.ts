import { gzipSync } from 'node:zlib';
import type { Browser, Request } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from '../support/page.ts';
import { visitHero } from '../support/page-hero.ts';
import { passEveryFigure } from '../support/page-islands.ts';

const site = inject('site');
let browser: Browser;
beforeAll(async () => (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

/** What a reader's first look may cost in scripts, gzipped, in bytes. */
const FIRST_SCRIPTS = 60_000;
const WORKER = /\/worker-[^/]*\.js$/;
/** Written in tfjs's core and in its WebGL backend. */
const TFJS = /WEBGL_VERSION|tfjs/;

const sourceOf = async (request: Request): Promise<string> => (await (await request.response())?.text()) ?? '';

/**
 * What has to be there for a link's first figure to be live, by name: the page's script, the figure, what hydrates it, the
 * link codec, and all that they import.
 */
async function firstScripts(): Promise<Map<string, string>> {
  const text = async (path: string): Promise<string> => (await fetch(site + path)).text();
  const sources = new Map<string, string>();
  const todo = Array.from(
    (await text('index.html')).matchAll(/<script[^>]+src="\.\/assets\/([^"]+)"/g),
    ([, name]) => name,
  );
  for (const name of todo) {
    if (sources.has(name)) continue;
    const source = await text(`assets/${name}`);
    sources.set(name, source);
    const imported = source.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g);
    const wanted = source.matchAll(/\b((?:Hero\.island|hydrate|address)-[\w-]+\.js)/g);
    todo.push(...Array.from([...imported, ...wanted], ([, found]) => found));
  }
  return sources;
}

/** A first look that trains with WebGL, or would if the worker's script were not refused; and every script answered. */
async function visitWithScripts({ blockWorker }: { blockWorker: boolean }) {
  const finished: Request[] = [];
  const visited = await visitHero(browser, '?v=1&hero.engine=webgl&hero.starts=1&hero.steps=10', {
    prepare: async (page) => {
      page.on('requestfinished', (request) => {
        if (new URL(request.url()).pathname.endsWith('.js')) finished.push(request);
      });
      if (blockWorker) await page.route(WORKER, (route) => route.abort());
    },
  });
  return { ...visited, scripts: (): readonly Request[] => finished };
}

describe('the built site', () => {
  test('lies in a folder of any host and asks for nothing outside it, whatever the reader does', async () => {
    expect(new URL(site).pathname).not.toBe('/');
    const visited = await visitHero(browser, '?v=1&hero.starts=1&hero.steps=100');
    const { page, hero, complaints, requests } = visited;
    await hero.waitForStatus('done');
    await hero.openDetails();
    await hero.figure.getByRole('combobox', { name: 'engine' }).selectOption({ label: 'WebGL' });
    await page.locator('#hero[data-engine=webgl]').waitFor();
    await hero.downloadedText();
    await passEveryFigure(visited);
    await page.locator('footer').scrollIntoViewIfNeeded();
    // One script, however many workers run it.
    expect(new Set(requests.filter((url) => WORKER.test(url))).size).toBe(1);
    expect(requests.filter((url) => !/^(blob|data|about):/.test(url) && !url.startsWith(site))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('needs no more than 60 kB of scripts on the page, gzipped, and none of tfjs', async () => {
    const sources = await firstScripts();
    expect(sources.size).toBeGreaterThan(3);
    expect([...sources].filter(([, source]) => TFJS.test(source))).toEqual([]);
    const bytes = [...sources.values()].reduce((sum, source) => sum + gzipSync(source, { level: 9 }).length, 0);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThanOrEqual(FIRST_SCRIPTS);
  });

  test('has loaded no script but those when the first figure begins to train', async () => {
    const { hero, scripts } = await visitWithScripts({ blockWorker: true });
    await hero.waitForStatus('failed');
    const first = await firstScripts();
    const asked = scripts().map((request) => request.url().replace(/^.*\//, ''));
    // What failed is told of in a list that is loaded with the first notice.
    expect(asked.filter((name) => !first.has(name) && !name.startsWith('NoticeList'))).toEqual([]);
  });

  test('asks for tfjs in the worker, and after the page has been painted', async () => {
    const { page, hero, scripts } = await visitWithScripts({ blockWorker: false });
    await hero.waitForStatus('done');
    const painted = await page.evaluate(
      () => performance.timeOrigin + (performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN),
    );
    const starts: number[] = [];
    for (const request of scripts()) if (TFJS.test(await sourceOf(request))) starts.push(request.timing().startTime);
    expect(starts.length).toBeGreaterThan(0);
    expect(Math.min(...starts)).toBeGreaterThan(painted);
  });

  test('brings its own letters, every face that is used', async () => {
    const { page, requests } = await visitHero(browser, '?v=1&hero.starts=1&hero.steps=10');
    await page.evaluate(() => document.fonts.ready);
    const faces = await page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').length);
    expect(faces).toBeGreaterThanOrEqual(3);
    const fonts = requests.filter((url) => /\.(woff2?|ttf|otf)$/.test(url));
    expect(new Set(fonts).size).toBeGreaterThanOrEqual(3);
    for (const url of fonts) expect(url.startsWith(`${site}assets/`)).toBe(true);
  });
});
