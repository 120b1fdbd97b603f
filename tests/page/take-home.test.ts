import { readFile } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import type { RunReport } from '../../src/models/report.ts';
import { openBrowser, visit } from '../support/page.ts';
import { visitHero, type HeroVisit } from '../support/page-hero.ts';

const site = inject('site');
let browser: Browser;
beforeAll(async () => (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

const SHORT = '?v=1&hero.starts=2&hero.steps=100&hero.engine=wasm';
const OPENED = /is open\./;

async function saved(figure: Locator, label: string): Promise<{ name: string; bytes: Buffer }> {
  const button = figure.getByRole('button', { name: label, exact: true });
  if (!(await button.isVisible())) await figure.getByRole('button', { name: 'Download' }).click();
  const [download] = await Promise.all([figure.page().waitForEvent('download'), button.click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** Chooses a file in the panel, and waits for what is said of it. */
async function open(figure: Locator, text: string, name = 'run.json'): Promise<string> {
  const field = figure.getByLabel('Open a file');
  if (!(await field.isVisible())) await figure.getByRole('button', { name: 'Download' }).click();
  await field.setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  const said = figure.locator('.panel [role=status]').first();
  await said.filter({ hasText: /./ }).waitFor();
  return said.innerText();
}

/** Ten steps at a time, each drawn before the next is asked for; from the beginning where it is farther than that. */
async function learnTo({ hero }: HeroVisit, step: number): Promise<void> {
  await hero.figure.getByRole('radio', { name: '10', exact: true }).check();
  if ((await hero.step()) > step) {
    await hero.button('Reset').click();
    await expect.poll(() => hero.step()).toBe(0);
  }
  for (let next = (await hero.step()) + 10; next <= step; next += 10) {
    await hero.button('Step').click();
    await expect.poll(() => hero.step()).toBe(next);
  }
}

const parameters = (text: string) =>
  (JSON.parse(text) as RunReport<'hero'>).models.map(({ W, b, adam }) => ({ W, b, adam }));

describe('a run that is taken home half-way', () => {
  test('goes on in another browser as if nobody had interrupted it, bit for bit', async () => {
    const first = await visitHero(browser, SHORT);
    await first.hero.settled('0.90');
    await learnTo(first, 30);
    const halfway = await first.hero.downloadedText();
    await learnTo(first, 60);
    const uninterrupted = await first.hero.downloadedText();
    expect(parameters(uninterrupted)).not.toEqual(parameters(halfway));

    const other = await visitHero(browser, '?v=1&hero.S=0.5&hero.starts=1&hero.steps=50');
    await other.hero.settled('0.50');
    expect(await open(other.hero.figure, halfway)).toMatch(OPENED);
    await expect.poll(() => other.hero.step()).toBe(30);
    expect(await other.hero.figure.innerText()).toContain('From a file: weights of step 30');
    expect(parameters(await other.hero.downloadedText())).toEqual(parameters(halfway));
    await learnTo(other, 60);
    expect(parameters(await other.hero.downloadedText())).toEqual(parameters(uninterrupted));
    expect(other.complaints).toEqual([]);
  });

  test('can be dropped onto the figure', async () => {
    const visited = await visitHero(browser, SHORT);
    await visited.hero.settled('0.90');
    await learnTo(visited, 20);
    const text = await visited.hero.downloadedText();
    await visited.page.reload();
    await visited.hero.settled('0.90');
    const data = await visited.page.evaluateHandle((content) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], 'run.json', { type: 'application/json' }));
      return transfer;
    }, text);
    const { plane } = visited.hero;
    await plane.dispatchEvent('dragenter', { dataTransfer: data });
    // What takes files is loaded when one is dragged in; then a browser is told that one may be dropped here.
    const taken = (): Promise<boolean> =>
      plane.evaluate((target, dataTransfer) => {
        const over = new DragEvent('dragover', { bubbles: true, cancelable: true, dataTransfer });
        return !target.dispatchEvent(over);
      }, data);
    await expect.poll(taken).toBe(true);
    await plane.dispatchEvent('drop', { dataTransfer: data });
    await expect.poll(() => visited.hero.step()).toBe(20);
  });
});

describe('a file that cannot be opened', () => {
  test.each([
    ['not json', /not opened, and nothing was changed: it is not JSON/],
    ['{"schema":7}', /schema is not 1/],
    ['{"<img src=x onerror=document.title=1>":1}', /has “<img src=x onerror=document\.title=1>”/],
  ])('%s: is refused in one line, and the figure stays as it is', async (text, says) => {
    const { page, hero, complaints } = await visitHero(browser, SHORT);
    await hero.settled('0.90');
    const before = await hero.downloadedText();
    const [title, address] = [await page.title(), page.url()];
    expect(await open(hero.figure, text)).toMatch(says);
    expect(await hero.downloadedText()).toBe(before);
    expect([await page.title(), page.url(), await page.locator('img').count()]).toEqual([title, address, 0]);
    expect(complaints).toEqual([]);
  });
});

describe('a file with the largest weights that are taken', () => {
  test.each([1280, 320])('is drawn without a number that leaves its cell, on a page of %i px', async (width) => {
    const { page, hero, complaints } = await visitHero(browser, SHORT, { viewport: { width, height: 900 } });
    await hero.settled('0.90');
    const report = await hero.downloaded();
    const large = {
      W: report.models[0].W.map((row, i) => row.map(() => (i % 2 ? -100 : 100))),
      b: Array(5).fill(-100),
    };
    const models = report.models.slice(0, 1).map((model) => ({ ...model, ...large, exactLoss: 1e6 }));
    expect(await open(hero.figure, JSON.stringify({ ...report, models }))).toMatch(OPENED);
    await hero.sentence.filter({ hasText: 'The error, or loss, is over 9,999 % of' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    const outside = await hero.figure.locator('.table svg').evaluate((svg) =>
      Array.from(svg.querySelectorAll('rect + text.value'), (text) => {
        const [cell, number] = [text.previousElementSibling, text].map((each) => each?.getBoundingClientRect());
        return cell && number && number.width > cell.width + 4 ? text.textContent : '';
      }).filter((text) => text !== ''),
    );
    expect(outside).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

describe('models whose run has ended', () => {
  const figureOn = async (file: string, id: string, query: string): Promise<{ page: Page; figure: Locator }> => {
    const { page } = await visit(browser, `${site}${file}?v=1&${query}`);
    const figure = page.locator(`#${id}`);
    await figure.scrollIntoViewIfNeeded();
    await page.locator(`#${id}[data-status=done]`).waitFor({ timeout: 20_000 });
    return { page, figure };
  };

  test.each([
    ['index.html', 'basic', 'basic.starts=1&basic.steps=60&basic.p=1,0.1&basic.engine=wasm'],
    ['computation.html', 'absolute', 'absolute.starts=2&absolute.steps=60&absolute.engine=wasm'],
    ['geometry.html', 'uniform', 'uniform.n=12&uniform.m=3&uniform.p=0.5,0.1&uniform.steps=60&uniform.engine=wasm'],
    ['phase-change.html', 'phase', 'phase.cells=8&phase.starts=1&phase.steps=20&phase.engine=wasm'],
  ])('%s %s: are shown under their settings, with a line that says where they come from', async (file, id, query) => {
    const { figure } = await figureOn(file, id, query);
    const report = JSON.parse(String((await saved(figure, 'JSON')).bytes)) as RunReport;
    // Nothing that training would give: only a file can bring it here.
    const changed = report.models.map((model) => ({ ...model, b: model.b.map((_, i) => i / 8) }));

    const other = await figureOn(file, id, query.replace(/steps=\d+/, 'steps=10'));
    expect(await open(other.figure, JSON.stringify({ ...report, models: changed }), 'mine.json')).toMatch(OPENED);
    await other.page.locator(`#${id}[data-status=done]`).waitFor({ timeout: 20_000 });
    const notices = (): Promise<string> => other.figure.locator('.notices').innerText();
    await expect.poll(notices).toContain('These models come from a file, “mine.json”');
    const shown = JSON.parse(String((await saved(other.figure, 'JSON')).bytes)) as RunReport;
    expect(shown.config).toEqual(report.config);
    expect(shown.models.map(({ b }) => b)).toEqual(changed.map(({ b }) => b));

    await other.figure.getByRole('button', { name: 'Train them here' }).click();
    await expect.poll(notices).toBe('');
  });
});

describe('a picture to take home', () => {
  test('is an SVG with colours that every program knows, and a PNG of twice its size', async () => {
    const { hero, complaints } = await visitHero(browser, SHORT, { colorScheme: 'dark' });
    await hero.settled('0.90');
    const svg = await saved(hero.figure, 'SVG');
    const text = String(svg.bytes);
    expect(svg.name).toBe('hero-seed-7.svg');
    expect(text).not.toMatch(/oklch|oklab|light-dark|color-mix|var\(|class=|onclick|data-/);
    expect(text).toMatch(/font-family="[^"]*Instrument Sans[^"]*sans-serif/);
    const drawn = await hero.page.evaluate((source) => {
      const root = new DOMParser().parseFromString(source, 'image/svg+xml').documentElement;
      const fills = Array.from(root.querySelectorAll('[fill]'), (each) => each.getAttribute('fill') ?? '');
      return {
        errors: root.querySelectorAll('parsererror').length,
        width: Number(root.getAttribute('width')),
        height: Number(root.getAttribute('height')),
        paper: fills[0],
        texts: root.querySelectorAll('text').length,
        paths: root.querySelectorAll('path').length,
      };
    }, text);
    expect(drawn.errors).toBe(0);
    expect(drawn.paper).toMatch(/^#0[\da-f]{5}$/);
    expect(drawn.texts).toBeGreaterThan(40);
    expect(drawn.paths).toBeGreaterThan(10);

    const png = await saved(hero.figure, 'PNG');
    expect(png.name).toBe('hero-seed-7.png');
    expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([2 * drawn.width, 2 * drawn.height]);
    expect(complaints).toEqual([]);
  });

  test('of a map holds its cells', async () => {
    const { page } = await visit(browser, `${site}phase-change.html?v=1&phase.cells=8&phase.starts=1&phase.steps=20`);
    const figure = page.locator('#phase');
    await figure.scrollIntoViewIfNeeded();
    await page.locator('#phase[data-status=done]').waitFor({ timeout: 20_000 });
    expect(String((await saved(figure, 'SVG')).bytes)).toMatch(/<image [^>]*href="data:image\/png;base64,/);
  });
});
