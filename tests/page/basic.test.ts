import type { Browser } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../support/page.ts';
import { visitBasic, type BasicVisit } from '../support/page-basic.ts';

let browser: Browser;
beforeAll(async () => (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

/** For what does not depend on how good the models are. */
const SHORT = 'v=1&basic.starts=2&basic.steps=300&basic.engine=wasm&basic.batch=256';

const open = (query: string, width?: number): Promise<BasicVisit> => visitBasic(browser, query, width);

describe('figure basic', () => {
  test('costs the reader of the first screen nothing, and comes to life when it is near', async () => {
    const { page, requests, done, complaints } = await open(SHORT);
    await page.locator('#hero[data-status=done]').waitFor();
    const asked = (): boolean => requests.some((url) => /Basic\.island/.test(url));
    expect(asked()).toBe(false);
    await done();
    expect(asked()).toBe(true);
    expect(complaints).toEqual([]);
  });

  test('finds the paper’s story: five alone, then pairs, at last no one alone', async () => {
    const { figure, model, done } = await open('v=1&basic.engine=wasm');
    await done();
    await expect
      .poll(() => model('In the linear model').getAttribute('aria-label'))
      .toMatch(/five of the twenty .*each with/);
    await expect
      .poll(() => model('At density 0.3').getAttribute('aria-label'))
      .toMatch(/seven of the twenty .*three with/);
    for (const density of ['0.03', '0.01', '0.003', '0.001'])
      expect(await model(`At density ${density} `).getAttribute('aria-label')).toContain('all of them sharing');
    expect(await figure.locator('p.now').innerText()).toMatch(/^At density 0\.1 \(S = 0\.9\) (eight|nine|ten) of/);
  });

  test('shows the model that is clicked, large, and writes it into the address', async () => {
    const { page, figure, model, done } = await open(SHORT);
    await done();
    await model('At density 0.01 ').click();
    await expect.poll(() => figure.locator('p.now').innerText()).toMatch(/^At density 0\.01 \(S = 0\.99\)/);
    await expect.poll(() => new URL(page.url()).searchParams.get('basic.S')).toBe('0.99');
    expect(await model('At density 0.01 ').getAttribute('aria-checked')).toBe('true');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => figure.locator('p.now').innerText()).toMatch(/^At density 0\.003/);
    await model('In the linear model').press('Enter');
    await expect.poll(() => figure.locator('p.now').innerText()).toMatch(/^In the linear model/);
  });

  test('lights one feature in every panel and in the table', async () => {
    const { page, figure, model, done } = await open(SHORT);
    await done();
    await model('At density 0.1 ')
      .locator('svg')
      .hover({ position: { x: 20, y: 33 } });
    // Above and below the row, in matrix and bars.
    await expect.poll(() => figure.locator('rect.veil').count()).toBe(8 * 4);
    expect(await figure.getByRole('option', { selected: true }).getAttribute('aria-label')).toMatch(/^Feature 6,/);
    await page.mouse.move(5, 5);
    await expect.poll(() => figure.locator('rect.veil').count()).toBe(0);
  });

  test('draws the enlarged WᵀW with square cells, as rows with numbers on a desk and alone on a phone', async () => {
    const desk = await open(SHORT, 1280);
    await desk.done();
    const [cell] = await desk.figure
      .locator('.enlarged .table rect')
      .evaluateAll((cells) => cells.slice(0, 1).map((each) => each.getBoundingClientRect()));
    expect(cell.width / cell.height).toBeCloseTo(1, 1);
    const phone = await open(SHORT, 320);
    await phone.done();
    expect(await phone.figure.locator('.enlarged .table').count()).toBe(0);
    const matrix = await phone.figure.locator('.enlarged rect.zero').first().boundingBox();
    expect(matrix?.width).toBeGreaterThan(240);
    expect(matrix?.width).toBeCloseTo(matrix?.height ?? 0, 0);
  });

  test('has one choice beside its slider; all other settings stand in Details', async () => {
    const { figure, done } = await open(SHORT);
    await done();
    expect(await figure.locator('.views').getByRole('slider').count()).toBe(1);
    expect(await figure.locator('.views').getByRole('textbox').count()).toBe(0);
    await figure.getByRole('button', { name: 'Details' }).click();
    await figure.getByRole('slider', { name: 'features n' }).waitFor();
    await figure.getByRole('slider', { name: 'importance decay' }).waitFor();
  });

  test('trains a model between the strip’s when the slider stops there', async () => {
    const { figure, done } = await open(SHORT);
    await done();
    const slider = figure.getByRole('slider', { name: 'Density of the enlarged model' });
    await slider.press('PageUp');
    await expect.poll(() => figure.locator('p.now').innerText()).toMatch(/^At density 0\.0316 /);
    expect(await figure.locator('.strip').getByRole('radio', { checked: true }).count()).toBe(0);
    await slider.press('Delete');
    await expect.poll(() => figure.locator('p.now').innerText()).toMatch(/^At density 0\.1 /);
  });

  test('draws eighty features in twenty dimensions while they learn, says how far it is, and stops when told to', async () => {
    // So many starts that no machine is through before it is told to stop.
    const { page, figure } = await open(SHORT.replace('starts=2', 'starts=32'));
    await figure.scrollIntoViewIfNeeded();
    await page.locator('#basic:not([data-status=still])').waitFor();
    await figure.getByRole('radio', { name: '80 in 20' }).check();
    await expect.poll(() => figure.locator('canvas').count()).toBe(9);
    expect(Number(await figure.getByRole('progressbar').getAttribute('value'))).toBeLessThan(100);
    await figure.getByRole('button', { name: 'Stop' }).click();
    await expect.poll(() => figure.getAttribute('data-status')).toBe('paused');
    expect(await figure.getByRole('button', { name: 'Go on' }).count()).toBe(1);
    expect(await figure.locator('canvas').count()).toBe(9);
  });

  test.each([1280, 800, 320])('fits a screen of %i px', async (width) => {
    const { page, done } = await open(SHORT, width);
    await done();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });

  test('gives the same weights from the same link', async () => {
    const weights = async (): Promise<string[]> => {
      const { figure, done } = await open(`${SHORT}&basic.n=8&basic.m=3&basic.p=1,0.1`);
      await done();
      return figure.locator('.strip path').evaluateAll((paths) => paths.map((path) => path.getAttribute('d') ?? ''));
    };
    const first = await weights();
    expect(first.length).toBeGreaterThan(5);
    expect(await weights()).toEqual(first);
  });
});
