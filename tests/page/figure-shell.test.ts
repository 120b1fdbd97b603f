import type { Browser } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from '../support/page.ts';
import { visitHero } from '../support/page-hero.ts';

const site = inject('site');
let browser: Browser;
beforeAll(async () => (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

const SHORT = '?v=1&hero.starts=2&hero.steps=400&hero.engine=wasm';

describe('the height of a figure', () => {
  test.each([1280, 820, 400, 320])('stays what it is while settings change, at %i px', async (width) => {
    const { hero } = await visitHero(browser, SHORT, { viewport: { width, height: 800 }, reducedMotion: 'reduce' });
    await hero.settled('0.90');
    const row = hero.figure.locator('.hands [role=group]');
    // What the row brings when its code has come has room already, whenever it comes.
    expect((await row.boundingBox())?.height).toBe(44);
    const heights = new Set<number>();
    for (const S of ['0.00', '0.50', '0.76', '0.80', '0.96']) {
      await hero.field.fill(S);
      await hero.field.press('Enter');
      await hero.settled(S === '0.00' ? '0(.00)?' : S);
      heights.add(await hero.figure.evaluate((figure) => Math.round(figure.getBoundingClientRect().height)));
    }
    expect([...heights]).toHaveLength(1);
  });

  test.each([320, 510, 640, 680, 720, 760, 800, 819, 821, 900, 1280])(
    'is there before its code: nothing below it moves when it comes to life, at %i px',
    async (width) => {
      const code = Promise.withResolvers<undefined>();
      const { page, hero } = await visitHero(browser, SHORT, {
        viewport: { width, height: 900 },
        prepare: (page) => page.route('**/Hero.island-*.js', (route) => code.promise.then(() => route.continue())),
      });
      const feet = (): Promise<number[]> =>
        page.evaluate(() => {
          const below = document.querySelector('#what-is-learned');
          const foot = document.querySelector('#hero')?.getBoundingClientRect().bottom;
          return [foot, below?.getBoundingClientRect().top].map((y) => Math.round((y ?? NaN) + scrollY));
        });
      await page.evaluate(() => document.fonts.ready);
      const before = await feet();
      expect(await hero.attribute('status')).toBe('still');
      code.resolve(undefined);
      await hero.settled('0.90');
      expect(await feet()).toEqual(before);
    },
  );
});

describe('the link panel', () => {
  test('gives the figure alone, and as a frame, without the controls that are ticked', async () => {
    const { page, hero } = await visitHero(browser, SHORT);
    await hero.settled('0.90');
    await hero.button('Link').click();
    const alone = hero.figure.getByRole('textbox', { name: 'This figure alone' });
    const query = 'hero.starts=2&hero.steps=400&hero.engine=wasm#hero';
    expect(await alone.inputValue()).toBe(`${site}?v=1&embed=hero&${query}`);
    await hero.figure.getByRole('checkbox', { name: 'seed' }).check();
    await hero.figure.getByRole('checkbox', { name: 'slider' }).check();
    expect(await alone.inputValue()).toBe(`${site}?v=1&embed=hero&hide=seed,S&${query}`);
    expect(await hero.copiedLink()).toBe(`${site}?v=1&${query}`);

    // The code is read as a browser reads it.
    const code = await hero.figure.getByRole('textbox', { name: 'iframe' }).inputValue();
    const frame = await page.evaluate((html) => {
      const found = new DOMParser().parseFromString(html, 'text/html').querySelector('iframe');
      return { src: found?.getAttribute('src'), title: found?.title, height: Number(found?.height) };
    }, code);
    expect(frame.src).toBe(await alone.inputValue());
    expect(frame.title).toMatch(/^Figure 1\. .*, live$/);
    expect(frame.height).toBeGreaterThan(700);
  });

  test('keeps what the embedding page has set up, and the foot leads to the whole article', async () => {
    const { hero } = await visitHero(browser, `${SHORT}&embed=hero&hide=seed`);
    await hero.settled('0.90');
    expect(await hero.copiedLink()).toContain('?v=1&embed=hero&hide=seed&');
    const article = hero.figure.getByRole('link', { name: 'open the article' });
    expect(await article.getAttribute('href')).toBe(`${site}?v=1&hero.starts=2&hero.steps=400&hero.engine=wasm#hero`);
  });
});

describe('the panel', () => {
  test.each(['Link', 'Download', 'Details'])('of %s is named by its button while it is open', async (name) => {
    const { hero } = await visitHero(browser, SHORT);
    await hero.settled('0.90');
    const button = hero.button(name);
    expect(await button.getAttribute('aria-controls')).toBeNull();
    await button.click();
    await expect.poll(() => button.getAttribute('aria-expanded')).toBe('true');
    await hero.figure.locator(`[id="${await button.getAttribute('aria-controls')}"]`).waitFor();
    await button.click();
    await expect.poll(() => button.getAttribute('aria-controls')).toBeNull();
  });
});

describe('a link that is edited', () => {
  test('changes the theme where it asks for one', async () => {
    const { page, hero } = await visitHero(browser, SHORT, { colorScheme: 'light' });
    await hero.settled('0.90');
    await page.evaluate((query) => {
      history.replaceState(null, '', `${query}&theme=dark`);
      location.hash = 'hero';
    }, SHORT);
    await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('dark');
  });
});

describe('the way back to the text', () => {
  test('appears when a word has sent the reader away, and leads back to it', async () => {
    const { page, hero } = await visitHero(browser, SHORT, {
      viewport: { width: 1280, height: 500 },
      reducedMotion: 'reduce',
    });
    await hero.settled('0.90');
    const back = hero.button('Back to the text');
    const words = page.locator('[data-set="hero"]');
    const word = words.last();
    await page.evaluate(() => {
      const words = document.querySelectorAll('[data-set="hero"]');
      words[words.length - 1].scrollIntoView({ block: 'end', behavior: 'instant' });
    });
    expect(await back.count()).toBe(0);
    await word.press('Enter');
    await back.click();
    await expect.poll(() => word.evaluate((each) => each === document.activeElement)).toBe(true);
    await expect.poll(() => back.count()).toBe(0);

    await word.press('Enter');
    await back.waitFor();
    await word.evaluate((each) => each.scrollIntoView({ behavior: 'instant' }));
    await back.waitFor({ state: 'detached' });
  });
});

describe('on a phone', () => {
  const PHONE = { viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' } as const;

  test('the picture stays in sight while the slider is held, and no longer', async () => {
    const { hero } = await visitHero(browser, SHORT, PHONE);
    await hero.settled('0.90');
    const position = (): Promise<string> =>
      hero.figure.locator('.views > .picture').evaluate((picture) => getComputedStyle(picture).position);
    expect(await position()).toBe('static');
    await hero.slider.dispatchEvent('touchstart');
    expect(await position()).toBe('sticky');
    await hero.slider.dispatchEvent('touchend');
    expect(await position()).toBe('static');
  });

  test('the first action stands right under the slider, before the sentence', async () => {
    const { hero } = await visitHero(browser, SHORT, PHONE);
    await hero.settled('0.90');
    const [slider, play, sentence] = await Promise.all(
      [hero.slider, hero.button('Watch it learn'), hero.sentence].map((each) => each.boundingBox()),
    );
    expect(play?.y).toBeGreaterThan(slider?.y ?? Infinity);
    expect(play?.y).toBeLessThan(sentence?.y ?? 0);
  });

  test('the pages are a menu, and no word of the bar is cut', async () => {
    const { page } = await visitHero(browser, SHORT, { ...PHONE, viewport: { width: 320, height: 640 } });
    const other = page.getByRole('link', { name: 'Reproduction', exact: true });
    expect(await other.isVisible()).toBe(false);
    await page.getByRole('button', { name: /, all pages$/ }).click();
    await other.click();
    await page.waitForURL(/reproduction\.html$/);
  });
});

test('the details of several figures are landmarks of their own names', async () => {
  const { page, hero } = await visitHero(browser, `${SHORT}&basic.steps=10&basic.starts=1`);
  await hero.openDetails();
  const basic = page.locator('#basic');
  await basic.scrollIntoViewIfNeeded();
  await page.locator('#basic[data-status=done]').waitFor();
  await basic.locator('.take').getByRole('button', { name: 'Details' }).click();
  await basic.getByRole('region', { name: 'Details of figure 4' }).waitFor();
  expect(await page.getByRole('region', { name: 'Details of figure 1', exact: true }).count()).toBe(1);
});
