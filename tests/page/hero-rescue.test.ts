import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../support/page.ts';
import { visitHero } from '../support/page-hero.ts';
import { drawingOf } from '../support/page-record.ts';

let browser: Browser;
beforeAll(async () => (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

const WORKER = /\/worker-[^/]*\.js$/;

/** The first alone leaves it to workers. */
const WITHOUT_WEBGL = ['--disable-3d-apis', '--disable-gpu', '--disable-software-rasterizer'];

describe('on a device without WebGL', () => {
  let blind: Browser;
  beforeAll(async () => (blind = await openBrowser(WITHOUT_WEBGL)));
  afterAll(() => blind.close());

  test('the figure trains with WebAssembly and has nothing to say about it', async () => {
    const { hero, complaints } = await visitHero(blind, '?v=1&hero.starts=2&hero.steps=1000');
    await hero.settled('0.90');
    expect(await hero.attribute('engine')).toBe('wasm');
    // What is told of would have come by then: its code is loaded when it is needed, as that of Details is.
    await hero.openDetails();
    expect(await hero.notices.count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('a link that asks for WebGL trains with WebAssembly and says so in one line', async () => {
    const { hero, complaints } = await visitHero(blind, '?v=1&engine=webgl&hero.starts=1&hero.steps=400');
    await hero.settled('0.90');
    expect(await hero.attribute('engine')).toBe('wasm');
    await expect.poll(() => hero.notices.count()).toBe(1);
    expect(await hero.notices.innerText()).toMatch(/WebGL is not available here .*training with WebAssembly/);
    expect(complaints).toEqual([]);
  });
});

/** The worker keeps its WebGL contexts where a test can find them. */
async function exposeContexts(page: Page): Promise<void> {
  const exposed = `{
    self.contexts = [];
    const original = OffscreenCanvas.prototype.getContext;
    OffscreenCanvas.prototype.getContext = function (...given) {
      const context = original.apply(this, given);
      if (context && given[0] === 'webgl2') self.contexts.push(context);
      return context;
    };
  }`;
  await page.route(WORKER, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${exposed}\n${await response.text()}` });
  });
}

/** Takes the graphics processor away from the worker, as a driver that is reset does. */
async function loseContext(page: Page): Promise<number> {
  return page.workers()[0].evaluate(() => {
    const { contexts } = self as unknown as { contexts: WebGL2RenderingContext[] };
    const alive = contexts.filter((context) => !context.isContextLost());
    for (const context of alive) context.getExtension('WEBGL_lose_context')?.loseContext();
    return alive.length;
  });
}

describe('when the WebGL context is lost', () => {
  test('while it learns, it goes on with WebAssembly from the last good step and says so', async () => {
    const { page, hero, complaints } = await visitHero(
      browser,
      '?v=1&hero.engine=webgl&hero.starts=1&hero.steps=1500&hero.batch=64',
      { prepare: exposeContexts },
    );
    await hero.settled('0.90');
    // A step a frame: it goes on for long enough to be caught at it.
    await hero.button('Watch it learn').click();
    await hero.waitForStatus('training');
    await expect.poll(() => hero.step()).toBeGreaterThan(20);
    expect(await hero.attribute('engine')).toBe('webgl');
    const before = await hero.step();
    expect(await loseContext(page)).toBe(1);
    await hero.notices.filter({ hasText: /The graphics context was lost/ }).waitFor();
    await expect.poll(() => hero.notices.count()).toBe(1);
    const said = /went on with WebAssembly from step (\d+)\./.exec(await hero.notices.innerText());
    const from = Number(said?.[1]);
    expect(from).toBeGreaterThanOrEqual(before);
    expect(from).toBeLessThan(1500);
    expect(await hero.attribute('engine')).toBe('wasm');
    await hero.figure.getByRole('radio', { name: 'max', exact: true }).check();
    await hero.waitForStatus('done');
    expect(await hero.step()).toBe(1500);
    expect(await hero.sentence.innerText()).toMatch(/features are kept/);
    expect(complaints.filter((line) => !line.startsWith('warning: '))).toEqual([]);
  });
});

/** The page keeps its workers where a test can find them. */
async function exposeWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const exposed = window as typeof window & { workers: Worker[] };
    exposed.workers = [];
    window.Worker = class extends Worker {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given);
        exposed.workers.push(this);
      }
    };
  });
}

/** Ends the worker as a browser short of memory does: without a word. */
async function killWorker(page: Page): Promise<void> {
  await page.evaluate(() => (window as typeof window & { workers: Worker[] }).workers.at(-1)?.terminate());
}

describe('when the worker is killed', () => {
  test('while it trains, the run begins again from its seed, gives what it would have given, and says so', async () => {
    // Long enough to be caught at it: a third of a million steps of one model.
    const query = '?v=1&hero.starts=16&hero.steps=20000&hero.S=0.5&hero.engine=wasm';
    const { page, hero, complaints } = await visitHero(browser, query, { prepare: exposeWorkers });
    await hero.waitForStatus('loading');
    await expect.poll(() => page.workers().length).toBeGreaterThan(0);
    await killWorker(page);
    await hero.settled('0.50', 50_000);
    await expect.poll(() => hero.notices.allInnerTexts()).toHaveLength(1);
    expect(await hero.notices.innerText()).toContain('The training worker stopped and was started again');
    expect(await hero.step()).toBe(20000);
    expect(complaints).toEqual([]);
  }, 100_000);

  test('while it learns, it goes on from the last good step and says so', async () => {
    const { page, hero, complaints } = await visitHero(browser, '?v=1&hero.starts=1&hero.steps=5000&hero.engine=wasm', {
      prepare: exposeWorkers,
    });
    await hero.settled('0.90');
    await hero.button('Watch it learn').click();
    await hero.waitForStatus('training');
    await expect.poll(() => hero.step()).toBeGreaterThan(10);
    await killWorker(page);
    await hero.notices.filter({ hasText: 'The training worker stopped and was started again' }).waitFor();
    const step = await hero.step();
    expect(step).toBeGreaterThan(10);
    expect(step).toBeLessThan(5000);
    await expect.poll(() => hero.step()).toBeGreaterThan(step);
    expect(complaints).toEqual([]);
  });
});

describe('when the worker cannot start', () => {
  test('one line says so, the still stays, and the page can be used', async () => {
    const { page, hero } = await visitHero(browser, '', {
      prepare: (fresh) => fresh.route(WORKER, (route) => route.abort()),
    });
    const drawing = await drawingOf(hero.plane);
    await hero.waitForStatus('failed');
    // The list of notices is loaded with the first one.
    await expect.poll(() => hero.notices.count()).toBe(1);
    const notice = await hero.notices.innerText();
    expect(notice).toMatch(/^Training stopped: the training worker cannot run here/i);
    expect(notice).not.toContain('..');
    expect(await drawingOf(hero.plane)).toBe(drawing);
    expect(await hero.sentence.innerText()).toContain('as a pentagon');
    await hero.slider.press('PageDown');
    expect(await hero.field.inputValue()).toBe('0.87');
    await expect.poll(() => hero.notices.count()).toBe(1);
    await hero.openDetails();
    await page.getByRole('button', { name: /Dark/ }).click();
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  });

  test('one click tries again, and trains where it can by then', async () => {
    const { page, hero } = await visitHero(browser, '', {
      prepare: (fresh) => fresh.route(WORKER, (route) => route.abort()),
    });
    await hero.waitForStatus('failed');
    await page.unroute(WORKER);
    await hero.notices.getByRole('button', { name: 'Try again' }).click();
    await hero.settled('0.90');
    await expect.poll(() => hero.notices.count()).toBe(0);
  });
});
