import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser, visit } from '../support/page.ts';

const url = `${inject('site')}reproduction.html`;
let browser: Browser;
beforeAll(async () => (browser = await openBrowser()));
afterAll(() => browser.close());

/** Tables with formulas, powers of ten and several values to a claim. */
const TABLES = ['universities', 'McGrath', 'E10'].map((experiment) => `table:has([id^="${experiment}."])`);

const faults = async (page: Page): Promise<string[]> => {
  const { violations } = await TABLES.reduce((axe, table) => axe.include(table), new AxeBuilder({ page })).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
};

describe.each([1280, 961])('the tables of claims at %d px', (width) => {
  test('have each value exactly under its heading, and what it is for left of the paper’s', async () => {
    const { page } = await visit(browser, url, { viewport: { width, height: 900 } });
    const misplaced = await page.evaluate(() =>
      [...document.querySelectorAll('table')].flatMap((table) => {
        const left = (cell: Element): number => Math.round(cell.getBoundingClientRect().left);
        const heads = new Map([...table.querySelectorAll('thead th')].map((th) => [th.textContent.trim(), left(th)]));
        const cells = [...table.querySelectorAll<HTMLElement>('td[data-label], th.key')];
        return cells
          .filter((cell) => left(cell) !== heads.get(cell.dataset.label ?? 'For'))
          .map((cell) => cell.innerText);
      }),
    );
    expect(misplaced).toEqual([]);
    expect(await page.locator('th.key').count()).toBeGreaterThan(100);
    await page.context().close();
  });

  test('keep the lines of a claim together, with all that is said of it before the next', async () => {
    const { page } = await visit(browser, url, { viewport: { width, height: 900 } });
    const apart = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('tbody.keyed')].flatMap((claim) => {
        const bottom = claim.getBoundingClientRect().bottom;
        const spilt = [...claim.querySelectorAll('.statement, .id')].some(
          (part) => part.getBoundingClientRect().bottom > bottom,
        );
        // Three lines of text, the most that what a value is for takes.
        const loose = [...claim.querySelectorAll('tr:not(:last-child)')].some((row) => row.clientHeight > 3 * 19 + 12);
        return spilt || loose ? [claim.id] : [];
      }),
    );
    expect(apart).toEqual([]);
    await page.context().close();
  });
});

test.each([
  { width: 1280, colorScheme: 'light' },
  { width: 320, colorScheme: 'dark' },
] as const)('axe finds no fault in it: $width px, $colorScheme', async ({ width, colorScheme }) => {
  const { page } = await visit(browser, url, {
    viewport: { width, height: 900 },
    colorScheme,
    reducedMotion: 'reduce',
  });
  expect(await faults(page)).toEqual([]);
  await page.context().close();
});

test('on a phone each value is labelled and stands right of what it is for, or below it', async () => {
  const { page } = await visit(browser, url, { viewport: { width: 320, height: 700 } });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  const astray = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLTableSectionElement>('tbody.keyed')].flatMap((claim) =>
      [...claim.rows].flatMap((row, k) => {
        const key = row.querySelector('.key');
        if (!key) return [`${claim.id}: no key`];
        const of = key.getBoundingClientRect();
        const values = [...row.querySelectorAll('.value')].filter((cell) => cell.checkVisibility());
        const labelled = values.every((cell) => getComputedStyle(cell, '::before').display !== 'none');
        const placed = values.every((cell) => {
          const { left, top, bottom } = cell.getBoundingClientRect();
          return top >= of.bottom || (left >= of.right && top < of.bottom && bottom > of.top);
        });
        return placed && (labelled || k > 0) ? [] : [`${claim.id}: ${key.textContent}`];
      }),
    ),
  );
  expect(astray).toEqual([]);
  await page.context().close();
});
