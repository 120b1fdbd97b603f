import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../support/page.ts';
import { visitHero, type HeroVisit } from '../support/page-hero.ts';

const PHONE = { viewport: { width: 320, height: 568 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

let browser: Browser;
let visited: HeroVisit;
beforeAll(async () => {
  browser = await openBrowser();
  visited = await visitHero(browser, '?v=1&hero.starts=2&hero.steps=1000', PHONE);
  await visited.hero.settled('0.90');
});
afterAll(() => browser.close());

/** Smallest printed letter, and smallest of a sub-index or a mark that is raised. */
const [SMALLEST, SMALLEST_INDEX] = [12, 10];

describe('on a phone 320 px wide', () => {
  test('nothing makes the page wider than the screen, with Details open or closed', async () => {
    const { page, hero } = visited;
    const width = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await width()).toBe(320);
    await hero.openDetails();
    expect(await width()).toBe(320);
    await hero.button('Details').tap();
  });

  test('no letter of the figure is smaller than can be read', async () => {
    const { hero } = visited;
    await hero.openDetails();
    const small = await hero.figure.evaluate(
      (figure, [smallest, smallestIndex]) => {
        const found: string[] = [];
        const texts = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT);
        for (let text = texts.nextNode(); text; text = texts.nextNode()) {
          const element = text.parentElement;
          if (!element || !text.textContent?.trim() || !element.checkVisibility()) continue;
          if (element.closest('.visually-hidden, option, style')) continue;
          const svg = element.closest('svg');
          // A drawing may be scaled; its letters then are too.
          const scale = svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
          const size = Number.parseFloat(getComputedStyle(element).fontSize) * scale;
          const index = element.matches('tspan, sub, sup');
          if (size < (index ? smallestIndex : smallest) - 0.01) {
            found.push(`${text.textContent.trim().slice(0, 30)}: ${size.toFixed(1)} px`);
          }
        }
        return found;
      },
      [SMALLEST, SMALLEST_INDEX],
    );
    expect(small).toEqual([]);
    await hero.button('Details').tap();
  });

  test('everything that is pressed is at least 44 px high', async () => {
    const { page, hero } = visited;
    await hero.openDetails();
    const low = await page.evaluate(() => {
      const controls = document.querySelectorAll<HTMLElement>(
        'header :is(a, button), #hero :is(button, select, input:not([type=radio]), label:has([type=radio]))',
      );
      return Array.from(controls)
        .filter((control) => control.checkVisibility() && control.getBoundingClientRect().height < 43.99)
        .map((control) => `${control.outerHTML.slice(0, 90)}: ${control.getBoundingClientRect().height} px`);
    });
    expect(low).toEqual([]);
    await hero.button('Details').tap();
  });

  test('the picture and the thumb under it fit one screen', async () => {
    const { hero } = visited;
    const picture = await hero.plane.boundingBox();
    const slider = await hero.slider.boundingBox();
    if (!picture || !slider) throw new Error('not drawn');
    expect(picture.width).toBeGreaterThan(240);
    expect(slider.y).toBeGreaterThan(picture.y);
    expect(slider.y + slider.height - picture.y).toBeLessThanOrEqual(PHONE.viewport.height);
  });

  test('a tap on a picture of the dial trains its setting', async () => {
    const { hero } = visited;
    await hero.figure.getByRole('button', { name: 'Sparsity 0.00', exact: true }).tap();
    await hero.settled('0(.00)?');
    expect(await hero.sentence.innerText()).toContain('two of the five features');
  });
});
