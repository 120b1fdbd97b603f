import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser, visit } from '../support/page.ts';

let browser: Browser;
beforeAll(async () => (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

interface Opened {
  readonly page: Page;
  readonly figure: Locator;
  /** Of the input; the figure's last sentence is of the loss. */
  readonly finding: Locator;
  readonly complaints: readonly string[];
}

async function open(query = '', options: BrowserContextOptions = {}): Promise<Opened> {
  const { page, complaints } = await visit(browser, `${inject('site')}${query}`, {
    reducedMotion: 'reduce',
    ...options,
  });
  const figure = page.locator('#probe');
  await figure.scrollIntoViewIfNeeded();
  if (options.javaScriptEnabled !== false) await page.locator('#probe[data-status=done]').waitFor();
  return { page, figure, finding: figure.locator('.now').first(), complaints };
}

const row = (figure: Locator, name: string): Locator => figure.getByRole('group', { name, exact: true });

describe('the probe', () => {
  test('shows two opposite features that cancel, and one of them read right once the other is switched off', async () => {
    const { figure, finding, complaints } = await open();
    expect(await finding.innerText()).toMatch(/both are read wrong/);
    const claim = figure.locator('figcaption .claim');
    expect(await claim.innerText()).toBe('Two opposite features at once cancel');
    await row(figure, 'feature 4').getByRole('button').click();
    await expect.poll(() => finding.innerText()).toMatch(/^Feature 1 is there alone, and it is read back right/);
    // The claim is of the choice: there is none any more.
    expect(await claim.innerText()).not.toContain('cancel');
    expect(complaints).toEqual([]);
  });

  test('takes values from the keyboard and as typed numbers, and spells the row’s arithmetic out', async () => {
    const { page, figure } = await open();
    const first = row(figure, 'feature 1');
    await first.getByRole('slider').focus();
    await page.keyboard.press('ArrowLeft');
    expect(await first.getByRole('slider').getAttribute('aria-valuetext')).toBe('0.85');
    await expect.poll(() => figure.locator('.arithmetic').innerText()).toMatch(/^Feature 1 reads .* × 0\.85/);
    await first.getByRole('textbox').fill('0.333');
    await first.getByRole('textbox').press('Enter');
    await expect.poll(() => figure.locator('.arithmetic').innerText()).toMatch(/ × 0\.33 /);
    // The row that pointer or focus is on is the one that is spelled out.
    await row(figure, 'feature 5').getByRole('slider').focus();
    await expect.poll(() => figure.locator('.arithmetic').innerText()).toMatch(/^Feature 5 reads/);
    await row(figure, 'feature 3').hover();
    await expect.poll(() => figure.locator('.arithmetic').innerText()).toMatch(/^Feature 3 reads/);
    // No preset is named any more.
    expect(await figure.getByRole('radio', { checked: true }).count()).toBe(0);
  });

  test('takes a decimal comma, and says why it takes another number than was typed', async () => {
    const { figure } = await open();
    const field = row(figure, 'feature 2').getByRole('textbox');
    const said = figure.locator('.rows [role=status]');
    const type = async (text: string): Promise<void> => {
      await field.fill(text);
      await field.press('Enter');
    };
    await type('0,5');
    await expect.poll(() => field.inputValue()).toBe('0.50');
    expect(await said.innerText()).toBe('');
    await type('half');
    await expect.poll(() => said.innerText()).toBe('“half” is not a number (0 to 1): feature 2 is 0.50.');
    expect(await field.inputValue()).toBe('0.50');
    await type('1,5');
    await expect.poll(() => said.innerText()).toBe('“1,5” is out of range (0 to 1): feature 2 is 1.00.');
    await type('.25');
    await expect.poll(() => field.inputValue()).toBe('0.25');
    expect(await said.innerText()).toBe('');
  });

  test.each([1, 3, 4])('shows h of a network of Figure 1 in %i dimensions, in numbers and as a picture', async (m) => {
    const query = `?v=1&hero.engine=wasm&hero.n=6&hero.m=${m}&hero.starts=2&hero.steps=300`;
    const { figure, complaints } = await open(query);
    const h = figure.locator('.hidden p');
    const numbers = Array<string>(m).fill('−?\\d\\.\\d\\d').join(', ');
    await expect.poll(() => h.innerText()).toMatch(new RegExp(`^h = ${numbers}$`));
    if (m > 1) {
      const picture = figure.locator('.hidden').getByRole('img');
      expect(await picture.getAttribute('aria-label')).toContain((await h.innerText()).replace('h = ', 'h is at '));
      expect(await figure.locator('.hidden .sum circle').count()).toBe(1);
    }
    expect(complaints).toEqual([]);
  });

  test('switches a feature off and on by its arrow', async () => {
    const { figure, finding } = await open();
    const plane = figure.getByRole('img').first();
    const side = (await plane.boundingBox())?.width ?? 0;
    // Feature 1 points up.
    await plane.click({ position: { x: side / 2, y: side / 3 } });
    await expect.poll(() => finding.innerText()).toMatch(/^Feature 4 is there alone/);
  });

  test('moves all three universities alike without moving h', async () => {
    const { page, figure } = await open();
    await page.getByRole('button', { name: 'three universities' }).click();
    const plane = figure.getByRole('img').first();
    const alike = figure.getByRole('slider', { name: /change all three alike/ });
    const h = async (): Promise<string> => (await plane.getAttribute('aria-label'))?.replace(/.*: /, '') ?? '';
    await expect.poll(h).toBe('h is at 0.00, 0.90.');
    await alike.focus();
    for (let k = 0; k < 6; k++) await page.keyboard.press('ArrowLeft');
    expect(await row(figure, 'NC State').getByRole('slider').getAttribute('aria-valuetext')).toBe('−0.30');
    expect(await row(figure, 'Duke').getByRole('slider').getAttribute('aria-valuetext')).toBe('0.60');
    expect(await h()).toBe('h is at 0.00, 0.90.');
  });

  test('probes a model set by hand in Figure 1 as it stands, as long as it stands', async () => {
    const { page, figure, complaints } = await open('?v=1&hero.starts=2&hero.steps=400&hero.engine=wasm');
    const hero = page.locator('#hero');
    const option = figure.getByRole('radio', { name: 'the network of Figure 1 as it stands' });
    expect(await option.count()).toBe(0);
    await hero.scrollIntoViewIfNeeded();
    const arrow = hero.getByRole('slider', { name: 'Arrow 1', exact: true });
    await arrow.focus();
    await arrow.press('ArrowDown');
    await option.check({ force: true });
    await expect
      .poll(() => figure.locator('.origin').innerText())
      .toMatch(/^Arrows as they are set by hand in Figure 1, at S/);
    const h = figure.locator('.hidden p');
    const before = await h.innerText();
    for (let presses = 0; presses < 8; presses++) await arrow.press('ArrowDown');
    await expect.poll(() => h.innerText()).not.toBe(before);
    await hero
      .getByRole('button', { name: /^Back to (the )?trained/ })
      .first()
      .click();
    await option.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });

  test('splits the loss anew as its data get rarer, and trains nothing for it', async () => {
    const { page, figure } = await open();
    const last = figure.locator('.now').last();
    expect(await last.innerText()).toMatch(/^At S = 0\.76 \(density 0\.24\)/);
    await figure.getByRole('slider', { name: /sparsity/ }).focus();
    await page.keyboard.press('End');
    await expect
      .poll(() => last.innerText())
      .toMatch(/^At S = 0\.999 \(density 0\.001\) two or more meet in under 0\.1 %/);
    expect(await figure.getAttribute('data-status')).toBe('done');
  });

  test('probes the network of a link to Figure 1', async () => {
    const { figure } = await open('?v=1&hero.n=7&hero.starts=2&hero.steps=300&hero.S=0.95&hero.engine=wasm');
    await expect.poll(() => figure.getByRole('slider').count(), { timeout: 20_000 }).toBe(8);
    expect(await figure.getByRole('radio', { name: 'the network of Figure 1' }).isChecked()).toBe(true);
    await expect.poll(() => figure.locator('.now').last().innerText()).toMatch(/^At S = 0\.95/);
  });

  test.each(['light', 'dark'] as const)('has no fault that axe finds in the %s theme', async (colorScheme) => {
    const { page, figure } = await open('', { colorScheme });
    await figure.getByText('Details').click();
    const { violations } = await new AxeBuilder({ page }).include('#probe').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0].html])).toEqual([]);
  });

  test('fits a screen of 320 px with its names', async () => {
    const { page, figure } = await open('', { viewport: { width: 320, height: 640 } });
    await figure.getByRole('radio', { name: 'the three universities' }).check({ force: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  test('writes “value” over its numbers on a screen of 320 px', async () => {
    const { page } = await open('', { viewport: { width: 320, height: 640 } });
    const [head, field] = await page.evaluate(() => {
      const heading = document.querySelector('#probe .rows .wide');
      const text = document.createRange();
      if (heading) text.selectNodeContents(heading);
      return [
        text.getBoundingClientRect().right,
        document.querySelector('#probe .rows input.value')?.getBoundingClientRect().right ?? 0,
      ];
    });
    expect(Math.abs(head - field)).toBeLessThan(3);
  });

  test.each(['light', 'dark'] as const)(
    'fades no arrow below 3:1 where features are absent, %s',
    async (colorScheme) => {
      const { page } = await open('', { colorScheme });
      const faded = await page.evaluate(() => {
        const seen = document.querySelectorAll(
          '#probe .hidden svg path.own, #probe .rows button path, #cost figure path, #probe .rows button svg',
        );
        return Array.from(seen, (mark) => getComputedStyle(mark).opacity).filter((opacity) => opacity !== '1');
      });
      expect(faded).toEqual([]);
    },
  );

  test('is a still that makes its point without scripts', async () => {
    const { finding, figure } = await open('', { javaScriptEnabled: false });
    expect(await figure.getAttribute('data-status')).toBe('still');
    expect(await finding.innerText()).toMatch(/both are read wrong/);
    expect(await figure.locator('svg:visible path').count()).toBeGreaterThan(5);
  });
});

test('a term’s card leads to where it is explained, but not to the section that is being read', async () => {
  const { page } = await open();
  for (const [section, shown] of [
    ['#what-is-learned', false],
    ['#at-scale', true],
  ] as const) {
    const term = page.locator(`${section} a.term[data-card=term-card-dimensionality]`);
    await term.hover();
    const card = page.locator('#term-card-dimensionality');
    await card.waitFor({ state: 'visible' });
    expect(await card.getByText('Where it is explained').isVisible()).toBe(shown);
    await page.locator('h1').hover();
    await card.waitFor({ state: 'hidden' });
  }
});

test('a term shows what it means under the pointer and to the keyboard; Escape hides it, Enter goes to the glossary', async () => {
  const { page } = await open();
  const term = page.locator('#cost a.term').first();
  const card = page.locator(`#${await term.getAttribute('data-card')}`);
  await term.hover();
  await card.waitFor({ state: 'visible' });
  await page.locator('h1').hover();
  await card.waitFor({ state: 'hidden' });
  await page.keyboard.press('Tab');
  await term.focus();
  await card.waitFor({ state: 'visible' });
  await page.keyboard.press('Escape');
  await card.waitFor({ state: 'hidden' });
  await page.keyboard.press('Enter');
  await page.waitForURL(/references\.html#term-/);
  await page.locator('dt', { hasText: 'alternating' }).waitFor({ state: 'visible' });
});
