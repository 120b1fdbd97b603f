import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/page.ts';
import { visitHero, type HeroVisit } from '../support/page-hero.ts';

let browser: Browser;
let visited: HeroVisit;
beforeAll(async () => {
  browser = await openBrowser();
  visited = await visitHero(browser, '?v=1&hero.S=2&hero.starts=2&hero.steps=400', { reducedMotion: 'reduce' });
  await visited.hero.waitForStatus('done');
  await visited.hero.openDetails();
});
afterAll(() => browser.close());

test.each([
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
  { width: 320, colorScheme: 'light' },
  { width: 320, colorScheme: 'dark' },
] as const)(
  'the live figure with Details open and a notice has no fault that axe finds: $width px, $colorScheme',
  async ({ width, colorScheme }) => {
    const { page, hero } = visited;
    await expect.poll(() => hero.notices.count()).toBe(1);
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    const { violations, passes } = await new AxeBuilder({ page }).include('#hero').analyze();
    const faults = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
    expect(faults).toEqual([]);
    expect(passes.length).toBeGreaterThan(10);
  },
);

test('a screen reader is told what the picture shows once it has come to rest, and not before', async () => {
  const { hero } = visited;
  const live = hero.figure.locator('[aria-live=polite]').first();
  await hero.slider.press('Home');
  await hero.settled('0(.00)?');
  await expect
    .poll(() => live.innerText())
    .toMatch(/^At S = 0(\.00)? \(density 1(\.00)?\) two of the five features are kept/);
  // On the way there an early look at the run may have stood long enough to be told of, too.
  await expect.poll(async () => (await live.innerText()) === (await hero.plane.getAttribute('aria-label'))).toBe(true);
});
