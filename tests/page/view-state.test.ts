import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../support/page.ts';
import { visitHero } from '../support/page-hero.ts';
import { drawingOf, recordAttribute, recordDrawings } from '../support/page-record.ts';
import { stopTime } from '../support/page-time.ts';

let browser: Browser;
beforeAll(async () => (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

const SHORT = '?v=1&hero.starts=3&hero.steps=1000';

/** How light the page's ground and its text are, 0 … 1, as they are painted. */
async function lightness(page: Page): Promise<{ ground: number; text: number }> {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const painted = (color: string): number => {
      if (!canvas) return NaN;
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
      return (red + green + blue) / (3 * 255);
    };
    const grounds = [document.body, document.documentElement].map(
      (element) => getComputedStyle(element).backgroundColor,
    );
    const ground = grounds.find((color) => color !== 'rgba(0, 0, 0, 0)') ?? 'white';
    return { ground: painted(ground), text: painted(getComputedStyle(document.body).color) };
  });
}

describe('the look of the page', () => {
  test.each([
    { system: 'light', theme: '', dark: false },
    { system: 'dark', theme: '', dark: true },
    { system: 'light', theme: '&theme=dark', dark: true },
    { system: 'dark', theme: '&theme=light', dark: false },
  ] as const)('with a $system system and "$theme" in the link is dark: $dark', async ({ system, theme, dark }) => {
    const { page } = await visitHero(browser, `${SHORT}${theme}`, { colorScheme: system });
    const { ground, text } = await lightness(page);
    if (dark) expect(ground).toBeLessThan(0.2);
    else expect(ground).toBeGreaterThan(0.9);
    expect(Math.abs(ground - text)).toBeGreaterThan(0.6);
  });
});

describe('what is only looked at', () => {
  test('never touches the run: theme, hover, Details and another start leave every byte as it was', async () => {
    const { page, hero, complaints } = await visitHero(browser, SHORT);
    await hero.settled('0.90');
    const before = await hero.downloadedText();
    const step = await hero.step();
    const drawn = await drawingOf(hero.plane);
    const statuses = await recordAttribute(hero.figure, 'data-status');
    const address = page.url();
    await page.clock.install();

    await page.getByRole('button', { name: /theme/ }).click();
    expect((await lightness(page)).ground).toBeLessThan(0.2);
    await hero.plane.hover();
    await hero.figure.getByRole('option').nth(2).hover();
    await hero.openDetails();
    const start = hero.figure.getByRole('button', { name: /^start \d/ });
    await start.nth(1).click();
    await expect.poll(() => drawingOf(hero.plane)).not.toBe(drawn);
    await start.nth(0).click();
    await expect.poll(() => drawingOf(hero.plane)).toBe(drawn);
    await page.getByRole('button', { name: /theme/ }).click();

    expect(await hero.downloadedText()).toBe(before);
    expect(await hero.step()).toBe(step);
    expect(await statuses()).toEqual(['done']);
    // What is written into the address waits a moment.
    await page.clock.runFor(1000);
    expect(await page.evaluate(() => location.href)).toBe(address);
    expect(complaints).toEqual([]);
  });
});

describe('motion', () => {
  const animations = (page: Page): Promise<number> =>
    page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length);

  test('takes the arrows from one trained picture to the next through pictures between', async () => {
    const { page, hero } = await visitHero(browser, SHORT, { reducedMotion: 'no-preference' });
    await hero.settled('0.90');
    await stopTime(page);
    const drawings = [await drawingOf(hero.plane)];
    await hero.slider.press('Home');
    await hero.settled('0(.00)?');
    expect(await drawingOf(hero.plane)).toBe(drawings[0]);
    for (const ms of [60, 60, 60, 60, 1000]) {
      await page.clock.runFor(ms);
      drawings.push(await drawingOf(hero.plane));
    }
    expect(new Set(drawings).size).toBe(6);
    await page.clock.runFor(1000);
    expect(await drawingOf(hero.plane)).toBe(drawings[5]);
  });

  test('that is unwelcome is left out: pictures jump, nothing pulses', async () => {
    const { page, hero } = await visitHero(browser, SHORT, { reducedMotion: 'reduce' });
    await hero.settled('0.90');
    const running = [await animations(page)];
    const drawing = await recordDrawings(hero.plane);
    await hero.slider.press('Home');
    running.push(await animations(page));
    await hero.settled('0(.00)?');
    running.push(await animations(page));
    await expect.poll(async () => (await drawing()).length).toBeGreaterThanOrEqual(2);
    // What was there, the early look at the run, its end.
    expect((await drawing()).length).toBeLessThanOrEqual(3);
    expect(running).toEqual([0, 0, 0]);
  });

  test('draws the eye to the slider once, and not once it has been moved', async () => {
    const { hero } = await visitHero(browser, '', { reducedMotion: 'no-preference' });
    await hero.waitForStatus('done');
    const pulses = (): Promise<number> =>
      hero.slider.evaluate(
        (slider) =>
          document.getAnimations().filter(({ effect }) => {
            const target = effect instanceof KeyframeEffect ? effect.target : null;
            return target !== null && slider.parentElement?.contains(target);
          }).length,
      );
    await expect.poll(pulses).toBe(1);
    await hero.slider.press('ArrowLeft');
    await expect.poll(pulses).toBe(0);
  });
});
