/** How smoothly the page draws while a figure trains. Milliseconds from frame to frame. */
import type { Page } from 'playwright';

const WATCH_MS = 3000;
const FRAME_MS = 16;

/** While the figure trains; set it going first. */
export async function framesWhileTraining(page: Page, figure: string): Promise<readonly number[]> {
  await page.evaluate((id) => window.instruments.watchFrames(id, ['training']), figure);
  await page.waitForTimeout(WATCH_MS);
  return page.evaluate(() => window.instruments.frames());
}

/** While the figure's first slider is dragged to and fro. */
export async function framesWhileDragging(page: Page, figure: string): Promise<readonly number[]> {
  const slider = page.locator(`figure#${figure} input[type=range]`).first();
  const box = await slider.boundingBox();
  if (!box) throw new Error(`${figure} has no slider`);
  const y = box.y + box.height / 2;
  const xAt = (share: number): number => box.x + box.width * (0.05 + 0.9 * share);
  const thumb = await slider.evaluate((input: HTMLInputElement) => input.valueAsNumber / Number(input.max));
  await page.mouse.move(xAt(thumb), y);
  await page.mouse.down();
  await page.evaluate((id) => window.instruments.watchFrames(id, ['loading', 'training', 'done']), figure);
  const moves = Math.round(WATCH_MS / FRAME_MS);
  for (let k = 0; k < moves; k++) {
    // A sweep over the slider takes a second and a half.
    const phase = (k * FRAME_MS) / 1500;
    await page.mouse.move(xAt(Math.abs((phase % 2) - 1)), y);
    await page.waitForTimeout(FRAME_MS);
  }
  const frames = await page.evaluate(() => window.instruments.frames());
  await page.mouse.up();
  return frames;
}
