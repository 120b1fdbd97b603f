import type { Browser, Locator } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../support/page.ts';
import { visitHero, type Hero, type HeroVisit } from '../support/page-hero.ts';

let browser: Browser;
beforeAll(async () => (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

const PHONE = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };
const LAPTOP = { viewport: { width: 1280, height: 720 } };

/** The hero at rest with everything that it offers then. */
async function atRest(options: Parameters<typeof visitHero>[2], steps = 20_000): Promise<HeroVisit> {
  const visited = await visitHero(browser, `?v=1&hero.starts=2&hero.steps=${steps}`, {
    reducedMotion: 'reduce',
    ...options,
  });
  await visited.hero.settled('0.90');
  await visited.hero
    .button(/^Compare with/)
    .first()
    .waitFor();
  return visited;
}

const inView = (element: Locator): Promise<boolean> =>
  element.evaluate((target) => {
    const { top, bottom } = target.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });

/** Where the page stands once so many frames have been drawn. */
const scrolledTo = (hero: Hero, frames = 20): Promise<number> =>
  hero.page.evaluate(async (count) => {
    for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame);
    return scrollY;
  }, frames);

describe('watching it learn on a phone', () => {
  test('leaves the page where it is, whether the button is pressed or the slider held', async () => {
    const { hero } = await atRest(PHONE);
    const play = hero.button('Watch it learn').first();
    await play.evaluate((button) => button.scrollIntoView({ block: 'center' }));
    const before = await scrolledTo(hero);
    await hero.slider.dispatchEvent('touchstart');
    expect(await scrolledTo(hero)).toBe(before);
    await hero.slider.dispatchEvent('touchend');
    expect(await scrolledTo(hero)).toBe(before);
    await play.tap();
    await hero.waitForStatus('training');
    await expect.poll(() => hero.step()).toBeGreaterThan(3);
    expect(await scrolledTo(hero)).toBe(before);
    expect(await inView(hero.plane)).toBe(true);
  });

  test('moves nothing below the sentence while the run goes on', async () => {
    const { hero } = await atRest(PHONE, 2000);
    const heights = await hero.sentence.evaluateHandle((sentence) => {
      const seen = new Set<number>();
      const look = (): void => {
        seen.add(Math.round(sentence.getBoundingClientRect().height));
        requestAnimationFrame(look);
      };
      look();
      return seen;
    });
    await hero.figure.getByRole('radio', { name: '10', exact: true }).check({ force: true });
    await hero.button('Watch it learn').first().tap();
    await hero.waitForStatus('training');
    // Two hundred frames, also of a machine that draws five a second.
    await hero.waitForStatus('done', 50_000);
    expect(await heights.evaluate((seen) => [...seen])).toHaveLength(1);
  }, 100_000);
});

describe('watching it learn on a low screen', () => {
  test('brings the picture and the table into view', async () => {
    const { hero } = await atRest(LAPTOP);
    const play = hero.button('Watch it learn').last();
    await play.evaluate((button) => button.scrollIntoView({ block: 'center' }));
    expect(await inView(hero.plane)).toBe(false);
    await play.click();
    await hero.waitForStatus('training');
    await expect.poll(() => inView(hero.plane)).toBe(true);
    await expect.poll(() => inView(hero.figure.getByRole('listbox'))).toBe(true);
  });
});

describe('the model beside it', () => {
  test.each([
    { screen: 'a phone', options: PHONE, compare: 'Compare', hide: 'Hide linear' },
    {
      screen: 'a low screen',
      options: LAPTOP,
      compare: 'Compare with the linear model',
      hide: 'Hide the linear model',
    },
  ])('can be asked for beside the run, on $screen, and is seen', async ({ options, compare, hide }) => {
    const { hero } = await atRest(options, 400);
    const height = await hero.figure.evaluate((figure) => figure.getBoundingClientRect().height);
    await hero.button('Step').click();
    await hero.button('Over time').waitFor();
    expect(await hero.figure.evaluate((figure) => figure.getBoundingClientRect().height)).toBe(height);
    await hero.button('Reset').click();
    await hero.plane.scrollIntoViewIfNeeded();
    await hero.button(compare).click();
    const twin = hero.figure.getByRole('region', { name: /^The linear model/ });
    await expect.poll(() => inView(twin.getByRole('img'))).toBe(true);
    await hero.button(hide).click();
    await hero.button('Over time').click();
    const run = hero.figure.getByRole('region', { name: 'The run over time' });
    await expect.poll(() => inView(run.getByRole('slider'))).toBe(true);
  });
});
