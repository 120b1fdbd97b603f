import type { Browser, Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../support/page.ts';
import { visitHero, type Hero, type HeroVisit } from '../support/page-hero.ts';

let browser: Browser;
beforeAll(async () => (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

const SHORT = '?v=1&hero.starts=2&hero.steps=400';

/** The hero at rest with everything that it offers then. */
async function atRest(query = SHORT, options: Parameters<typeof visitHero>[2] = {}): Promise<HeroVisit> {
  const visited = await visitHero(browser, query, { reducedMotion: 'reduce', ...options });
  await visited.hero.waitForStatus('done');
  await visited.hero
    .button(/^Edit by hand$|^Compare with/)
    .first()
    .waitFor();
  return visited;
}

const arrow = (hero: Hero, i: number): Locator => hero.figure.getByRole('slider', { name: `Arrow ${i}`, exact: true });
const heightOf = (hero: Hero): Promise<number> =>
  hero.figure.evaluate((figure) => figure.getBoundingClientRect().height);

async function middleOf(mark: Locator): Promise<{ x: number; y: number }> {
  const box = await mark.locator('.reach').boundingBox();
  if (!box) throw new Error('not drawn');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Presses Tab until something of this name has the focus. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not reach it');
}

describe('an arrow in the hand', () => {
  test('is dragged by its tip, the page stands still, Escape and one click lead back', async () => {
    const { page, hero, complaints } = await atRest();
    await hero.plane.scrollIntoViewIfNeeded();
    const height = await heightOf(hero);
    const before = await hero.sentence.innerText();
    const { x, y } = await middleOf(arrow(hero, 3));
    const plane = await hero.plane.boundingBox();
    if (!plane) throw new Error('not drawn');
    // A third of the way to the origin, and aside.
    const to = { x: x + (plane.x + plane.width / 2 - x) / 3 + 8, y: y + (plane.y + plane.height / 2 - y) / 3 - 8 };
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await expect.poll(() => hero.sentence.innerText()).toMatch(/^Set by hand, at/);
    const now = await middleOf(arrow(hero, 3));
    expect(Math.hypot(now.x - to.x, now.y - to.y)).toBeLessThan(1.5);
    await page.keyboard.press('Escape');
    expect(await hero.sentence.innerText()).toBe(before);
    await page.mouse.up();
    expect(await hero.sentence.innerText()).toBe(before);

    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 3 });
    await page.mouse.up();
    expect(await heightOf(hero)).toBe(height);
    expect(await hero.attribute('status')).toBe('done');
    await hero.button('Back to the trained model').click();
    expect(await hero.sentence.innerText()).toBe(before);
    expect(await heightOf(hero)).toBe(height);
    expect(complaints).toEqual([]);
  });

  test('that is only clicked stays where it is, and so do a lesson and the focus', async () => {
    const { page, hero } = await atRest();
    await hero.button('Step').click();
    await expect.poll(() => hero.step()).toBe(1);
    await hero.plane.scrollIntoViewIfNeeded();
    const before = await hero.sentence.innerText();
    const { x, y } = await middleOf(arrow(hero, 3));
    await page.mouse.click(x, y);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 1, y);
    await page.mouse.up();
    expect(await hero.sentence.innerText()).toBe(before);
    expect(await hero.step()).toBe(1);
    expect(await hero.button('Edit by hand').count()).toBe(1);
    expect(await arrow(hero, 3).evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('stays where it is when a finger scrolls over it, and follows the finger once editing is switched on', async () => {
    const { page, hero } = await atRest(SHORT, {
      viewport: { width: 320, height: 640 },
      hasTouch: true,
      isMobile: true,
    });
    const session = await page.context().newCDPSession(page);
    const drag = async (): Promise<void> => {
      await hero.plane.scrollIntoViewIfNeeded();
      const { x, y } = await middleOf(arrow(hero, 2));
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', dy: number): Promise<unknown> =>
        session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y: y + dy }] });
      await touch('touchStart', 0);
      for (let k = 1; k <= 6; k++) await touch('touchMove', 8 * k);
      await touch('touchEnd', 0);
    };
    await drag();
    expect(await hero.sentence.innerText()).toMatch(/^At/);
    await hero.button('Edit by hand').tap();
    await drag();
    expect(await hero.sentence.innerText()).toMatch(/^Set by hand/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});

describe('the keyboard alone', () => {
  test('turns an arrow, types a number, lets the model learn on and goes back', async () => {
    const { page, hero } = await atRest();
    await tabTo(page, hero.button('Edit by hand'));
    await page.keyboard.press('Enter');
    await expect.poll(() => arrow(hero, 1).evaluate((element) => element === document.activeElement)).toBe(true);
    const handle = arrow(hero, 4);
    await tabTo(page, handle);
    const values = async (): Promise<number[]> =>
      ((await handle.getAttribute('aria-valuetext')) ?? '').match(/[\d.]+/g)?.map(Number) ?? [];
    const [length, angle] = await values();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowUp');
    const [longer, turned] = await values();
    expect((angle - turned + 360) % 360).toBeCloseTo(2, 0);
    expect(longer - length).toBeCloseTo(0.1, 2);
    await page.keyboard.press('Escape');
    expect(await values()).toEqual([length, angle]);

    await page.keyboard.press('Enter');
    const card = hero.figure.getByRole('group', { name: 'Feature 4, set by hand' });
    const field = card.getByRole('textbox', { name: 'length' });
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type('long');
    await page.keyboard.press('Tab');
    expect(await card.getByRole('status').innerText()).toMatch(/“long” is not a number/);
    expect(Number(await field.inputValue())).toBeCloseTo(length, 2);
    expect(await hero.sentence.innerText()).toMatch(/^At S/);
    await field.fill('0.7');
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'detached' });
    expect(await values()).toEqual([length, angle]);
    expect(await hero.sentence.innerText()).toMatch(/^At S/);

    await page.keyboard.press('Enter');
    await field.fill('0.5');
    await page.keyboard.press('Enter');
    await card.waitFor({ state: 'detached' });
    expect((await values())[0]).toBe(0.5);

    const learn = hero.button('Let it learn from here');
    await learn.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => hero.sentence.innerText()).toMatch(/^After \d+ steps? from weights set by hand/);
    const focused = (): Promise<string | undefined> => page.evaluate(() => document.activeElement?.textContent?.trim());
    await expect.poll(focused).toBe('Back to your edit');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Back to the trained model');
    await page.keyboard.press('Enter');
    await expect.poll(() => hero.sentence.innerText()).toMatch(/^At S/);
    expect(await focused()).toBe('Edit by hand');
  });

  test('opens a row of the table with Enter, and its fields have the focus', async () => {
    const { page, hero } = await atRest();
    await hero.figure.getByRole('option').nth(1).focus();
    await page.keyboard.press('Enter');
    const bias = hero.figure.getByRole('textbox', { name: 'bias' });
    await bias.fill('0,25');
    await bias.press('Enter');
    expect(await hero.figure.getByRole('option').nth(1).getAttribute('aria-label')).toContain('0.25');
    expect(
      await hero.figure
        .getByRole('option')
        .nth(1)
        .evaluate((row) => row === document.activeElement),
    ).toBe(true);
  });

  test('keeps the focus on the button that plays and pauses', async () => {
    const { page, hero } = await atRest('?v=1&hero.starts=2&hero.steps=20000');
    const play = hero.button('Watch it learn').last();
    await play.focus();
    await page.keyboard.press('Enter');
    await hero.waitForStatus('training');
    await page.keyboard.press('Enter');
    await hero.waitForStatus('paused');
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Go on');
  });
});

