/** How smoothly the page draws while it trains. Milliseconds from frame to frame. */
import type { Page } from 'playwright';

const WATCH_MS = 3000;
const FRAME_MS = 16;
/** A long run of one start: flat out, the default run is over within a few frames. */
export const LONG_RUN = '?v=1&hero.starts=1&hero.steps=200000';

/** While "watch it learn" runs flat out; open LONG_RUN first. */
export async function framesWhileLearning(page: Page): Promise<readonly number[]> {
  const hero = page.locator('figure#hero');
  await hero.locator('input[type=radio][value=max]').check({ force: true });
  await hero.getByRole('button', { name: 'Watch it learn' }).click();
  await page.evaluate(() => window.instruments.watchFrames(['training']));
  await page.waitForTimeout(WATCH_MS);
  return page.evaluate(() => window.instruments.frames());
}

/** While the slider is dragged to and fro. */
export async function framesWhileDragging(page: Page): Promise<readonly number[]> {
  const box = await page.locator('figure#hero input[type=range]').first().boundingBox();
  if (!box) throw new Error('the hero has no slider');
  const y = box.y + box.height / 2;
  const xAt = (share: number): number => box.x + box.width * (0.05 + 0.9 * share);
  const thumb = await page.evaluate(() => {
    const slider = document.querySelector<HTMLInputElement>('figure#hero input[type=range]');
    return slider ? slider.valueAsNumber / Number(slider.max) : 0;
  });
  await page.mouse.move(xAt(thumb), y);
  await page.mouse.down();
  await page.evaluate(() => window.instruments.watchFrames(['loading', 'training', 'done']));
  const moves = Math.round(WATCH_MS / FRAME_MS);
  for (let k = 0; k < moves; k++) {
    // A sweep over the dial takes a second and a half.
    const phase = (k * FRAME_MS) / 1500;
    await page.mouse.move(xAt(Math.abs((phase % 2) - 1)), y);
    await page.waitForTimeout(FRAME_MS);
  }
  const frames = await page.evaluate(() => window.instruments.frames());
  await page.mouse.up();
  return frames;
}
