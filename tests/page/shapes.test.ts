import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser, visit } from '../support/page.ts';

let browser: Browser;
beforeAll(async () => (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

const PICTURES = { polytopes: 2, removed: 2, repulsion: 3 } as const;

async function open(
  id: keyof typeof PICTURES,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: readonly string[] }> {
  const { page, complaints } = await visit(browser, `${inject('site')}geometry.html`, options);
  await page.locator(`#${id}`).scrollIntoViewIfNeeded();
  // The server drew every picture at both widths; alive, there is one. What is pressed before that is not heard.
  if (options.javaScriptEnabled !== false)
    await expect.poll(() => page.locator(`#${id} svg[role=img]`).count(), { timeout: 20_000 }).toBe(PICTURES[id]);
  return { page, complaints };
}
const sentence = (page: Page, id: string): Promise<string> => page.locator(`#${id} .now`).innerText();

describe('the shapes', () => {
  test('turn by arrow keys, come home, and turn by dragging', async () => {
    const { page, complaints } = await open('polytopes');
    const arrows = (): Promise<string[]> =>
      page.locator('#polytopes .arrow .edge').evaluateAll((paths) => paths.map((path) => path.getAttribute('d') ?? ''));
    const range = page.locator('#polytopes').getByRole('slider', { name: 'Turn to the right' });
    // The server drew both widths; alive, there is one.
    await expect.poll(async () => (await arrows()).length).toBe(5);
    const first = (await arrows()).sort();
    await range.focus();
    await expect
      .poll(async () => {
        await page.keyboard.press('ArrowRight');
        return (await arrows()).sort().join() !== first.join();
      })
      .toBe(true);
    await page.keyboard.press('Home');
    await expect.poll(async () => (await arrows()).sort()).toEqual(first);
    const box = await page.locator('#polytopes svg').first().boundingBox();
    if (!box) throw new Error('no picture');
    await page.mouse.move(box.x + 150, box.y + 150);
    await page.mouse.down();
    await page.mouse.move(box.x + 220, box.y + 170, { steps: 4 });
    await page.mouse.up();
    await expect.poll(async () => (await arrows()).sort()).not.toEqual(first);
    expect(complaints).toEqual([]);
  });

  test('are chosen beside the picture and by words in the text', async () => {
    const { page } = await open('polytopes');
    await expect
      .poll(async () => {
        await page.getByRole('radio', { name: 'octahedron' }).click();
        return sentence(page, 'polytopes');
      })
      .toMatch(/^An octahedron is three digons/);
    await page.getByRole('button', { name: 'slightly flatter' }).click();
    await expect.poll(() => sentence(page, 'polytopes')).toMatch(/does not fill its space/);
  });

  test('are made by taking directions out, entry by entry', async () => {
    const { page } = await open('removed');
    await expect
      .poll(async () => {
        await page.getByRole('radio', { name: 'square' }).last().click();
        return sentence(page, 'removed');
      })
      .toMatch(/leave two opposite pairs/);
    await page.getByRole('button', { name: 'remove one' }).click();
    await page.getByRole('button', { name: 'Vector 1, direction 1: 1.' }).click();
    await expect.poll(() => sentence(page, 'removed')).toMatch(/^\(−1, 0, 1, 0\) taken out/);
    await page.keyboard.press('0');
    await expect.poll(() => sentence(page, 'removed')).toMatch(/^\(0, 0, 1, 0\) taken out/);
    await page.getByRole('radio', { name: 'triangle', exact: true }).last().click();
    await page.getByRole('button', { name: 'add a direction' }).click();
    await expect.poll(() => sentence(page, 'removed')).toMatch(/^\(1, 1, 1\) and \(1, 1, −1\) taken out .* leave/);
  });

  test('come about when points settle: untouched they have, and scattered they do at a press, at once where no motion is wanted', async () => {
    const { page } = await open('repulsion', { reducedMotion: 'reduce' });
    // At rest before anything is touched.
    expect(await sentence(page, 'repulsion')).toMatch(/five points on a sphere do not interfere: .* above their least/);
    const action = page.locator('#repulsion .actions button');
    await expect
      .poll(async () => {
        await page.getByRole('radio', { name: 'electrons' }).click();
        return sentence(page, 'repulsion');
      })
      .toMatch(/as electrons they are settled/);
    await action.click();
    await expect.poll(() => sentence(page, 'repulsion')).toMatch(/interfere by .* above their least/);
    // The button of one word after the other keeps the focus.
    expect(await action.innerText()).toBe('Settle');
    await page.keyboard.press('Enter');
    await expect.poll(() => sentence(page, 'repulsion')).toMatch(/as electrons they are settled/);
    expect(await action.innerText()).toBe('Scatter again');
    // A point that the keys move away from where it has settled is above the least again.
    await page.getByRole('radio', { name: 'circle' }).click();
    await expect.poll(() => sentence(page, 'repulsion')).toMatch(/on a circle .* settled/);
    await page.getByRole('slider', { name: 'Point 1 around the circle' }).focus();
    for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowRight');
    await expect.poll(() => sentence(page, 'repulsion')).toMatch(/above their least/);
  });

  test.each(['light', 'dark'] as const)('pass axe in the %s theme', async (colorScheme) => {
    const { page } = await open('repulsion', { colorScheme });
    const { violations } = await new AxeBuilder({ page }).include('#shapes').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0].html])).toEqual([]);
  });

  test('fit a screen of 320 px', async () => {
    const { page } = await open('polytopes', { viewport: { width: 320, height: 640 } });
    await page.getByRole('radio', { name: 'square antiprism' }).click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  test('are drawn without scripts', async () => {
    const { page } = await open('polytopes', { javaScriptEnabled: false });
    for (const id of ['polytopes', 'removed', 'repulsion'])
      expect(await page.locator(`#${id} svg line, #${id} svg path`).count()).toBeGreaterThan(3);
  });
});
