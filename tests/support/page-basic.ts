/** The figure `basic` as a reader meets it: by roles and names, and by the numbers that it offers. */
import { readFile } from 'node:fs/promises';
import type { Browser, Locator } from 'playwright';
import { inject } from 'vitest';
import type { RunReport } from '../../src/models/report.ts';
import { visit, type Visit } from './page.ts';

export interface BasicVisit extends Visit {
  readonly figure: Locator;
  /** One model of the strip, by the beginning of what it says of itself. */
  model(name: string): Locator;
  /** Scrolls there, and waits until everything is trained. */
  done(): Promise<void>;
  /** The JSON download. */
  downloaded(): Promise<RunReport<'basic'>>;
}

/** A fresh context at index.html with this query; nothing is waited for but the load. */
export async function visitBasic(browser: Browser, query: string, width = 1280): Promise<BasicVisit> {
  const visited = await visit(browser, `${inject('site')}?${query}`, { viewport: { width, height: 900 } });
  const { page } = visited;
  const figure = page.locator('#basic');
  return {
    ...visited,
    figure,
    model: (name) => figure.getByRole('radio', { name }),
    done: async () => {
      await figure.scrollIntoViewIfNeeded();
      await page.locator('#basic[data-status=done]').waitFor({ timeout: 25_000 });
    },
    downloaded: async () => {
      await figure.getByRole('button', { name: 'Download' }).click();
      const json = figure.getByRole('button', { name: 'JSON', exact: true });
      const [download] = await Promise.all([page.waitForEvent('download'), json.click()]);
      return JSON.parse(await readFile(await download.path(), 'utf8')) as RunReport<'basic'>;
    },
  };
}
