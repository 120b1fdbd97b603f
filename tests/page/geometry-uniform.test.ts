import { readFile } from 'node:fs/promises';
import type { Browser, Locator } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { RunReport } from '../../src/models/report.ts';
import { openBrowser, visit, type Visit } from '../support/page.ts';

let browser: Browser;
beforeAll(async () => (browser = await openBrowser()));
afterAll(() => browser.close());

/** Small enough for software WebGL; long enough, at this rate, that the models have settled. */
const QUICK =
  'v=1&uniform.n=12&uniform.m=3&uniform.p=1,0.35,0.1&uniform.S=0.65&uniform.steps=400&uniform.batch=128&uniform.lr=0.03';

interface UniformVisit extends Visit {
  readonly figure: Locator;
  readonly sentence: Locator;
  done(): Promise<void>;
}

async function open(query: string): Promise<UniformVisit> {
  const visited = await visit(browser, `${inject('site')}geometry.html?${query}`);
  const figure = visited.page.locator('#uniform');
  return {
    ...visited,
    figure,
    sentence: figure.locator('p.now'),
    done: () => visited.page.locator('#uniform[data-status=done]').waitFor({ timeout: 50_000 }),
  };
}

async function trained(engine: 'webgl' | 'wasm'): Promise<RunReport<'uniform'>> {
  const { page, figure, sentence, done, complaints } = await open(`${QUICK}&uniform.engine=${engine}`);
  await done();
  expect(await figure.getAttribute('data-engine')).toBe(engine);
  expect(await figure.locator('.notices p').count()).toBe(0);
  expect(await sentence.innerText()).toMatch(/^At density 0\.35 \(S = 0\.65\) six of the 12 features are kept/);
  await figure.getByRole('button', { name: 'Download' }).click();
  const json = figure.getByRole('button', { name: 'JSON', exact: true });
  const [download] = await Promise.all([page.waitForEvent('download'), json.click()]);
  const report = JSON.parse(await readFile(await download.path(), 'utf8')) as RunReport<'uniform'>;
  expect(complaints).toEqual([]);
  await page.context().close();
  return report;
}

test('with WebGL in the worker, features get the same shares of a dimension as with WebAssembly', async () => {
  const [webgl, wasm] = [await trained('webgl'), await trained('wasm')];
  expect([webgl.engine, wasm.engine]).toEqual(['webgl', 'wasm']);
  const sorted = ({ models }: RunReport<'uniform'>): number[] =>
    models[1].dimensionality.toSorted((a, b) => b - a).slice(0, 6);
  // Three opposite pairs.
  for (const share of [...sorted(webgl), ...sorted(wasm)]) expect(Math.abs(share - 0.5)).toBeLessThan(0.05);
  webgl.models.forEach(({ loss }, k) => expect(Math.abs(loss / wasm.models[k].loss - 1)).toBeLessThan(0.05));
});

test('the density is chosen by key or picture, and shapes light up by key, without training anything again', async () => {
  const { page, figure, sentence, done, complaints } = await open(QUICK);
  await done();
  const run = await figure.getAttribute('data-step');
  await figure.getByRole('slider', { name: 'Density that is looked at closely' }).focus();
  await page.keyboard.press('End');
  await expect.poll(() => sentence.innerText()).toMatch(/^At density 0\.1 /);
  await expect.poll(() => page.url()).toContain('uniform.S=0.9');
  await figure.getByRole('button', { name: /^Density 0\.35: 3 pairs/ }).click();
  await expect.poll(() => sentence.innerText()).toMatch(/^At density 0\.35 /);

  await figure.getByRole('slider', { name: 'Shape that is lit' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect
    .poll(() => figure.locator('.readout').innerText())
    .toMatch(/^Opposite pair: features \d+ and \d+ in one/);
  // Its two features, as rings in the scatter.
  expect(await figure.locator('circle.lit').count()).toBe(2);
  expect(await figure.getAttribute('data-step')).toBe(run);
  expect(await figure.getAttribute('data-status')).toBe('done');
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('the paper’s size is there at once as a still, trains when asked, and goes on while the reader is elsewhere', async () => {
  const { page, figure, sentence, complaints } = await open('');
  await page.locator('#uniform:not([data-status=still])').waitFor();
  await figure.getByRole('radio', { name: '400 in 30, as in the paper' }).check();
  await expect
    .poll(() => sentence.innerText())
    .toMatch(/of the 400 features are kept, if only in part, in 30 dimensions/);
  expect(await figure.getAttribute('data-status')).toBe('still');
  expect(await figure.locator('progress').count()).toBe(0);
  const ofStill = await figure.getAttribute('data-step');

  await figure.getByRole('button', { name: 'Train them here' }).click();
  await figure.locator('progress').waitFor();
  await page.locator('footer').scrollIntoViewIfNeeded();
  // The first picture of the run takes the still's place.
  await expect.poll(() => figure.getAttribute('data-step'), { timeout: 60_000 }).not.toBe(ofStill);
  await figure.scrollIntoViewIfNeeded();
  await figure.getByRole('button', { name: 'Stop' }).click();
  await expect.poll(() => figure.getAttribute('data-status')).toBe('paused');
  // Of the first steps, where hardly a feature stands out yet.
  expect(await sentence.innerText()).toMatch(/ 400 /);
  expect(complaints).toEqual([]);
  await page.context().close();
}, 100_000);

test('without scripts the matrix WᵀW is drawn, a square a shape', async () => {
  const { page } = await visit(browser, `${inject('site')}geometry.html`, { javaScriptEnabled: false });
  const figure = page.locator('#uniform');
  const heading = await figure.getByText('features kept, if only in part, sorted by shape').innerText();
  const represented = Number(/\d+/.exec(heading)?.[0]);
  expect(represented).toBeGreaterThan(10);
  const squares = await figure
    .locator('.gram path')
    .filter({ visible: true })
    .evaluateAll((paths) => {
      const cells = paths.flatMap((path) => (path.getAttribute('d') ?? '').match(/M\d+,\d+/g) ?? []);
      return cells.map((cell) => cell.slice(1).split(',').map(Number));
    });
  // Every feature with itself; and the matrix is symmetric.
  expect(squares.filter(([x, y]) => x === y)).toHaveLength(represented);
  const drawn = new Set(squares.map(String));
  for (const [x, y] of squares) expect(drawn).toContain(`${y},${x}`);
  expect(squares.length).toBeGreaterThan(2 * represented);
  await page.context().close();
});
