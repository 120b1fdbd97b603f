/** The page's own time, so that what waits or moves does not depend on how fast the machine is. */
import type { Page } from 'playwright';

/** From now on timers and frames come only with `page.clock.runFor(ms)`. Workers go on as ever. */
export async function stopTime(page: Page): Promise<void> {
  await page.clock.install();
  // Time is stopped at a moment to come; the page's is never ahead of this machine's.
  await page.clock.pauseAt(Date.now() + 1000);
}
