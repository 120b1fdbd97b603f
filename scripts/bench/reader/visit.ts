/** One reader: a fresh browser profile, the page with the instruments in it, and what the reader does there. */
import type { Browser, Page } from 'playwright';
import { install, type Action, type Moment, type Waited } from './instruments.ts';

const DESK = { width: 1280, height: 900 };
/** For what a trained figure does behind its reader's back: the other starts, the dial's pictures, timing the engines. */
const REST_MS = 4000;
const SLOWEST_MS = 120_000;
/** Between two actions: whatever the first one set off has come to rest. */
const PAUSE_MS = 600;
/** Long enough that a run which goes on shows another picture. */
const WHILE_MS = 500;
/** A percent of a run takes at most some half a second; longer than this and a reader thinks that it hangs. */
const GROWTH_MS = 2000;

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

interface Reading {
  readonly step: string | undefined;
  /** Percent; null where none is shown. */
  readonly progress: number | null;
}

/** How far a figure says that it is. */
const read = (page: Page, figure: string): Promise<Reading> =>
  page.locator(`figure#${figure}`).evaluate((of) => {
    return { step: of.dataset.step, progress: of.querySelector('progress')?.value ?? null };
  });

/** Whether a figure in training shows its progress, and more of it soon. */
export async function progressGrows(page: Page, figure: string): Promise<boolean> {
  const { progress } = await read(page, figure);
  if (progress === null) return false;
  const further = ({ figure: id, before }: { figure: string; before: number }): boolean =>
    (document.querySelector<HTMLProgressElement>(`figure#${id} progress`)?.value ?? 0) > before;
  return page.waitForFunction(further, { figure, before: progress }, { timeout: GROWTH_MS }).then(
    () => true,
    () => false,
  );
}

/** Presses Stop, and looks whether the figure has stopped and stays so. */
export async function stop(page: Page, figure: string): Promise<boolean> {
  await act(page, figure, { press: 'Stop' }, { status: 'paused' }, { status: 'paused' });
  const stopped = await read(page, figure);
  await page.waitForTimeout(WHILE_MS);
  const still = await read(page, figure);
  return stopped.progress === null && still.progress === null && still.step === stopped.step;
}
