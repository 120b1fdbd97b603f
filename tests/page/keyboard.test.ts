import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../support/page.ts';
import { visitHero, type Hero } from '../support/page-hero.ts';

let browser: Browser;
let page: Page;
let hero: Hero;
beforeAll(async () => {
  browser = await openBrowser();
  ({ page, hero } = await visitHero(browser, '?v=1&hero.starts=2&hero.steps=1000', { reducedMotion: 'reduce' }));
  await hero.settled('0.90');
});
afterAll(() => browser.close());

interface Stop {
  readonly name: string;
  /** Whether an outline is drawn round it, or round the label that stands for it. */
  readonly outlined: boolean;
}

/** What has the focus now. */
function focused(): Promise<Stop> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return { name: 'nothing', outlined: false };
    const label = element.closest('label') ?? (element as HTMLInputElement).labels?.[0];
    const spoken = element.getAttribute('aria-label') ?? (element as HTMLInputElement).labels?.[0]?.innerText;
    const outlined = [element, label].some((each) => {
      const style = each && getComputedStyle(each);
      return style && style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
    });
    return { name: (spoken ?? element.innerText).replace(/\s+/g, ' ').trim(), outlined };
  });
}

/** Everything that Tab reaches, from the page's start to the end of the figure's last row. */
async function tabStops(): Promise<Stop[]> {
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    scrollTo({ top: 0, behavior: 'instant' });
  });
  const stops: Stop[] = [];
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    stops.push(await focused());
    if (stops.at(-1)?.name === 'Details') break;
  }
  return stops;
}

async function looksDifferent(element: Locator, change: () => Promise<unknown>): Promise<boolean> {
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  if (!box) throw new Error('nothing to look at');
  const clip = { x: box.x - 10, y: box.y - 10, width: box.width + 20, height: box.height + 20 };
  const before = await page.screenshot({ clip });
  await change();
  return !before.equals(await page.screenshot({ clip }));
}

const valueText = (): Promise<string | null> => hero.slider.getAttribute('aria-valuetext');

describe('the keyboard', () => {
  test('reaches everything up to Details by Tab, and shows where it is', async () => {
    const stops = await tabStops();
    const names = stops.map(({ name }) => name);
    const wanted: RegExp[] = [
      /^Skip to the text/,
      /^Superposition$/,
      /theme/,
      /two opposite pairs/,
      /^feature 1/i,
      /^Sparsity/,
      /^Sparsity S$/,
      /^Watch it learn$/,
      /^Step$/,
      /^Reset$/,
      /^New seed$/,
      /^Seed$/,
      /^(1|10|100|max)$/,
      /^Link$/,
      /^Download$/,
      /^Details$/,
    ];
    for (const name of wanted)
      expect(
        names.some((each) => name.test(each)),
        `${String(name)} in ${names.join(' | ')}`,
      ).toBe(true);
    expect(names.indexOf('Watch it learn')).toBeGreaterThan(names.indexOf('Sparsity S'));
    // The slider and the table's rows are drawn with a mark of their own: tested by sight below.
    const drawn = /^(Sparsity S|feature \d.*)$/i;
    expect(stops.filter(({ name, outlined }) => !outlined && !drawn.test(name)).map(({ name }) => name)).toEqual([]);
  });

  test('sees the slider and a row of the table change when they have the focus', async () => {
    await page.keyboard.press('Tab');
    expect(await looksDifferent(hero.slider, () => hero.slider.focus())).toBe(true);
    const row = hero.figure.getByRole('option').first();
    expect(await looksDifferent(hero.figure.getByRole('listbox'), () => row.focus())).toBe(true);
  });

  test('moves the slider: arrows a step, page keys a stop and up is up, Home and End to the ends, Delete back', async () => {
    await hero.slider.focus();
    expect(await valueText()).toBe('sparsity 0.90, density 0.10');
    await page.keyboard.press('PageUp');
    expect(await valueText()).toBe('sparsity 0.925, density 0.075');
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    expect(await valueText()).toBe('sparsity 0.87, density 0.13');
    const position = async (): Promise<number> => Number(await hero.slider.inputValue());
    const here = await position();
    await page.keyboard.press('ArrowRight');
    expect(await position()).toBe(here + 1);
    await page.keyboard.press('ArrowUp');
    expect(await position()).toBe(here + 2);
    await page.keyboard.press('ArrowLeft');
    expect(await position()).toBe(here + 1);
    await page.keyboard.press('End');
    expect(await valueText()).toMatch(/^sparsity 0\.968/);
    await page.keyboard.press('Home');
    expect(await valueText()).toBe('sparsity 0.00, density 1.00');
    await page.keyboard.press('Delete');
    expect(await valueText()).toBe('sparsity 0.90, density 0.10');
    await hero.settled('0.90');
  });

  test('types a sparsity into the number field; what is no sparsity is put back', async () => {
    await hero.field.focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(',75');
    await page.keyboard.press('Enter');
    await hero.settled('0.75');
    await hero.field.fill('rare');
    await page.keyboard.press('Enter');
    expect(await hero.field.inputValue()).toBe('0.75');
    await hero.slider.press('Delete');
  });

  test('sets the figure with Enter on a word of the text', async () => {
    await page.getByRole('button', { name: 'two opposite pairs' }).focus();
    await page.keyboard.press('Enter');
    await hero.settled('0.76');
    expect(await hero.sentence.innerText()).toContain('as two opposite pairs');
    await hero.slider.press('Delete');
    await hero.settled('0.90');
  });

  test('goes through the rows of the table, one tab stop, and the row that has the focus is lit', async () => {
    const rows = hero.figure.getByRole('option');
    await rows.first().focus();
    const lit = (): Promise<(string | null)[]> =>
      rows.evaluateAll((each) => each.map((row) => row.getAttribute('aria-selected')));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await lit()).toEqual(['false', 'false', 'true', 'false', 'false']);
    expect((await focused()).name).toMatch(/^Feature 3/i);
    await page.keyboard.press('End');
    expect(await lit()).toEqual(['false', 'false', 'false', 'false', 'true']);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Home');
    expect(await lit()).toEqual(['true', 'false', 'false', 'false', 'false']);
    await page.keyboard.press('Tab');
    expect((await focused()).name).not.toMatch(/^Feature/i);
    expect(await lit()).toEqual(['false', 'false', 'false', 'false', 'false']);
  });

  test('opens Details with Enter and goes on into it', async () => {
    await hero.button('Details').focus();
    await page.keyboard.press('Enter');
    await hero.figure.getByRole('region', { name: 'Details of figure 1' }).waitFor();
    await page.keyboard.press('Tab');
    expect(
      await page.evaluate(() => document.activeElement?.closest('[aria-label="Details of figure 1"]') !== null),
    ).toBe(true);
    await hero.button('Details').press('Enter');
    await hero.figure.getByRole('region', { name: 'Details of figure 1' }).waitFor({ state: 'hidden' });
  });
});
