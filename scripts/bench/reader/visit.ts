/** One reader: a fresh browser profile, the page with the instruments in it, and what the reader does there. */
import type { Browser, Page } from 'playwright';
import { install, type Action, type Moment, type Waited } from './instruments.ts';

const DESK = { width: 1280, height: 900 };
/** For what a trained figure does behind its reader's back: the other starts, the dial's pictures, timing the engines. */
const REST_MS = 4000;
const SLOWEST_MS = 120_000;
/** Between two actions: whatever the first one set off has come to rest. */
const PAUSE_MS = 600;

/** Opens an address, hands the page over, and leaves. */
export async function visit<T>(browser: Browser, url: string, body: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: DESK });
  // The longest run that is timed takes most of a minute where the machine is slow.
  context.setDefaultTimeout(SLOWEST_MS);
  try {
    const page = await context.newPage();
    await page.addInitScript(install);
    await page.goto(url);
    return await body(page);
  } finally {
    await context.close();
  }
}

export const untilDone = (page: Page, figure: string): Promise<void> =>
  page.locator(`figure#${figure}[data-status=done]`).waitFor();

/** Until the figure has trained, and has had the time for what follows. */
export async function comeToRest(page: Page, figure: string): Promise<void> {
  await untilDone(page, figure);
  await page.waitForTimeout(REST_MS);
}

/** Does something to a figure, times it, and pauses. */
export async function act(page: Page, figure: string, action: Action, first: Moment, last: Moment): Promise<Waited> {
  const asked = [figure, action, first, last] as const;
  const waited = await page.evaluate((of) => window.instruments.act(...of), asked);
  await page.waitForTimeout(PAUSE_MS);
  return waited;
}
