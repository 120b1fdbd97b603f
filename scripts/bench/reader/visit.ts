/** One reader: a fresh browser profile, the page with the instruments in it. */
import type { Browser, Page } from 'playwright';
import { install } from './instruments.ts';

const DESK = { width: 1280, height: 900 };

/** Opens an address, hands the page over, and leaves. */
export async function visit<T>(browser: Browser, url: string, body: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: DESK });
  try {
    const page = await context.newPage();
    await page.addInitScript(install);
    await page.goto(url);
    return await body(page);
  } finally {
    await context.close();
  }
}

/** Until the hero has trained, and has had the time to train the dial's pictures as well. */
export async function comeToRest(page: Page): Promise<void> {
  await page.locator('figure#hero[data-status=done]').waitFor();
  await page.waitForTimeout(4000);
}
