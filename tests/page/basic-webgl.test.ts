import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunReport } from '../../src/models/report.ts';
import { openBrowser } from '../support/page.ts';
import { visitBasic } from '../support/page-basic.ts';

let browser: Browser;
beforeAll(async () => (browser = await openBrowser()));
afterAll(() => browser.close());

/** Small enough for software WebGL; long enough, at this rate, that the models have settled. */
const QUICK = 'v=1&basic.n=8&basic.m=3&basic.p=1,0.1&basic.starts=2&basic.steps=300&basic.batch=128&basic.lr=0.03';

async function trained(engine: 'webgl' | 'wasm'): Promise<RunReport<'basic'>> {
  const { page, figure, model, done, downloaded, complaints } = await visitBasic(
    browser,
    `${QUICK}&basic.engine=${engine}`,
  );
  await done();
  expect(await figure.getAttribute('data-engine')).toBe(engine);
  expect(await figure.getAttribute('data-step')).toBe('300');
  expect(await figure.locator('.notices p').count()).toBe(0);
  for (const name of ['In the linear model', 'At density 1 '])
    expect(await model(name).getAttribute('aria-label')).toMatch(
      /three of the eight .*each with a dimension of its own/,
    );
  const report = await downloaded();
  expect(complaints).toEqual([]);
  await page.context().close();
  return report;
}

/** The best start of every model: how many features it represents, and its loss. */
const bestOf = ({ models }: RunReport<'basic'>) =>
  models
    .filter(({ model, density }, k) => model !== models[k - 1]?.model || density !== models[k - 1]?.density)
    .map(({ norms, loss }) => ({ represented: norms.filter((norm) => norm >= 0.9).length, loss }));

test('with WebGL in the worker, the models keep as many features as with WebAssembly, at the same loss', async () => {
  const graphics = await trained('webgl');
  const processor = await trained('wasm');
  expect([graphics.engine, processor.engine]).toEqual(['webgl', 'wasm']);
  const [webgl, wasm] = [bestOf(graphics), bestOf(processor)];
  expect(webgl.map(({ represented }) => represented).slice(0, 2)).toEqual([3, 3]);
  // Rare data: more than there are dimensions.
  expect(webgl[2].represented).toBeGreaterThan(3);
  expect(webgl.map(({ represented }) => represented)).toEqual(wasm.map(({ represented }) => represented));
  webgl.forEach(({ loss }, k) => expect(Math.abs(loss / wasm[k].loss - 1)).toBeLessThan(0.03));
});