describe('what was set by hand', () => {
  test('is not in the link, which says so; it is downloaded while it is on screen', async () => {
    const { page, hero } = await atRest();
    const link = await hero.copiedLink();
    const trained = await hero.downloadedText();
    const address = page.url();
    await hero.figure.getByRole('option').first().click();
    await hero.figure.getByRole('textbox', { name: 'length' }).fill('0.2');
    await page.keyboard.press('Enter');
    const { steps, models } = await hero.downloaded();
    expect([steps, models.length]).toEqual([0, 1]);
    expect(models[0].norms[0]).toBeCloseTo(0.2, 3);
    expect(await hero.copiedLink()).toBe(link);
    expect(await hero.figure.locator('#hero-link').innerText()).toContain('What is set by hand is not in the link');
    expect(page.url()).toBe(address);
    await hero.button('Back to the trained model').click();
    expect(await hero.downloadedText()).toBe(trained);
  });
});

describe('a lesson that has run', () => {
  test('is gone through with one cursor, by keys, without the page moving', async () => {
    const { page, hero } = await atRest();
    const height = await heightOf(hero);
    await hero.figure.getByRole('radio', { name: 'max' }).check({ force: true });
    await hero.button('Watch it learn').last().click();
    // Its few frames may pass between two looks at the status.
    await hero.sentence.filter({ hasText: /^After 400 steps/ }).waitFor();
    await hero.waitForStatus('done');
    expect(await heightOf(hero)).toBe(height);
    const cursor = hero.figure.getByRole('slider', { name: 'Step of the run' });
    await cursor.focus();
    await page.keyboard.press('Home');
    await expect.poll(() => hero.step()).toBe(0);
    expect(await hero.sentence.innerText()).toMatch(/^Before the first step/);
    await page.keyboard.press('PageUp');
    expect(await hero.step()).toBeGreaterThan(0);
    await page.keyboard.press('End');
    await expect.poll(() => hero.step()).toBe(400);
    expect(await heightOf(hero)).toBe(height);

    await hero.button('Over time').click();
    const run = hero.figure.getByRole('region', { name: 'The run over time' });
    const moment = run.getByRole('button').first();
    await moment.click();
    const step = Number((await moment.innerText()).match(/\d+/)?.[0]);
    await expect.poll(() => hero.step()).toBe(step);
  });
});

describe('three hidden dimensions', () => {
  test('are drawn as a space that turns, and a feature is set by its coordinates', async () => {
    const { page, hero, complaints } = await atRest(`${SHORT}&hero.n=6&hero.m=3`);
    expect(await hero.plane.locator('path').count()).toBeGreaterThan(6);
    await hero.figure.getByRole('option').first().click();
    const card = hero.figure.getByRole('group', { name: 'Feature 1, set by hand' });
    expect(await card.getByRole('textbox').count()).toBe(4);
    await card.getByRole('textbox').first().fill('0.9');
    await page.keyboard.press('Enter');
    expect(await hero.sentence.innerText()).toMatch(/^Set by hand/);
    expect(complaints).toEqual([]);
  });
});
