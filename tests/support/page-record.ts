/** Records, inside the page, what happens between two looks at it. */
import type { Locator, Page } from 'playwright';

/** Reads what was recorded so far. */
export type Recording = () => Promise<string[]>;

/** Every value that an attribute takes from now on, the present one first; repetitions in a row count once. */
export async function recordAttribute(element: Locator, name: string): Promise<Recording> {
  const record = await element.evaluateHandle((target, attribute) => {
    const values = [target.getAttribute(attribute) ?? ''];
    new MutationObserver(() => {
      const value = target.getAttribute(attribute) ?? '';
      if (value !== values[values.length - 1]) values.push(value);
    }).observe(target, { attributes: true, attributeFilter: [attribute] });
    return values;
  }, name);
  return () => record.jsonValue();
}

/** A picture as it is drawn now: the shapes of all paths inside the element. */
export const drawingOf = (element: Locator): Promise<string> =>
  element.evaluate((target) => Array.from(target.querySelectorAll('path'), (path) => path.getAttribute('d')).join());

/** Every picture that is drawn from now on, the present one first. */
export async function recordDrawings(element: Locator): Promise<Recording> {
  const record = await element.evaluateHandle((target) => {
    const drawing = (): string => Array.from(target.querySelectorAll('path'), (path) => path.getAttribute('d')).join();
    const drawings = [drawing()];
    const look = (): void => {
      const now = drawing();
      if (now !== drawings[drawings.length - 1]) drawings.push(now);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    return drawings;
  });
  return () => record.jsonValue();
}

/** Counts calls of history.replaceState and pushState; arrange it before the page is asked for. */
export async function countAddressWrites(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const counted = window as typeof window & { addressWrites: number };
    counted.addressWrites = 0;
    for (const name of ['replaceState', 'pushState'] as const) {
      const original = history[name].bind(history);
      history[name] = (...given) => {
        counted.addressWrites++;
        original(...given);
      };
    }
  });
  return () => page.evaluate(() => (window as typeof window & { addressWrites: number }).addressWrites);
}
