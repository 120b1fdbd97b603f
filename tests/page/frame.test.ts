import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser, visit } from '../support/page.ts';
import { passEveryFigure } from '../support/page-islands.ts';

const site = inject('site');
let browser: Browser;
beforeAll(async () => (browser = await openBrowser()));
afterAll(() => browser.close());

const VIEWPORTS = [
  { width: 1280, height: 900 },
  { width: 900, height: 900 },
  { width: 320, height: 640 },
];

describe('the page', () => {
  test('loads from a sub-path without an error, a warning or a request to another host', async () => {
    const visited = await visit(browser, site);
    const { page, complaints, requests } = visited;
    await passEveryFigure(visited);
    await page.waitForLoadState('networkidle');
    expect(complaints).toEqual([]);
    expect(
      requests.filter((url) => !url.startsWith(site) && !url.startsWith('blob:') && !url.startsWith('data:')),
    ).toEqual([]);
    await page.context().close();
  });

  test('shows the whole article and stills of its figures without JavaScript, and says that they are stills', async () => {
    const { page } = await visit(browser, site, { javaScriptEnabled: false });
    expect(await page.locator('h1').innerText()).toContain('Toy models of superposition');
    expect(await page.locator('#hero').getAttribute('data-status')).toBe('still');
    for (const island of await page.locator('[data-island]').all()) expect(await island.innerText()).not.toBe('');
    expect(await page.locator('noscript').innerText()).toMatch(/stills/);
    await page.context().close();
  });

  test.each(VIEWPORTS)('is never wider than a screen of $width px', async (viewport) => {
    const { page } = await visit(browser, site, { viewport });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
    await page.context().close();
  });

  test.each(['light', 'dark'] as const)(
    'has no accessibility fault that axe can find in the %s theme',
    async (colorScheme) => {
      const { page } = await visit(browser, site, { colorScheme, reducedMotion: 'reduce' });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
      ).toEqual([]);
      await page.context().close();
    },
  );

  test('loads its letters from its own faces, and no more than 120 kB of them before any formula', async () => {
    const { page } = await visit(browser, site);
    await page.evaluate(() => document.fonts.ready);
    const faces = await page.evaluate(() =>
      [...document.fonts].filter((face) => face.status === 'loaded').map((face) => face.family.replaceAll('"', '')),
    );
    expect(faces).toEqual(expect.arrayContaining(['STIX Two Text', 'Instrument Sans']));
    const preloaded = await page.evaluate(async () => {
      const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel=preload][as=font]')];
      const sizes = await Promise.all(
        links.map(async (link) => (await (await fetch(link.href)).arrayBuffer()).byteLength),
      );
      return sizes.reduce((sum, size) => sum + size, 0);
    });
    expect(preloaded).toBeGreaterThan(50_000);
    expect(preloaded).toBeLessThan(120_000);
    await page.context().close();
  });
});

describe('the theme', () => {
  const paper = `getComputedStyle(document.documentElement).colorScheme`;

  test('follows the system, then the reader, and remembers the reader', async () => {
    const { page } = await visit(browser, site, { colorScheme: 'light' });
    expect(await page.evaluate(paper)).toBe('light dark');
    await page.getByRole('button', { name: 'Dark theme' }).press('Enter');
    expect(await page.evaluate(paper)).toBe('dark');
    await page.reload();
    expect(await page.evaluate(paper)).toBe('dark');
    await page.getByRole('button', { name: 'Light theme' }).click();
    expect(await page.evaluate(paper)).toBe('light dark');
    await page.context().close();
  });

  test('of a link comes before the reader’s own', async () => {
    const { page } = await visit(browser, `${site}?v=1&theme=dark`, { colorScheme: 'light' });
    expect(await page.evaluate(paper)).toBe('dark');
    await page.context().close();
  });
});

describe('words', () => {
  test('that set a figure say which figure and to what', async () => {
    const { page } = await visit(browser, site);
    const sent = page.evaluate(
      () => new Promise((resolve) => document.addEventListener('figure:set', (e) => resolve(e.detail), { once: true })),
    );
    await page.getByRole('button', { name: 'two opposite pairs' }).click();
    expect(await sent).toEqual({ figure: 'hero', values: { S: 0.76 } });
    await page.context().close();
  });

  test('that show a part say so while they have the focus, and again when they lose it', async () => {
    const { page } = await visit(browser, site);
    await page.evaluate(() => {
      document.addEventListener('figure:show', (e) => {
        document.body.dataset.heard = `${document.body.dataset.heard ?? ''}${e.detail.part}:${e.detail.on};`;
      });
    });
    const word = page.getByRole('button', { name: 'feature 1', exact: true });
    await word.focus();
    await word.blur();
    expect(await page.locator('body').getAttribute('data-heard')).toBe('feature-1:true;feature-1:false;');
    await page.context().close();
  });
});

describe('a citation', () => {
  const card = '#card-elhage2022';

  test('shows its card under the pointer and hides it when the pointer leaves', async () => {
    const { page } = await visit(browser, site);
    await page.locator('main a.cite').first().hover();
    await page.locator(card).waitFor({ state: 'visible' });
    await page.locator('h1').hover();
    await page.locator(card).waitFor({ state: 'hidden' });
    await page.context().close();
  });

  test('shows its card to the keyboard; Escape hides it, Enter goes to the reference', async () => {
    const { page } = await visit(browser, site);
    const link = page.locator('main a.cite').first();
    await page.keyboard.press('Tab');
    await link.focus();
    await page.locator(card).waitFor({ state: 'visible' });
    await page.keyboard.press('Escape');
    await page.locator(card).waitFor({ state: 'hidden' });
    await page.keyboard.press('Enter');
    await page.waitForURL(/#ref-elhage2022$/);
    await page.context().close();
  });

  test('shows its card to a tap, and leads to the reference at the next', async () => {
    const { page } = await visit(browser, site, { hasTouch: true, viewport: { width: 320, height: 640 } });
    const link = page.locator('main a.cite').first();
    await link.tap();
    await page.locator(card).waitFor({ state: 'visible' });
    expect(await page.evaluate(() => location.hash)).toBe('');
    const box = await page.locator(card).boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
    await link.tap();
    await page.waitForURL(/#ref-elhage2022$/);
    await page.context().close();
  });
});

describe('the contents', () => {
  test('stand in the gutter on a wide screen and mark the section being read', async () => {
    const { page } = await visit(browser, site);
    const current = page.locator('[data-contents] [aria-current]');
    expect(await current.innerText()).toMatch(/Five features/);
    await page.locator('#what-is-learned h2').evaluate((heading) => heading.scrollIntoView({ behavior: 'instant' }));
    await expect.poll(() => current.innerText()).toMatch(/being learned/);
    await page.context().close();
  });

  test('are a menu on a narrow screen that closes once a section is chosen', async () => {
    const { page } = await visit(browser, site, { viewport: { width: 320, height: 640 } });
    const list = page.locator('[data-contents]');
    expect(await list.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Contents' }).click();
    await list.getByRole('link', { name: 'What is being learned?' }).click();
    expect(await list.isVisible()).toBe(false);
    await page.waitForURL(/#what-is-learned$/);
    await page.context().close();
  });
});

test('the citation at the end is copied by its button', async () => {
  const { page } = await visit(browser, site, { permissions: ['clipboard-read', 'clipboard-write'] });
  const button = page.locator('[data-copy]');
  await button.click();
  await expect.poll(() => button.innerText()).toBe('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^@/);
  await page.context().close();
});
