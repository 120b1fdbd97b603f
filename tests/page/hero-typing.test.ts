import type { Browser, Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../support/page.ts';
import { visitHero, type Hero, type HeroVisit } from '../support/page-hero.ts';

let browser: Browser;
beforeAll(async () => (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

const SHORT = '?v=1&hero.starts=2&hero.steps=400&hero.engine=wasm';

const row = (hero: Hero, i: number): Locator => hero.figure.getByRole('option').nth(i - 1);
const card = (hero: Hero, i: number): Locator =>
  hero.figure.getByRole('group', { name: `Feature ${i}, set by hand`, exact: true });
/** What has the focus, as its label reads. */
const focused = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    const { activeElement } = document;
    return (activeElement instanceof HTMLInputElement && activeElement.labels?.[0].textContent?.trim()) || undefined;
  });
const valuesOf = (hero: Hero, i: number): Promise<string[]> =>
  card(hero, i)
    .getByRole('textbox')
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));

/** The numbers of a feature, opened with Enter on its row. */
async function opened(i: number, query = SHORT): Promise<HeroVisit> {
  const visited = await visitHero(browser, query, { reducedMotion: 'reduce' });
  await visited.hero.waitForStatus('done');
  await visited.hero.button('Edit by hand').waitFor();
  await open(visited, i);
  return visited;
}

async function open({ page, hero }: HeroVisit, i: number): Promise<void> {
  await row(hero, i).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toMatch(/^length|^W on h1$/);
}

describe('the numbers of a feature', () => {
  test('are gone through with Tab, and the focus stays where an arrow key changes a number', async () => {
    const { page, hero, complaints } = await opened(3);
    await page.keyboard.type('1.3');
    await page.keyboard.press('Tab');
    await expect.poll(() => valuesOf(hero, 3)).toContain('1.300');
    expect(await focused(page)).toMatch(/^angle/);
    await page.keyboard.type('100');
    await page.keyboard.press('Tab');
    await expect.poll(() => valuesOf(hero, 3)).toContain('100');
    expect(await focused(page)).toBe('bias');
    const [, , bias] = await valuesOf(hero, 3);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    const raised = (Number(bias.replace('−', '-')) + 0.02).toFixed(3).replace('-', '−');
    await expect.poll(() => valuesOf(hero, 3)).toEqual(['1.300', '100', raised]);
    expect(await focused(page)).toBe('bias');
    await page.keyboard.press('Shift+Tab');
    expect(await focused(page)).toMatch(/^angle/);
    expect(complaints).toEqual([]);
  });

  test('are taken at a click elsewhere in the card, which has the focus then', async () => {
    const { page, hero } = await opened(3);
    await page.keyboard.type('1.3');
    await card(hero, 3).getByRole('textbox', { name: 'bias' }).click();
    await expect.poll(() => valuesOf(hero, 3)).toContain('1.300');
    expect(await focused(page)).toBe('bias');
  });

  test('are what they were before the card was opened after Escape, however many were changed', async () => {
    const visited = await opened(3);
    const { page, hero } = visited;
    const before = await valuesOf(hero, 3);
    const sentence = await hero.sentence.innerText();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Tab');
    await page.keyboard.type('100');
    await page.keyboard.press('Tab');
    await hero.sentence.filter({ hasText: /^Set by hand/ }).waitFor();
    await page.keyboard.press('Escape');
    await card(hero, 3).waitFor({ state: 'detached' });
    expect(await hero.sentence.innerText()).toBe(sentence);
    await open(visited, 3);
    expect(await valuesOf(hero, 3)).toEqual(before);
  });
});

describe('while a lesson plays', () => {
  async function playing(): Promise<HeroVisit> {
    // Long enough that it does not end before the card is open.
    const visited = await visitHero(browser, '?v=1&hero.starts=1&hero.steps=10000&hero.batch=64&hero.engine=wasm', {
      reducedMotion: 'reduce',
    });
    await visited.hero.waitForStatus('done');
    await visited.hero.button('Edit by hand').waitFor();
    await visited.hero.button('Watch it learn').last().click();
    await expect.poll(() => visited.hero.step()).toBeGreaterThan(3);
    return visited;
  }

  test('the opened card makes it wait, takes what is typed, and learning goes on from there', async () => {
    const visited = await playing();
    const { page, hero } = visited;
    await open(visited, 1);
    await hero.waitForStatus('paused');
    await page.keyboard.type('0.4');
    await page.keyboard.press('Enter');
    await hero.sentence.filter({ hasText: /^Set by hand/ }).waitFor();
    expect(await row(hero, 1).getAttribute('aria-label')).toContain('0.40');
    await hero.button('Let it learn from here').click();
    await hero.sentence.filter({ hasText: /^After \d+ steps? from weights set by hand/ }).waitFor();
  });

  test('it goes on where nothing was typed', async () => {
    const visited = await playing();
    const { page, hero } = visited;
    await open(visited, 1);
    await hero.waitForStatus('paused');
    const step = await hero.step();
    await page.keyboard.press('Escape');
    await expect.poll(() => hero.step()).toBeGreaterThan(step);
    expect(await hero.sentence.innerText()).toMatch(/^After/);
  });
});
