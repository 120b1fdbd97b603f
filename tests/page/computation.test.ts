import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import type { RunReport } from '../../src/models/report.ts';
import { holdScript } from '../support/held-script.ts';
import { openBrowser, openDetails, visit } from '../support/page.ts';

let browser: Browser;
beforeAll(async () => (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

/** Few starts, so that the run is through at once. */
const SMALL = 'v=1&hidden.starts=3&hidden.steps=600&hidden.engine=wasm&absolute.engine=wasm';
type Id = 'hidden' | 'absolute' | 'motif';

interface Figure {
  readonly page: Page;
  readonly figure: Locator;
  readonly sentence: Locator;
  readonly complaints: readonly string[];
  done(timeout?: number): Promise<void>;
  taken(): Promise<RunReport>;
}

async function open(id: Id, query = SMALL, options: BrowserContextOptions = {}): Promise<Figure> {
  const { page, complaints } = await visit(browser, `${inject('site')}computation.html?${query}`, options);
  const figure = page.locator(`#${id}`);
  await figure.scrollIntoViewIfNeeded();
  return {
    page,
    figure,
    sentence: figure.locator('.now'),
    complaints,
    done: (timeout = 50_000) => page.locator(`#${id}[data-status=done]`).waitFor({ timeout }),
    taken: async () => {
      await figure.getByRole('button', { name: 'Download' }).click();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        figure.getByRole('button', { name: 'JSON', exact: true }).click(),
      ]);
      return JSON.parse(await readFile(await file.path(), 'utf8')) as RunReport;
    },
  };
}

const weights = ({ models }: RunReport) => models.map(({ start, W, W2, b }) => ({ start, W, W2, b }));

describe('figure hidden', () => {
  test('trains on arrival and says how many neurons carry one feature', async () => {
    const { figure, sentence, done, complaints } = await open('hidden');
    await done();
    expect(await figure.getAttribute('data-engine')).toBe('wasm');
    expect(await sentence.innerText()).toMatch(/^At density 0\.3 \(S = 0\.7\) .*neurons? carr/);
    expect(complaints).toEqual([]);
  });

  test('costs the linear layer nothing to be turned, by keyboard, and the ReLU layer something', async () => {
    const { page, figure, sentence, done } = await open('hidden');
    await done();
    const before = await figure.getAttribute('data-step');
    await page.clock.install();
    await figure.getByRole('slider', { name: /turn neurons/ }).focus();
    for (let k = 0; k < 30; k++) await page.keyboard.press('ArrowRight');
    await expect
      .poll(() => sentence.innerText())
      .toMatch(/turned by 30°, .* the loss goes from .* linear layer stays at/);
    // A view of what is there, not another run.
    expect(await figure.getAttribute('data-step')).toBe(before);
    expect(await figure.getAttribute('data-status')).toBe('done');
    // What is written into the address waits a moment.
    await page.clock.runFor(1000);
    expect(await page.evaluate(() => location.href)).not.toContain('angle');
    await page.keyboard.press('Delete');
    await expect.poll(() => sentence.innerText()).not.toMatch(/turned by/);
  });

  test('trains at the density that a word in the text sets, and writes it into the address', async () => {
    const { page, sentence, done } = await open('hidden');
    await done();
    await page.getByRole('button', { name: 'When features are common' }).click();
    await expect.poll(() => sentence.innerText()).toMatch(/^At density 0\.7 \(S = 0\.3\)/);
    await expect.poll(() => new URL(page.url()).searchParams.get('hidden.S')).toBe('0.3');
  });

  test('gives the neurons a bias when the box is ticked, and trains them with it', async () => {
    const { page, figure, done, taken } = await open('hidden');
    await done();
    await openDetails(figure);
    await figure.getByRole('checkbox', { name: 'hidden bias' }).check();
    await expect.poll(() => new URL(page.url()).searchParams.get('hidden.bias')).toBe('1');
    await done();
    // In the matrix the hidden bias has a row of its own.
    await expect.poll(() => figure.locator('.matrix svg').first().textContent()).toContain('c');
    expect((await taken()).config).toMatchObject({ bias: true });
  });

  test('gives the weights that the command line gives for its link', async () => {
    const query = `${SMALL}&hidden.S=0.9&hidden.n=6&hidden.m=3`;
    const { done, taken } = await open('hidden', query);
    await done();
    const script = join(import.meta.dirname, '../../scripts/train.ts');
    const { stdout } = await promisify(execFile)(process.execPath, [script, `computation.html?${query}#hidden`]);
    expect(weights(await taken())).toEqual(weights(JSON.parse(stdout) as RunReport));
  });

  test('stops when it is told to, and goes on where it was', async () => {
    const { page, figure, sentence } = await open('hidden', 'v=1&hidden.starts=60&hidden.engine=wasm');
    await figure.locator('progress').waitFor();
    await figure.getByRole('button', { name: 'Stop' }).click();
    await page.locator('#hidden[data-status=paused]').waitFor();
    expect(await sentence.innerText()).toMatch(/^So far, at/);
    await figure.getByRole('button', { name: 'Go on' }).click();
    await figure.locator('progress').waitFor();
    await figure.getByRole('button', { name: 'Stop' }).click();
    await page.locator('#hidden[data-status=paused]').waitFor();
  });
});

