import type { Browser, Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser, visit } from '../support/page.ts';

/** What a reader sees whose system sets the colours of paper and text. */
let browser: Browser;
beforeAll(async () => (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

async function open(path: string, colorScheme: 'light' | 'dark'): Promise<Page> {
  const { page } = await visit(browser, `${inject('site')}${path}`, { forcedColors: 'active', colorScheme });
  return page;
}

/** The distinct colours that are really on the screen, "r,g,b", the rarest left out. */
async function colorsOn(target: Locator): Promise<string[]> {
  await target.scrollIntoViewIfNeeded();
  const png = (await target.screenshot()).toString('base64');
  return target.page().evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(image, 0, 0);
    const pixels = context.getImageData(0, 0, image.width, image.height).data;
    const counts = new Map<string, number>();
    for (let at = 0; at < pixels.length; at += 4) {
      const color = pixels.slice(at, at + 3).join();
      counts.set(color, (counts.get(color) ?? 0) + 1);
    }
    const least = pixels.length / 4 / 500;
    return [...counts].filter(([, count]) => count >= least).map(([color]) => color);
  }, png);
}

describe.each(['light', 'dark'] as const)('with colours forced by a %s system', (colorScheme) => {
  test('a trained map keeps its colours, region by region', async () => {
    const page = await open('phase-change.html?v=1&phase.cells=12&phase.starts=4&phase.engine=wasm', colorScheme);
    await page.locator('#phase[data-status=done]').waitFor({ timeout: 50_000 });
    const canvas = page.locator('#phase canvas').first();
    const colors = await canvas.evaluate((element: HTMLCanvasElement) => {
      const { width, height } = element;
      const pixels = element.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
      return new Set(Array.from({ length: width * height }, (_, k) => pixels.slice(4 * k, 4 * k + 3).join())).size;
    });
    expect(colors).toBeGreaterThan(20);
    expect((await colorsOn(canvas)).length).toBeGreaterThan(20);
  });

  test('bars and swatches are filled, and sliders are to be seen', async () => {
    const page = await open('index.html?v=1', colorScheme);
    await page.locator('#probe').scrollIntoViewIfNeeded();
    await page.locator('#probe[data-status=done]').waitFor();
    const bar = page.locator('#probe .bar').first();
    expect((await colorsOn(bar)).length).toBeGreaterThanOrEqual(3);
    expect((await colorsOn(page.locator('#probe .rarity input[type=range]'))).length).toBeGreaterThanOrEqual(2);
  });

  test('a chosen theme leaves marks the colours that are read on the system’s paper', async () => {
    const fillOf = async (path: string): Promise<string> => {
      const page = await open(path, colorScheme);
      await page.locator('#hero:not([data-status=still])').waitFor();
      // Found and read at once: what is drawn may be drawn anew in between.
      return page.evaluate(() => {
        const text = document.querySelector('#hero svg text');
        return text ? getComputedStyle(text).fill : '';
      });
    };
    const other = colorScheme === 'light' ? 'dark' : 'light';
    const fill = await fillOf('index.html');
    expect(fill).not.toBe('');
    expect(await fillOf(`index.html?theme=${other}`)).toBe(fill);
  });
});
