import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/page.ts';
import { visitHero, type HeroVisit } from '../support/page-hero.ts';

let browser: Browser;
let visited: HeroVisit;
beforeAll(async () => {
  browser = await openBrowser();
  visited = await visitHero(browser, '', { javaScriptEnabled: false });
});
afterAll(() => browser.close());

test('without JavaScript the hero is a still: five arrows, the table, the sentence of now', async () => {
  const { hero } = visited;
  expect(await hero.attribute('status')).toBe('still');
  expect(await hero.attribute('engine')).toBeNull();
  const box = await hero.plane.boundingBox();
  expect(box?.width).toBeGreaterThan(250);
  expect(box?.height).toBeGreaterThan(250);
  const numbers = await hero.plane.locator('text').allTextContents();
  for (const feature of ['1', '2', '3', '4', '5']) expect(numbers.map((text) => text.trim())).toContain(feature);
  expect(await hero.figure.getByRole('option').filter({ visible: true }).count()).toBe(5);
  expect(await hero.sentence.innerText()).toMatch(
    /At S = 0\.90 \(density 0\.10\)\s+all five features are kept, as a pentagon/,
  );
});

test('without JavaScript the text and its formulas are there, for the eye and for the ear', async () => {
  const { page } = visited;
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Toy models of superposition');
  expect(await page.locator('main p').filter({ visible: true }).count()).toBeGreaterThan(8);
  expect(await page.locator('math').count()).toBeGreaterThanOrEqual(2);
  const glyphs = page.locator('.katex-html').filter({ visible: true });
  expect(await glyphs.count()).toBeGreaterThanOrEqual(2);
  expect(await page.locator('main').innerText()).toContain('ReLU');
});

test('without JavaScript nothing is asked for but the page, its style and its letters', () => {
  const kinds = visited.requests.map((url) => /\.\w+$/.exec(new URL(url).pathname)?.[0] ?? '').filter(Boolean);
  expect(kinds.filter((kind) => !['.css', '.woff2', '.svg'].includes(kind))).toEqual([]);
  expect(visited.complaints).toEqual([]);
});