describe('figure absolute', () => {
  test.each(['wasm', 'webgl'])(
    'finds the circuit of the absolute value with %s',
    async (engine) => {
      const { figure, sentence, done } = await open('absolute', `v=1&hidden.starts=1&absolute.engine=${engine}`);
      // For software WebGL it is the longest run of all.
      await done(100_000);
      expect(await figure.getAttribute('data-engine')).toBe(engine);
      expect(await sentence.innerText()).toMatch(/all three features are computed exactly/);
    },
    120_000,
  );

  test('trains the network whose name is chosen, and any of its densities can be looked at', async () => {
    const { page, figure, sentence, done } = await open('absolute');
    await done();
    await figure.getByRole('radio', { name: '20 in 10' }).check();
    await expect.poll(() => sentence.innerText()).toMatch(/of the twenty features/);
    await expect.poll(() => new URL(page.url()).searchParams.get('absolute.n')).toBe('20');
    const sparse = figure.getByRole('radio', { name: 'Density 0.1: ' });
    await sparse.click();
    expect(await sparse.getAttribute('aria-checked')).toBe('true');
    expect(await sentence.innerText()).toMatch(/^(So far, at|At) density 0\.1 /);
    expect(await figure.getByText('Loss by feature').count()).toBe(1);
  });

  test('shows the density that was looked at again when its address is opened', async () => {
    const small = `${SMALL}&absolute.n=8&absolute.m=4&absolute.p=1,0.3,0.03&absolute.starts=1&absolute.steps=50`;
    const { page, figure, sentence, done } = await open('absolute', small);
    await done();
    await figure.getByRole('radio', { name: 'Density 0.03: ' }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('absolute.S')).toBe('0.97');
    expect(await figure.getAttribute('data-status')).toBe('done');
    await page.reload();
    await expect.poll(() => sentence.innerText()).toMatch(/density 0\.03 /);
    await done();
    expect(await figure.getByRole('radio', { name: 'Density 0.03: ' }).getAttribute('aria-checked')).toBe('true');
  });

  test('takes a choice that was made before it had come to life', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const letGo = await holdScript(page, /Absolute\.island-[^/]*\.js$/);
    await page.goto(`${inject('site')}computation.html?${SMALL}#absolute`);
    await page.locator('#absolute').getByRole('radio', { name: '20 in 10' }).click();
    letGo();
    await expect.poll(() => new URL(page.url()).searchParams.get('absolute.n')).toBe('20');
  });

  test('draws the asymmetric motif that it finds in a trained network', async () => {
    const query = 'v=1&hidden.starts=1&absolute.engine=wasm&absolute.n=20&absolute.m=10&absolute.p=0.2';
    const { figure, done } = await open('absolute', query);
    await done();
    await figure.getByText(/is in this network (once|.* times)/).waitFor();
    const flow = figure.getByRole('img', { name: /^Inputs .* wanted/ });
    const before = await flow.getAttribute('aria-label');
    await figure.getByRole('radio', { name: 'both' }).check();
    await expect.poll(() => flow.getAttribute('aria-label')).not.toBe(before);
    expect(await figure.getByRole('listbox', { name: /motif’s neurons/ }).count()).toBe(2);
  });

  test('lights one feature in all views of a small network', async () => {
    const { page, figure, done } = await open('absolute');
    await done();
    await page.getByRole('button', { name: 'Point at the first feature' }).focus();
    await expect.poll(() => figure.locator('.dim').count()).toBeGreaterThan(0);
    await page.keyboard.press('Tab');
    await expect.poll(() => figure.locator('line.dim').count()).toBe(0);
  });
});

describe('the motif', () => {
  test('is repaired by the second neuron when a word in the text says so', async () => {
    const { page, sentence } = await open('motif');
    expect(await sentence.innerText()).toMatch(/^Both outputs are right: what neuron A adds/);
    await page.getByRole('button', { name: 'the first', exact: true }).click();
    await expect.poll(() => sentence.innerText()).toBe('Output 2 says 4.00 where 0.00 is right.');
    await page.getByRole('button', { name: 'Let neuron B inhibit' }).click();
    await expect.poll(() => sentence.innerText()).toMatch(/^Both outputs are right/);
  });

  test('does what a word said before it had come to life', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const letGo = await holdScript(page, /Motif\.island-[^/]*\.js$/);
    await page.goto(`${inject('site')}computation.html`);
    await page.getByRole('button', { name: 'the first', exact: true }).click();
    letGo();
    const now = (): Promise<string> => page.locator('#motif .now').innerText();
    await expect.poll(now).toBe('Output 2 says 4.00 where 0.00 is right.');
  });
});

describe('the page', () => {
  test.each(['light', 'dark'] as const)('passes axe in the %s theme', async (colorScheme) => {
    const { page, figure, done } = await open('hidden', SMALL, { colorScheme });
    await done();
    await openDetails(figure);
    await page.locator('#absolute').scrollIntoViewIfNeeded();
    await page.locator('#absolute[data-status=done]').waitFor();
    await page.locator('#motif').scrollIntoViewIfNeeded();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0].html])).toEqual([]);
  });

  test('fits a screen of 320 px', async () => {
    const { page, figure, done } = await open('hidden', SMALL, { viewport: { width: 320, height: 640 } });
    await done();
    await openDetails(figure);
    await page.locator('#motif').scrollIntoViewIfNeeded();
    await page.locator('#absolute').scrollIntoViewIfNeeded();
    await page.locator('#absolute').getByRole('radio', { name: '20 in 10' }).click();
    await page.locator('#absolute').getByText('Loss by feature').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  test('is a still of trained networks without scripts', async () => {
    const { page } = await open('hidden', 'v=1', { javaScriptEnabled: false });
    for (const id of ['hidden', 'absolute']) {
      expect(await page.locator(`#${id}`).getAttribute('data-status')).toBe('still');
      expect(await page.locator(`#${id} svg path`).count()).toBeGreaterThan(5);
    }
    expect(await page.locator('#hidden .now').innerText()).toMatch(/three of the five neurons carry one feature each/);
    expect(await page.locator('#absolute .now').innerText()).toMatch(/computed exactly/);
  });
});
