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

describe('a figure that is covered until it has been predicted', () => {
  test('shows, says and offers nothing of what it found, and all of it when it is revealed', async () => {
    const { page, hero, complaints } = await visitHero(browser, `${SHORT}&predict=hero`);
    await page.locator('#hero[data-status=done]').waitFor();
    const cover = hero.figure.getByRole('region', { name: 'Covered until you reveal it' });
    await cover.waitFor();
    for (const each of [hero.sentence, hero.slider, hero.button('Download'), hero.button('Details')])
      expect(await each.isVisible()).toBe(false);
    expect(await hero.figure.getByRole('img').count()).toBe(0);
    expect(await hero.figure.ariaSnapshot()).not.toMatch(/pentagon|kept,/);

    await cover.getByRole('radio', { name: '3', exact: true }).check();
    await cover.getByRole('button', { name: 'Reveal' }).press('Enter');
    expect(await hero.sentence.isVisible()).toBe(true);
    expect(await hero.plane.isVisible()).toBe(true);
    const verdict = hero.figure.getByRole('region', { name: 'Revealed' });
    await expect.poll(() => verdict.innerText()).toContain('You guessed 3; here it is 5.');
    expect(await verdict.evaluate((each) => each === document.activeElement)).toBe(true);

    await verdict.getByRole('button', { name: 'Cover again' }).click();
    expect(await hero.sentence.isVisible()).toBe(false);
    expect(complaints).toEqual([]);
  });

  test('is covered and asked about anew at another setting, and a guess is held against no other', async () => {
    const { page, hero, complaints } = await visitHero(browser, `${SHORT}&present=1&predict=hero&hero.S=0`);
    await page.getByRole('complementary', { name: 'Presenter keys' }).waitFor();
    await page.locator('#hero[data-status=done]').waitFor();
    const cover = hero.figure.getByRole('region', { name: 'Covered until you reveal it' });
    const revealed = hero.figure.getByRole('region', { name: 'Revealed' });
    expect(await cover.locator('dl').innerText()).toContain('0.00 (density 1.00)');
    await cover.getByRole('radio', { name: '2', exact: true }).check();
    await page.keyboard.press('r');
    await expect.poll(() => revealed.innerText()).toContain('You guessed 2, and so it is.');
    await page.keyboard.press('ArrowRight');
    await cover.waitFor();
    expect(await hero.sentence.isVisible()).toBe(false);
    expect(await cover.locator('dl').innerText()).not.toContain('(density 1.00)');
    expect(await cover.getByRole('radio', { checked: true }).count()).toBe(0);

    // A hand on the slider sees on.
    await page.keyboard.press('r');
    await hero.slider.focus();
    await page.keyboard.press('End');
    await hero.settled('0.968');
    await expect.poll(() => revealed.innerText()).toMatch(/^The answer here is \d\./);
    expect(complaints).toEqual([]);
  });

  test('is covered before its scripts have come', async () => {
    const { page, hero } = await visitHero(browser, `${SHORT}&predict=hero`, {
      prepare: (page) => page.route(/\.js$/, (route) => route.abort()),
    });
    await page.locator('#hero').waitFor();
    expect(await hero.sentence.isVisible()).toBe(false);
  });

  test('is a link that the link panel gives', async () => {
    const { hero } = await visitHero(browser, SHORT);
    await hero.settled('0.90');
    await hero.button('Link').click();
    await hero.figure.getByRole('checkbox', { name: /^covered until/ }).check();
    const alone = hero.figure.getByRole('textbox', { name: 'This figure alone' });
    expect(await alone.inputValue()).toBe(
      `${site}?v=1&embed=hero&predict=hero&hero.starts=2&hero.steps=400&hero.engine=wasm#hero`,
    );
    await hero.figure.getByRole('checkbox', { name: 'editing by hand' }).check();
    expect(await alone.inputValue()).toContain('&hide=edit&');
  });
});

describe('presenter keys', () => {
  test('do nothing unless they are asked for', async () => {
    const { page, hero } = await visitHero(browser, SHORT);
    await hero.settled('0.90');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('h');
    expect(await hero.field.inputValue()).toBe('0.90');
    expect(await hero.slider.isVisible()).toBe(true);
  });

  test('go from stop to stop, hide the controls, reveal, and leave typing alone', async () => {
    const { page, hero, complaints } = await visitHero(browser, `${SHORT}&present=1&predict=hero`);
    await page.getByRole('complementary', { name: 'Presenter keys' }).waitFor();
    await page.locator('#hero[data-status=done]').waitFor();
    await hero.figure.getByRole('region', { name: 'Covered until you reveal it' }).waitFor();
    await page.keyboard.press('r');
    await hero.sentence.waitFor();
    await page.locator('body').click({ position: { x: 5, y: 5 } });
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('r');
    await hero.settled('0.9[23]5?');
    await page.keyboard.press('PageUp');
    await page.keyboard.press('r');
    await hero.settled('0.90');

    await page.keyboard.press('h');
    expect(await hero.slider.isVisible()).toBe(false);
    expect(await hero.plane.isVisible()).toBe(true);
    await page.keyboard.press('h');

    await hero.field.focus();
    await page.keyboard.press('h');
    expect(await hero.slider.isVisible()).toBe(true);
    await hero.field.press('Escape');

    await page.getByRole('button', { name: 'End presenter keys' }).click();
    await page.keyboard.press('h');
    expect(await hero.slider.isVisible()).toBe(true);
    await page.waitForURL((url) => !url.searchParams.has('present'));
    expect(complaints).toEqual([]);
  });

  test('are switched on in the link panel, and the address says so', async () => {
    const { page, hero } = await visitHero(browser, SHORT);
    await hero.settled('0.90');
    await hero.button('Link').click();
    await hero.figure.getByRole('checkbox', { name: /^presenter keys/ }).check();
    await page.getByRole('complementary', { name: 'Presenter keys' }).waitFor();
    await page.waitForURL(/[?&]present=1/);
  });
});
