import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import type { RunReport } from '../../src/models/report.ts';
import { openBrowser } from '../support/page.ts';
import { visitHero } from '../support/page-hero.ts';

const site = inject('site');
let browser: Browser;
beforeAll(async () => (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

const weights = ({ models }: RunReport<'hero'>) => models.map(({ start, seed, W, b }) => ({ start, seed, W, b }));

async function trainedByCommandLine(link: string): Promise<RunReport<'hero'>> {
  const script = join(import.meta.dirname, '../../scripts/train.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, link]);
  return JSON.parse(stdout) as RunReport<'hero'>;
}

describe('a link', () => {
  test('that was copied gives the same weights, bit for bit, in another browser profile and on the command line', async () => {
    const { page, hero } = await visitHero(browser, '?v=1&hero.starts=3&hero.steps=700');
    await hero.settled('0.90');
    await hero.field.fill('0.7');
    await hero.field.press('Enter');
    await hero.settled('0.70');
    const original = await hero.downloaded();
    expect(original.models).toHaveLength(3);
    expect(original.models[0].W).toHaveLength(5);

    const copied = await hero.copiedLink();
    expect(copied).toBe(`${site}?v=1&hero.S=0.7&hero.starts=3&hero.steps=700&hero.engine=wasm#hero`);
    await page.waitForURL(`${site}?v=1&hero.S=0.7&hero.starts=3&hero.steps=700`);
    const ofAddressBar = page.url();

    for (const link of [copied, ofAddressBar]) {
      const { hero: opened } = await visitHero(browser, link.slice(site.length));
      await opened.settled('0.70');
      expect(weights(await opened.downloaded())).toEqual(weights(original));
    }
    expect(weights(await trainedByCommandLine(copied))).toEqual(weights(original));
  });

  test('with another seed gives other weights', async () => {
    const { hero } = await visitHero(browser, '?v=1&hero.starts=1&hero.steps=10');
    await hero.settled('0.90');
    const before = weights(await hero.downloaded());
    await hero.button('New seed').click();
    await expect.poll(async () => weights(await hero.downloaded())).not.toEqual(before);
  });

  test('is followed when the reader goes back to it, and when a fragment announces it', async () => {
    const { page, hero } = await visitHero(browser, '?v=1&hero.starts=2&hero.steps=400');
    await hero.settled('0.90');
    await page.evaluate(() => {
      history.pushState(null, '', '?v=1&hero.starts=2&hero.steps=400&hero.S=0.5');
      history.pushState(null, '', '?v=1&hero.S=0.2');
      history.back();
    });
    await hero.settled('0.50');
    expect(await hero.field.inputValue()).toBe('0.50');
    await page.evaluate(() => {
      history.replaceState(null, '', '?v=1&hero.starts=2&hero.steps=400&hero.S=0.8');
      location.hash = 'hero';
    });
    await hero.settled('0.80');
    expect(await hero.field.inputValue()).toBe('0.80');
  });

  test('within the page leaves what is watched, and what was just typed, as it is', async () => {
    const { page, hero } = await visitHero(browser, '?v=1&hero.starts=2&hero.steps=20000');
    await hero.settled('0.90');
    await hero.button('Step').click();
    await hero.waitForStatus('paused');
    const follow = (id: string): Promise<void> =>
      page.evaluate((to) => document.querySelector<HTMLAnchorElement>(`a[href="#${to}"]`)?.click(), id);
    const [first, second] = await page
      .locator('main a[href^="#"]')
      .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href')?.slice(1) ?? ''))]);
    await follow(first);
    await page.waitForURL(`**#${first}`);
    expect(await hero.attribute('status')).toBe('paused');
    // The status says so before the worker has answered.
    await expect.poll(() => hero.step()).toBe(1);

    await hero.field.fill('0.7');
    await hero.field.blur();
    await follow(second);
    await page.waitForURL(`${site}?v=1&hero.S=0.7&hero.starts=2&hero.steps=20000#${second}`);
    expect(await hero.field.inputValue()).toBe('0.70');
  });
});

describe('a bad link', () => {
  const SHORT = 'hero.starts=1&hero.steps=10';

  test.each([
    { query: 'hero.S=2', says: /hero\.S=2 is out of range; using 0\.999/, S: '0.999' },
    { query: 'hero.S=abc', says: /hero\.S=abc is not a number; using 0\.9/, S: '0.90' },
    { query: 'hero.sparsity=0.5', says: /hero\.sparsity is not a parameter; ignored/, S: '0.90' },
    { query: 'embed=phase', says: /embed=phase is a figure of another page; showing this one/, S: '0.90' },
    { query: 'embed=nobody', says: /embed=nobody is not a figure; showing the page/, S: '0.90' },
    { query: Array.from({ length: 60 }, (_, k) => `key${k}=1`).join('&'), says: /and 56 more are not/, S: '0.90' },
  ])('$query: the nearest safe value is trained, and one line says so', async ({ query, says, S }) => {
    const { hero, complaints } = await visitHero(browser, `?v=1&${query}&${SHORT}`);
    await hero.settled(S);
    await expect.poll(() => hero.notices.count()).toBe(1);
    expect(await hero.notices.innerText()).toMatch(says);
    await hero.notices.getByRole('button', { name: 'Dismiss' }).click();
    await expect.poll(() => hero.notices.count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('hero.n=999: as many features as the figure can show are trained', async () => {
    const { hero } = await visitHero(browser, `?v=1&hero.n=999&${SHORT}`);
    await hero.waitForStatus('done');
    expect(await hero.notices.innerText()).toMatch(/hero\.n=999 is out of range; using 20/);
    expect((await hero.downloaded()).models[0].W).toHaveLength(20);
    expect(await hero.figure.getByRole('option').count()).toBe(20);
  });

  test('with a script in it is text like any other', async () => {
    const attack = encodeURIComponent('<img src=x onerror=document.title="injected">');
    const query = `?v=1&hero.S=${attack}&${attack}=1&embed=${attack}&theme=${attack}&hide=${attack}&${SHORT}#${attack}`;
    const { page, hero, complaints } = await visitHero(browser, query);
    await hero.settled('0.90');
    await expect.poll(async () => (await hero.notices.allInnerTexts()).join('\n')).toContain('hero.S=<img src=x');
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.title()).not.toBe('injected');
    expect(await page.evaluate(() => ({ ...document.documentElement.dataset }))).toEqual({ scripts: '' });
    expect(complaints).toEqual([]);
  });
});

describe('a link for teaching', () => {
  test('with embed=hero shows the figure and nothing else', async () => {
    const { page, hero } = await visitHero(browser, '?v=1&embed=hero&hero.starts=1&hero.steps=100');
    await hero.waitForStatus('done');
    const shown = page.locator('h1, h2, nav, main p, footer, [data-island]').filter({ visible: true });
    const outside = await shown.evaluateAll((elements) =>
      elements
        .filter((element) => !element.closest('#hero') && !element.querySelector('#hero'))
        .map((element) => element.outerHTML.slice(0, 80)),
    );
    expect(outside).toEqual([]);
    expect(await hero.plane.isVisible()).toBe(true);
    expect(await hero.slider.isVisible()).toBe(true);
  });

  test('with hide=details,link,seed leaves these controls out, and no others', async () => {
    const { hero } = await visitHero(browser, '?v=1&hide=details,link,seed&hero.starts=1&hero.steps=100');
    await hero.waitForStatus('done');
    const buttons = await hero.figure.getByRole('group').getByRole('button').allInnerTexts();
    const words = buttons.map((text) => text.trim());
    for (const hidden of ['Details', 'Link', 'New seed']) expect(words).not.toContain(hidden);
    for (const kept of ['Watch it learn', 'Step', 'Reset', 'Download']) expect(words).toContain(kept);
    expect(await hero.slider.isVisible()).toBe(true);
  });
});
