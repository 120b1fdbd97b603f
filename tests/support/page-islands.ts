/** Goes past every figure of a page as a reader does who takes the time. */
import { expect } from 'vitest';
import type { Visit } from './page.ts';

/** Waits at each figure until its code is asked for, and at the last until none that shows a record is left a still. */
export async function passEveryFigure({ page, requests }: Visit): Promise<void> {
  for (const island of await page.locator('[data-island]').all()) {
    const script = `/${await island.getAttribute('data-island')}.island-`;
    await island.scrollIntoViewIfNeeded();
    await expect.poll(() => requests.some((url) => url.includes(script)), { message: script }).toBe(true);
  }
  await expect.poll(() => page.locator('[data-island] [data-status=still]').count()).toBe(0);
}
