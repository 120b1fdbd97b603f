import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser, openDetails, visit } from '../support/page.ts';

let browser: Browser;
beforeAll(async () => (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

/** Few starts and densities, so that the run is through at once. */
const SMALL =
  'v=1&perturbed.engine=wasm&perturbed.steps=600&correlated.engine=wasm&correlated.starts=6&correlated.steps=600&correlated.p=0.05,0.4';
type Id = 'perturbed' | 'correlated';

interface Figure {
  readonly page: Page;
  readonly figure: Locator;
  readonly sentence: Locator;
  readonly complaints: readonly string[];
  done(): Promise<void>;
}

async function open(id: Id, query = SMALL, options: BrowserContextOptions = {}): Promise<Figure> {
  const { page, complaints } = await visit(browser, `${inject('site')}geometry.html?${query}`, options);
  const figure = page.locator(`#${id}`);
  await figure.scrollIntoViewIfNeeded();
  const done = (): Promise<void> => page.locator(`#${id}[data-status=done]`).waitFor({ timeout: 50_000 });
  return { page, figure, sentence: figure.locator('.now'), complaints, done };
}

describe('figure perturbed', () => {
  test('keeps five features, crowded, and shows the pairs that lost beside them', async () => {
    const { figure, sentence, done, complaints } = await open('perturbed');
    await done();
    expect(await sentence.innerText()).toMatch(
      /^Feature 1 comes 0\.3 times .* all five features are kept, and its neighbours have moved in to 65\.\d°/,
    );
    expect(await figure.getByText('The one that lost: two opposite pairs').count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  test('leaves the odd feature out when the slider makes it rare enough, and writes the ratio into the address', async () => {
    const { page, figure, sentence, done } = await open('perturbed');
    await done();
    const slider = figure.getByRole('slider', { name: /^Density of feature 1, relative/ });
    await slider.focus();
    for (let k = 0; k < 2; k++) await page.keyboard.press('PageDown');
    await expect.poll(() => sentence.innerText()).toMatch(/it is left out, .* two opposite pairs/);
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/times as often as the others$/);
    await expect.poll(() => Number(new URL(page.url()).searchParams.get('perturbed.ratio'))).toBeLessThan(0.25);
    await page.keyboard.press('Delete');
    await expect.poll(() => sentence.innerText()).toMatch(/all five features are kept/);
  });

  test('computes the curves of another density, and trains the dots on them when asked', async () => {
    const { figure, done } = await open('perturbed', `${SMALL}&perturbed.S=0.9&perturbed.starts=4&perturbed.steps=200`);
    await done();
    // The pill over the crossing, at density .1.
    await expect.poll(() => figure.locator('.odd svg').first().textContent(), { timeout: 20_000 }).toContain('0.43');
    const dots = await figure.locator('circle.model').count();
    await figure.getByRole('button', { name: 'Train every ratio' }).click();
    await expect
      .poll(() => figure.locator('circle.model').count(), { timeout: 20_000 })
      .toBeGreaterThanOrEqual(dots + 15);
  });
});

describe('figure correlated', () => {
  test('puts features that come together at right angles, and those that exclude each other opposite', async () => {
    const { page, figure, sentence, done, complaints } = await open('correlated');
    await done();
    expect(await sentence.innerText()).toMatch(/^At density 0\.05 .* features that come together are at right angles/);
    await figure.getByRole('radio', { name: 'two anticorrelated pairs' }).check();
    await expect.poll(() => sentence.innerText(), { timeout: 20_000 }).toMatch(/exclude each other are opposite/);
    await expect.poll(() => new URL(page.url()).searchParams.get('correlated.kind')).toBe('anticorrelated');
    expect(complaints).toEqual([]);
  });

  test('counts the pairs that have collapsed at the density that is pressed', async () => {
    const { figure, sentence, done } = await open('correlated', `${SMALL}&correlated.n=6&correlated.sets=3`);
    await done();
    await figure.getByRole('button', { name: /^0\.4/ }).click();
    await expect.poll(() => sentence.innerText()).toMatch(/^At density 0\.4 .* collapsed/);
    expect(await figure.getByText('PCA', { exact: true }).count()).toBe(1);
  });

  test('takes a setting and a density from a word in the text', async () => {
    const { page, sentence, done } = await open('correlated', 'v=1&correlated.engine=wasm&correlated.starts=2');
    await done();
    await page.locator('#collapse').getByRole('button', { name: 'density 0.6' }).click();
    await expect.poll(() => sentence.innerText(), { timeout: 20_000 }).toMatch(/^At density 0\.6 .* collapsed/);
  });
});

describe('the sections', () => {
  test.each([
    ['light', 'perturbed'],
    ['dark', 'correlated'],
  ] as const)('pass axe in the %s theme, with the details of %s', async (colorScheme, detailed) => {
    const { page, done } = await open('perturbed', SMALL, { colorScheme });
    await done();
    await page.locator('#correlated').scrollIntoViewIfNeeded();
    await page.locator('#correlated[data-status=done]').waitFor();
    await openDetails(page.locator(`#${detailed}`));
    await page.locator(`#${detailed} table`).last().waitFor();
    const { violations } = await new AxeBuilder({ page })
      .include('#perturbed')
      .include('#correlated')
      .include('#collapse')
      .analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0].html])).toEqual([]);
  });

  test('fit a screen of 320 px', async () => {
    const { page, figure, done } = await open('perturbed', SMALL, { viewport: { width: 320, height: 640 } });
    await done();
    await openDetails(figure);
    await page.locator('#correlated').scrollIntoViewIfNeeded();
    await page.locator('#correlated[data-status=done]').waitFor();
    await openDetails(page.locator('#correlated'));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  test('are stills of trained models without scripts', async () => {
    const { page } = await open('perturbed', 'v=1', { javaScriptEnabled: false });
    for (const id of ['perturbed', 'correlated']) {
      expect(await page.locator(`#${id}`).getAttribute('data-status')).toBe('still');
      expect(await page.locator(`#${id} svg path`).count()).toBeGreaterThan(5);
    }
    expect(await page.locator('#perturbed .now').innerText()).toMatch(/all five features are kept/);
    expect(await page.locator('#correlated .now').innerText()).toMatch(/at right angles/);
  });
});
