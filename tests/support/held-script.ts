/** A script of the site that does not arrive before it is let go. */
import type { Page } from 'playwright';

/** @returns what lets the script go, once it has been asked for or before */
export async function holdScript(page: Page, script: RegExp): Promise<() => void> {
  let letGo = (): void => {};
  const free = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(script, (route) => free.then(() => route.continue()));
  return letGo;
}
