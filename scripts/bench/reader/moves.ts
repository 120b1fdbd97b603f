/** How long a reader waits after moving the slider. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { PREVIEW_STEP } from '../../../src/article/figures/hero/protocol.ts';
import { DIAL_MAX } from '../../../src/viz/dial-scale.ts';
import type { Move } from './instruments.ts';

/** Between two moves: whatever the first one set off has come to rest. */
const PAUSE_MS = 600;

const moveTo = (page: Page, position: number): Promise<Move> =>
  page.evaluate(([to, preview]) => window.instruments.move(to, preview), [position, PREVIEW_STEP] as const);

/** `count` moves to and fro over the whole dial, no two to the same place. */
export async function moves(page: Page, count: number): Promise<Move[]> {
  const taken: Move[] = [];
  for (let k = 0; k < count; k++) {
    // Steps of 5/13 of the dial come close to every place and repeat none.
    taken.push(await moveTo(page, Math.round((((k + 1) * 5) % 13) * (DIAL_MAX / 13))));
    await page.waitForTimeout(PAUSE_MS);
  }
  return taken;
}

export interface MovesToZero {
  readonly moves: readonly Move[];
  /** Norms of the settled model, a row a move. */
  readonly norms: readonly (readonly number[])[];
}

/** `count` moves to S = 0, from somewhere else each time. */
export async function movesToZero(page: Page, count: number): Promise<MovesToZero> {
  const taken: Move[] = [];
  const norms: number[][] = [];
  for (let k = 0; k < count; k++) {
    await moveTo(page, Math.round(DIAL_MAX * (0.3 + 0.06 * k)));
    await page.waitForTimeout(PAUSE_MS);
    taken.push(await moveTo(page, 0));
    norms.push(await shownNorms(page));
    await page.waitForTimeout(PAUSE_MS);
  }
  return { moves: taken, norms };
}

/** The norms of the model on screen, from the file that the figure offers. */
async function shownNorms(page: Page): Promise<number[]> {
  const hero = page.locator('figure#hero');
  const list = hero.locator('.downloads');
  if (!(await list.isVisible())) await hero.getByRole('button', { name: 'Download' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    list.getByRole('button', { name: 'JSON', exact: true }).click(),
  ]);
  const report = JSON.parse(await readFile(await file.path(), 'utf8')) as { models: { norms: number[] }[] };
  return report.models[0].norms;
}
