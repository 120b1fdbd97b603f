import type { Browser } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../support/page.ts';
import { visitHero, type HeroVisit } from '../support/page-hero.ts';

let browser: Browser;
beforeAll(async () => (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

const SHORT = '?v=1&hero.starts=2&hero.steps=400';

/** The hero at rest with what it offers then. */
async function atRest(query = SHORT): Promise<HeroVisit> {
  const visited = await visitHero(browser, query, { reducedMotion: 'reduce' });
  await visited.hero.waitForStatus('done');
  await visited.hero
    .button(/^Edit by hand$|^Compare with/)
    .first()
    .waitFor();
  return visited;
}

describe('the linear model beside it', () => {
  test('follows the slider, and every byte of the run stays as it was', async () => {
    const { page, hero, complaints } = await atRest();
    const before = await hero.downloadedText();
    await hero.button('Compare with the linear model').click();
    const twin = hero.figure.getByRole('region', { name: /^The linear model/ });
    await expect.poll(() => twin.innerText()).toMatch(/Two of the five features are kept, at right angles/);
    expect(await hero.downloadedText()).toBe(before);
    expect(await hero.attribute('status')).toBe('done');
    await hero.slider.press('Home');
    await hero.settled('0(.00)?');
    await expect.poll(() => twin.getByRole('img').getAttribute('aria-label')).toContain('S = 0.00');
    await hero.button('Hide the linear model').click();
    await twin.waitFor({ state: 'detached' });
    await hero.slider.press('Delete');
    await hero.settled('0.90');
    // Trained again: the same to the byte, but for the time that it took.
    const untimed = (text: string): string => text.replace(/"seconds": .*/, '');
    expect(untimed(await hero.downloadedText())).toBe(untimed(before));
    expect(page.url()).not.toContain('compare');
    expect(complaints).toEqual([]);
  });

  test('gives no ratio of losses of different data while a lesson goes on at other settings', async () => {
    const { hero } = await atRest('?v=1&hero.starts=2&hero.steps=20000');
    await hero.button('Compare with the linear model').click();
    const twin = hero.figure.getByRole('region', { name: /^The linear model/ });
    await expect.poll(() => twin.innerText()).toMatch(/times that of the ReLU model/);
    await hero.button('Watch it learn').last().click();
    await hero.sentence.filter({ hasText: /^After \d+ step/ }).waitFor();
    await hero.slider.press('Home');
    await expect.poll(() => hero.figure.innerText()).toMatch(/Weights carried over/);
    expect(await twin.innerText()).toMatch(/It trains once these settings have been trained/);
    expect(await twin.innerText()).not.toMatch(/times|reading nothing/);
  });

  test('and editing can be left out by the link', async () => {
    const { hero } = await visitHero(browser, `${SHORT}&hide=edit,compare`);
    await hero.waitForStatus('done');
    await hero.figure.locator('.hands [role=group]').waitFor({ state: 'attached' });
    expect(await hero.button(/^Edit by hand$|^Compare with/).count()).toBe(0);
    expect(await hero.figure.getByRole('slider', { name: 'Arrow 1', exact: true }).count()).toBe(0);
  });
});
