import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import type { RunReport } from '../../src/models/report.ts';
import { openBrowser, openDetails, visit } from '../support/page.ts';
import { stopTime } from '../support/page-time.ts';

let browser: Browser;
beforeAll(async () => (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

/** Few features and samples, so that the run is through at once. */
const SMALL =
  'v=1&dynamics.n=6&dynamics.m=3&dynamics.kind=correlated&dynamics.S=0.95&dynamics.init=0.1&dynamics.steps=3000' +
  '&dynamics.lr=0.002&dynamics.engine=wasm';

interface Figure {
  readonly page: Page;
  readonly figure: Locator;
  readonly cursor: Locator;
  readonly complaints: readonly string[];
  says(): Promise<string>;
  done(): Promise<void>;
  taken(): Promise<RunReport>;
}

async function open(query = SMALL, options: BrowserContextOptions = {}): Promise<Figure> {
  const { page, complaints } = await visit(browser, `${inject('site')}geometry.html?${query}`, options);
  const figure = page.locator('#dynamics');
  await figure.scrollIntoViewIfNeeded();
  return {
    page,
    figure,
    cursor: figure.getByRole('slider', { name: 'Step of the run' }),
    complaints,
    says: () => figure.locator('.now').innerText(),
    done: () => page.locator('#dynamics[data-status=done]').waitFor({ timeout: 50_000 }),
    taken: async () => {
      await figure.getByRole('button', { name: 'Download' }).click();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        figure.getByRole('button', { name: 'JSON', exact: true }).click(),
      ]);
      return JSON.parse(await readFile(await file.path(), 'utf8')) as RunReport;
    },
  };
}

test('records the run on arrival, and the cursor goes through it by keyboard', async () => {
  const { page, cursor, says, done, complaints } = await open();
  await done();
  expect(await says()).toMatch(/^Step 3,000 of 3,000: /);
  await cursor.focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(says).toMatch(/^Step 2,9\d\d of 3,000: /);
  await page.keyboard.press('Home');
  await expect.poll(says).toMatch(/^Step 0 of 3,000: the features are still short/);
  await page.keyboard.press('PageUp');
  await expect.poll(says).toMatch(/each set has become one direction/);
  expect(await cursor.getAttribute('aria-valuetext')).toMatch(/^step \d+ of 3,000; loss 0\.0/);
  await page.keyboard.press('End');
  await expect.poll(says).toMatch(/^Step 3,000 /);
  expect(complaints).toEqual([]);
});

test('goes to a moment by its words, in the figure and in the text', async () => {
  const { page, figure, says, done } = await open();
  await done();
  await figure.getByRole('button', { name: /the sets open/ }).click();
  await expect.poll(says).toMatch(/the features of a set move apart/);
  expect(await figure.getByRole('button', { name: /the sets open/ }).getAttribute('aria-current')).toBe('step');
  // The text's own run is longer: it is trained, and then the cursor goes there.
  await page.getByRole('button', { name: 'becomes one direction' }).click();
  await expect.poll(says, { timeout: 25_000 }).toMatch(/of 8,000: each set has become one direction/);
  // What the text says of that moment is what the figure says: its step, lengths and loss.
  const strip = page.locator('#octahedron li', { hasText: 'one direction' });
  const [, step] = /step ([\d,]+)/.exec(await strip.innerText()) ?? [];
  await expect.poll(says, { timeout: 25_000 }).toContain(`Step ${step} of 8,000:`);
  const [, length] = /1\/√3 = (0\.\d+) long/.exec(await page.locator('#octahedron').innerText()) ?? [];
  const [now, [, loss = 'none'] = []] = [await says(), /loss is (0\.\d+)/.exec(await says()) ?? []];
  expect(now).toContain(`${length} long`);
  expect(await page.locator('#octahedron').innerText()).toContain(`samples give ${loss}`);
});

test('looking changes nothing: address, step and what is taken home stay, and are the command line’s', async () => {
  const query = SMALL.replace('steps=3000', 'steps=400');
  const { page, figure, cursor, done, taken } = await open(query);
  await done();
  const address = page.url();
  await page.clock.install();
  await cursor.focus();
  for (const key of ['Home', 'ArrowRight', 'PageUp']) await page.keyboard.press(key);
  await figure.getByRole('radio', { name: 'even' }).check();
  await figure.getByRole('button', { name: /^feature 2,/ }).focus();
  // What is written into the address waits a moment.
  await page.clock.runFor(1000);
  expect(await page.evaluate(() => location.href)).toBe(address);
  expect(await figure.getAttribute('data-step')).toBe('400');
  expect(await figure.getAttribute('data-status')).toBe('done');
  const script = join(import.meta.dirname, '../../scripts/train.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, `geometry.html?${query}#dynamics`]);
  const weights = ({ models }: RunReport) => models.map(({ start, W, b }) => ({ start, W, b }));
  expect(weights(await taken())).toEqual(weights(JSON.parse(stdout) as RunReport));
});

test('plays the run, and stops where it is told to', async () => {
  const { page, figure, cursor, done } = await open();
  await done();
  const step = async (): Promise<number> =>
    Number(/step ([\d,]+)/.exec((await cursor.getAttribute('aria-valuetext')) ?? '')?.[1].replace(',', ''));
  await figure.getByRole('radio', { name: '5 s' }).check();
  await stopTime(page);
  await figure.getByRole('button', { name: 'Play the run' }).click();
  await page.clock.runFor(1000);
  const early = await step();
  expect(early).toBeLessThan(2000);
  await page.clock.runFor(1000);
  const there = await step();
  expect(there).toBeGreaterThan(early);
  await figure.getByRole('button', { name: 'Pause' }).click();
  await page.clock.runFor(1000);
  expect(await step()).toBe(there);
});

test('plays nothing where motion is not wanted', async () => {
  const { figure, done } = await open(SMALL, { reducedMotion: 'reduce' });
  await done();
  expect(await figure.getByRole('button', { name: 'Play the run' }).count()).toBe(0);
});

test('lights one feature in all views', async () => {
  const { figure, done } = await open();
  await done();
  await figure.getByRole('button', { name: /^feature 5,/ }).focus();
  await expect.poll(() => figure.locator('.lines.some').count()).toBe(1);
  await expect.poll(() => figure.locator('.space .arrow.dim').count()).toBe(5);
});

test.each(['light', 'dark'] as const)('passes axe in the %s theme', async (colorScheme) => {
  const { page, figure, done } = await open(SMALL, { colorScheme });
  await done();
  await openDetails(figure);
  await figure.getByText('What happens when').waitFor();
  const { violations } = await new AxeBuilder({ page }).include('#dynamics').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0].html])).toEqual([]);
});

test('fits a screen of 320 px', async () => {
  const { page, figure, done } = await open(SMALL, { viewport: { width: 320, height: 640 } });
  await done();
  await openDetails(figure);
  await figure.getByText('What happens when').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('is a still of a recorded run without scripts', async () => {
  const { figure, says } = await open('v=1', { javaScriptEnabled: false });
  expect(await figure.getAttribute('data-status')).toBe('still');
  expect(await figure.locator('path.line').count()).toBeGreaterThan(20);
  expect(await says()).toMatch(/^Step 4,500 of 4,500: sixteen of 24 features/);
});
