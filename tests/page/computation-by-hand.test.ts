/** Figure 14, when its networks begin with something set by hand. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import type { RunReport } from '../../src/models/report.ts';
import { openBrowser, openDetails, visit } from '../support/page.ts';

let browser: Browser;
beforeAll(async () => (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

async function open(query: string): Promise<{ page: Page; figure: Locator; done: () => Promise<void> }> {
  const { page } = await visit(
    browser,
    `${inject('site')}computation.html?v=1&hidden.starts=1&hidden.steps=10&${query}`,
  );
  const figure = page.locator('#absolute');
  await figure.scrollIntoViewIfNeeded();
  return { page, figure, done: () => page.locator('#absolute[data-status=done]').waitFor({ timeout: 50_000 }) };
}

const beginOf = (page: Page): string | null => new URL(page.url()).searchParams.get('absolute.begin');

/** By start: which of them is best, the page and the command line measure on sets of their own. */
const weights = ({ models }: RunReport) =>
  models.map(({ start, W, W2, b }) => ({ start, W, W2, b })).sort((one, other) => one.start - other.start);

async function taken(page: Page, figure: Locator): Promise<RunReport> {
  await figure.getByRole('button', { name: 'Download' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    figure.getByRole('button', { name: 'JSON', exact: true }).click(),
  ]);
  return JSON.parse(await readFile(await file.path(), 'utf8')) as RunReport;
}

describe('a network that begins by hand', () => {
  test('has the weights that the command line gives for its link', async () => {
    const { page, figure, done } = await open(
      'absolute.engine=wasm&absolute.n=8&absolute.m=6&absolute.starts=2&absolute.steps=300',
    );
    await done();
    await openDetails(figure);
    await figure.getByRole('combobox', { name: 'initial weights' }).selectOption({ label: 'by hand' });
    await expect.poll(() => beginOf(page)).toBe('by-hand');
    await figure.getByText(/^Begun by hand/).waitFor();
    await done();
    const script = join(import.meta.dirname, '../../scripts/train.ts');
    const { stdout } = await promisify(execFile)(process.execPath, [script, `${page.url()}#absolute`]);
    const report = await taken(page, figure);
    expect(report.config).toMatchObject({ begin: 'by-hand' });
    expect(weights(report)).toEqual(weights(JSON.parse(stdout) as RunReport));
  });

  test('is offered for absolute values only, and given up with them', async () => {
    const { page, figure, done } = await open('absolute.begin=by-hand&absolute.starts=1&absolute.steps=100');
    await done();
    await openDetails(figure);
    const begin = figure.getByRole('combobox', { name: 'initial weights' });
    expect(await begin.inputValue()).toBe('by-hand');
    await figure.getByRole('combobox', { name: 'target' }).selectOption({ label: 'square' });
    await begin.waitFor({ state: 'detached' });
    await expect.poll(() => beginOf(page)).toBeNull();
  });

  test('is a row of the recorded table, trained when its loss is chosen, as the one begun at random is', async () => {
    const { page, figure, done } = await open('absolute.starts=1&absolute.steps=100');
    await done();
    const loss = (begun: string): Locator => page.getByTitle(`density 0.01, begun ${begun}`);
    await loss('by hand').click();
    await expect.poll(() => beginOf(page)).toBe('by-hand');
    expect(await figure.getByRole('radio', { name: '100 in 40, by hand' }).isChecked()).toBe(true);
    await expect.poll(() => figure.locator('.now').innerText()).toMatch(/density 0\.01 .* of the 100 features/s);
    await loss('at random').click();
    await expect.poll(() => beginOf(page)).toBeNull();
    expect(await figure.getByRole('radio', { name: '100 in 40', exact: true }).isChecked()).toBe(true);
  });

  test('is said not to be there where a link asks for another target', async () => {
    const { page, figure } = await open('absolute.begin=by-hand&absolute.target=max&absolute.steps=10');
    await page.getByText('absolute.begin=by-hand needs target=absolute; using random').waitFor();
    await figure.getByText('one neuron reads their difference').waitFor();
  });
});
