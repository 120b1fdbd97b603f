import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser, visit } from '../support/page.ts';
import { recordAttribute } from '../support/page-record.ts';

let browser: Browser;
beforeAll(async () => (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

/** A small map that is through at once. */
const SMALL = 'v=1&phase.cells=12&phase.starts=4&phase.engine=wasm';

interface Figure {
  readonly page: Page;
  readonly figure: Locator;
  readonly sentence: Locator;
  readonly complaints: readonly string[];
  done(): Promise<void>;
}

async function open(query: string, options: BrowserContextOptions = {}): Promise<Figure> {
  const { page, complaints } = await visit(browser, `${inject('site')}phase-change.html?${query}`, options);
  const figure = page.locator('#phase');
  return {
    page,
    figure,
    sentence: figure.locator('.now'),
    complaints,
    done: () => page.locator('#phase[data-status=done]').waitFor({ timeout: 50_000 }),
  };
}

/** The map as the figure gives it to take home, a row a cell. */
async function mapOf({ page, figure }: Figure): Promise<Record<string, string>[]> {
  await figure.getByRole('button', { name: 'Download' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    figure.getByRole('button', { name: 'CSV', exact: true }).click(),
  ]);
  await figure.getByRole('button', { name: 'Download' }).click();
  const [head, ...rows] = (await readFile(await file.path(), 'utf8')).trim().split('\n');
  const keys = head.split(',');
  return rows.map((row) => Object.fromEntries(row.split(',').map((value, k) => [keys[k], value])));
}

/** Goes past the two figures of the same map, and waits until they are live. */
async function passOthers(page: Page): Promise<void> {
  for (const id of ['phase-cut', 'phase-surface']) {
    await page.locator(`#${id}`).scrollIntoViewIfNeeded();
    await page.locator(`#${id}:not([data-status=still])`).waitFor();
  }
}

describe('figure phase', () => {
  test('trains its map on arrival, and finds the phases that theory expects', async () => {
    const here = await open(SMALL);
    await here.done();
    const rows = await mapOf(here);
    expect(rows).toHaveLength(144);
    const right = rows.filter((row) => {
      const [r, p] = [Number(row.importance), Number(row.density)];
      // Well inside the three regions; the rest is near a border.
      if (p < 0.1 && r < 3) return row.class === 'superposed';
      if (p > 0.75 && r < 0.5) return row.class === 'not represented';
      return p > 0.75 && r > 2 ? row.class === 'dedicated' : true;
    });
    // A cell may have no start in the deeper of two valleys.
    expect(right.length).toBeGreaterThanOrEqual(0.97 * 144);
    expect(await here.figure.getAttribute('data-engine')).toBe('wasm');
    expect(here.complaints).toEqual([]);
  });

  test('moves its cross-hair by keyboard without training anything again, and says where it is in the link', async () => {
    const here = await open(SMALL);
    await here.done();
    const before = await here.sentence.innerText();
    const statuses = await recordAttribute(here.figure, 'data-status');
    const importance = here.figure.getByRole('slider', { name: /importance/ }).first();
    await importance.focus();
    for (let k = 0; k < 30; k++) await here.page.keyboard.press('ArrowRight');
    await here.page.keyboard.press('ArrowUp');
    await expect.poll(() => here.sentence.innerText()).not.toBe(before);
    expect(await statuses()).toEqual(['done']);
    await expect.poll(() => here.page.url()).toMatch(/phase\.r=[\d.]+/);
    await expect.poll(() => here.page.url()).toMatch(/phase\.S=[\d.]+/);
    expect(await mapOf(here)).toHaveLength(144);
  });

  test('opens where its link says: shape, cross-hair and cut', async () => {
    const { figure, sentence, page, done } = await open(
      `${SMALL}&phase.n=3&phase.m=2&phase.S=0.1&phase.r=4&phase.cut=importance`,
    );
    await done();
    await expect
      .poll(() => sentence.innerText())
      .toMatch(/^In the cell at importance 3\.8 and density 0\.83 .*third feature/);
    expect(await figure.locator('.claim').innerText()).toBe('Four ways to treat the third feature');
    await page.locator('#phase-cut').scrollIntoViewIfNeeded();
    const across = page.locator('#phase-cut').getByRole('radio', { name: /important/ });
    await expect.poll(() => across.isChecked()).toBe(true);
  });

  test('stops when it is told to, and goes on where it was', async () => {
    const { figure, page } = await open('v=1&phase.cells=160&phase.starts=16&phase.engine=wasm');
    await figure.locator('progress').waitFor();
    await figure.getByRole('button', { name: 'Stop' }).click();
    await page.locator('#phase[data-status=paused]').waitFor();
    const reached = Number(await figure.getAttribute('data-step'));
    await page.evaluate(async () => {
      for (let frame = 0; frame < 20; frame++) await new Promise(requestAnimationFrame);
    });
    expect(Number(await figure.getAttribute('data-step'))).toBe(reached);
    await figure.getByRole('button', { name: 'Go on' }).click();
    await page.waitForFunction((from) => Number(document.getElementById('phase')?.dataset.step) > from, reached);
  });

  test('gives the same classes with WebGL', async () => {
    const query = 'v=1&phase.cells=12&phase.starts=4&phase.gradient=sampled';
    const classes: string[][] = [];
    for (const engine of ['wasm', 'webgl']) {
      const here = await open(`${query}&phase.engine=${engine}`);
      await here.done();
      expect(await here.figure.getAttribute('data-engine')).toBe(engine);
      classes.push((await mapOf(here)).map((row) => row.class));
    }
    const [wasm, webgl] = classes;
    const alike = wasm.filter((each, cell) => each === webgl[cell]).length;
    // They train on different samples: a few cells on a border may fall to either side.
    expect(alike).toBeGreaterThanOrEqual(0.95 * wasm.length);
  });

  test('corrects a bad link and says so', async () => {
    const { figure } = await open('v=1&phase.cells=9000&phase.law=none&phase.starts=1');
    await expect.poll(() => figure.innerText()).toMatch(/phase\.cells/);
    expect(await figure.innerText()).toMatch(/phase\.law/);
  });

  test('plays how the network under the cross-hair learned, moment by moment', async () => {
    const { figure, done } = await open(SMALL);
    await done();
    const moment = figure.getByRole('slider', { name: 'Moment of its training' });
    await moment.focus();
    await moment.press('Home');
    await expect.poll(() => figure.locator('h3').first().innerText()).toMatch(/step \d/);
  });

  test.each(['light', 'dark'] as const)('passes axe in the %s theme', async (colorScheme) => {
    const { page, done } = await open(SMALL, { colorScheme });
    await done();
    await passOthers(page);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0].html])).toEqual([]);
  });

  test('fits a screen of 320 px', async () => {
    const { page, done } = await open(SMALL, { viewport: { width: 320, height: 640 } });
    await done();
    await passOthers(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  test('is told of in one text wherever the foot of the first page leads to it', async () => {
    const { page } = await visit(browser, `${inject('site')}index.html`, { javaScriptEnabled: false });
    const leads = page.locator('a[href="./phase-change.html"]', { hasText: 'a phase change' });
    const [card, next] = await leads.allInnerTexts();
    expect(next).toMatch(/^Next/);
    const text = next.split('\n').at(-1);
    expect(text).toMatch(/^A network can .*\.$/);
    expect(card).toContain(text);
  });

  test('is a still of a trained map without scripts', async () => {
    const { page } = await open('v=1', { javaScriptEnabled: false });
    expect(await page.locator('#phase').getAttribute('data-status')).toBe('still');
    expect(await page.locator('#phase .map path').count()).toBeGreaterThan(5);
    const classes =
      '“shared” is a superposition of at least 0.5, on the first page of 0.1; “left out” is shorter than 0.5';
    expect(await page.locator('#phase').innerText()).toContain(classes);
    expect(await page.locator('#phase .now').first().innerText()).toMatch(/shares a dimension/);
    expect(await page.locator('#phase-surface svg').count()).toBeGreaterThan(0);
  });
});
