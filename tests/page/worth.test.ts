import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser, visit } from '../support/page.ts';

let browser: Browser;
beforeAll(async () => (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

async function open(options: BrowserContextOptions = {}) {
  const { page, complaints } = await visit(browser, `${inject('site')}index.html`, options);
  const figure = page.locator('#worth');
  await figure.scrollIntoViewIfNeeded();
  const arrow = (feature: number) => figure.getByRole('slider', { name: `Arrow of feature ${feature}`, exact: true });
  // Alive once a preset answers: until then the browser ticks it and nothing hears of it.
  const choose = (name: string) => figure.getByRole('radio', { name }).check({ force: true });
  const answers = async (): Promise<string> => {
    await choose('triangle');
    await choose('two at right angles');
    return figure.locator('.now').innerText();
  };
  await expect.poll(answers, { timeout: 20_000 }).toContain('the two arrows');
  return { page, figure, arrow, complaints, sentence: () => figure.locator('.now').innerText() };
}

describe('figure worth', () => {
  test('answers while an arrow is dragged out of the middle, and to keys', async () => {
    const { page, figure, arrow, complaints, sentence } = await open();
    const handle = await arrow(3).locator('.ring').boundingBox();
    if (!handle) throw new Error('no handle');
    const [x, y] = [handle.x + handle.width / 2, handle.y + handle.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 80, y + 40, { steps: 4 });
    await page.mouse.up();
    await expect.poll(sentence).toContain('the three arrows');
    expect(await arrow(3).getAttribute('aria-valuetext')).toMatch(/^length 0\.\d+, 24\d° clockwise/);

    await arrow(3).focus();
    await page.keyboard.press('Delete');
    await expect.poll(sentence).toContain('the two arrows');
    expect(await figure.getByRole('img').getAttribute('aria-label')).toContain('Together 2.00 and 2.00.');
    expect(complaints).toEqual([]);
  });

  test('has nothing that the accessibility checker minds, and fits a phone', async () => {
    const { page } = await open({ viewport: { width: 320, height: 800 } });
    const { violations } = await new AxeBuilder({ page }).include('#worth').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});
