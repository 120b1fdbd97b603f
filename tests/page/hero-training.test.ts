import type { Browser } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../support/page.ts';
import { visitHero } from '../support/page-hero.ts';
import { countAddressWrites, drawingOf, recordAttribute } from '../support/page-record.ts';
import { stopTime } from '../support/page-time.ts';

let browser: Browser;
beforeAll(async () => (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

/** Short enough for software WebGL; long enough that the geometry has formed. */
const FEW_STEPS = 'hero.starts=1&hero.steps=400&hero.batch=128';
/** For what does not depend on how good the model is. */
const SHORT = '?v=1&hero.starts=2&hero.steps=1000&hero.engine=wasm';

describe('training with WebGL in the worker', () => {
  test.each([
    { S: 0.9, finding: 'as a pentagon' },
    { S: 0.8, finding: 'as two opposite pairs' },
  ])('finds at S = $S the geometry and the loss that WebAssembly finds: $finding', async ({ S, finding }) => {
    const run = async (engine: string) => {
      const { hero, complaints } = await visitHero(browser, `?v=1&hero.S=${S}&${FEW_STEPS}&hero.engine=${engine}`);
      await hero.waitForStatus('done');
      expect(await hero.attribute('engine')).toBe(engine);
      expect(await hero.step()).toBe(400);
      expect(await hero.sentence.innerText()).toContain(finding);
      const report = await hero.downloaded();
      // What is told of would have come by now: its code is loaded when it is needed, as the files' is.
      expect(await hero.notices.count()).toBe(0);
      expect(complaints).toEqual([]);
      return report;
    };
    const webgl = await run('webgl');
    const wasm = await run('wasm');
    expect([webgl.engine, wasm.engine]).toEqual(['webgl', 'wasm']);
    const [graphics, processor] = [webgl, wasm].map(({ models }) => models[0].exactLoss ?? NaN);
    expect(Math.abs(graphics / processor - 1)).toBeLessThan(0.03);
  });
});

describe('moving the slider', () => {
  test('from 0.90 to 0 by the keyboard trains a new picture: two features at right angles, three left out', async () => {
    const { hero, complaints } = await visitHero(browser);
    await hero.settled('0.90');
    const statuses = await recordAttribute(hero.figure, 'data-status');
    const before = await drawingOf(hero.plane);
    await hero.slider.press('Home');
    await hero.settled('0(.00)?');
    expect(await statuses()).toEqual(['done', 'training', 'done']);
    expect(await hero.sentence.innerText()).toContain('two of the five features are kept, at right angles');
    await expect.poll(() => drawingOf(hero.plane)).not.toBe(before);
    const lengths = (await hero.printedFeatures()).map(({ length }) => length);
    expect(lengths).toHaveLength(5);
    expect(lengths.filter((length) => length > 0.9)).toHaveLength(2);
    expect(lengths.filter((length) => length < 0.1)).toHaveLength(3);
    expect(complaints).toEqual([]);
  });

  test('by the pointer shows trained pictures while it is held, and writes the address once, when it is let go', async () => {
    let writes = (): Promise<number> => Promise.resolve(NaN);
    const { page, hero } = await visitHero(browser, SHORT, {
      prepare: async (fresh) => (writes = await countAddressWrites(fresh)),
    });
    await hero.settled('0.90');
    await hero.slider.scrollIntoViewIfNeeded();
    const box = await hero.slider.boundingBox();
    if (!box) throw new Error('the slider has no box');
    const y = box.y + box.height / 2;
    const x = (share: number): number => box.x + box.width * share;
    await page.mouse.move(x(2 / 3), y);
    await page.mouse.down();
    for (let move = 0; move < 30; move++) await page.mouse.move(x(0.5 + 0.4 * Math.sin(move / 3)), y);
    await page.mouse.move(x(0), y, { steps: 10 });
    await hero.settled('0(.00)?');
    expect(await hero.sentence.innerText()).toContain('two of the five features');
    expect(await writes()).toBe(0);
    expect(new URL(page.url()).search).toBe(SHORT);
    await page.mouse.up();
    await expect.poll(() => new URL(page.url()).searchParams.get('hero.S')).toBe('0');
    expect(await writes()).toBe(1);
  });

  test('by a held key writes the address once, when the key is let go', async () => {
    let writes = (): Promise<number> => Promise.resolve(NaN);
    const { page, hero } = await visitHero(browser, SHORT, {
      prepare: async (fresh) => (writes = await countAddressWrites(fresh)),
    });
    await hero.settled('0.90');
    await hero.slider.focus();
    await stopTime(page);
    for (let press = 0; press < 32; press++) {
      await page.keyboard.press('ArrowLeft');
      // As often as a key repeats.
      await page.clock.runFor(30);
    }
    expect(await writes()).toBe(0);
    await page.clock.runFor(1000);
    await expect.poll(() => new URL(page.url()).searchParams.get('hero.S')).toBe('0.8532');
    expect(await writes()).toBe(1);
  });

  test('keeps the worker’s tensors as many as they were', async () => {
    const { page, hero } = await visitHero(browser, SHORT);
    const tensors = (): Promise<number> =>
      page.workers()[0].evaluate(() => {
        const { _tfengine } = self as unknown as { _tfengine: { memory(): { numTensors: number } } };
        return _tfengine.memory().numTensors;
      });
    await hero.settled('0.90');
    await hero.slider.press('End');
    await hero.settled('0.968');
    await expect.poll(tensors).toBeLessThanOrEqual(3);
    for (let stop = 0; stop < 6; stop++) await hero.slider.press('PageDown');
    await hero.slider.press('Home');
    await hero.settled('0(.00)?');
    await expect.poll(tensors).toBeLessThanOrEqual(3);
  });
});
