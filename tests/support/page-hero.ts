/** The hero figure as a reader meets it: by roles and names, and by the numbers that it offers. */
import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright';
import { inject } from 'vitest';
import type { RunReport } from '../../src/models/report.ts';
import { visit, type Visit } from './page.ts';

export interface HeroVisitOptions extends BrowserContextOptions {
  /** What to arrange before the page is asked for: routes, scripts. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

export interface HeroVisit extends Visit {
  readonly hero: Hero;
}

/** A fresh context at index.html with this query (and fragment); nothing is waited for but the load. */
export async function visitHero(browser: Browser, query = '', options: HeroVisitOptions = {}): Promise<HeroVisit> {
  const { prepare, ...context } = options;
  const visited = await visit(browser, 'about:blank', context);
  await prepare?.(visited.page);
  await visited.page.goto(`${inject('site')}${query}`);
  return { ...visited, hero: new Hero(visited.page) };
}

/** Numbers of one feature, as the data table in Details prints them. */
export interface PrintedFeature {
  readonly W: readonly number[];
  readonly length: number;
}

export class Hero {
  readonly page: Page;
  readonly figure: Locator;

  constructor(page: Page) {
    this.page = page;
    this.figure = page.locator('#hero');
  }

  get slider(): Locator {
    return this.figure.getByRole('slider', { name: 'Sparsity S', exact: true });
  }

  /** S as a number that can be typed. */
  get field(): Locator {
    return this.figure.getByRole('textbox', { name: /^Sparsity/ });
  }

  /** The large picture: the hidden dimensions with an arrow for each feature. */
  get plane(): Locator {
    return this.figure.getByRole('img', { name: /^(At|After|Before)/ }).first();
  }

  get sentence(): Locator {
    return this.figure.locator('p.now');
  }

  /** Lines that say what went differently than asked. */
  get notices(): Locator {
    return this.figure.locator('.notices p');
  }

  button(name: string | RegExp): Locator {
    return this.figure.getByRole('button', { name, exact: true });
  }

  /** `data-status`, `data-engine` or `data-step`. */
  attribute(name: 'status' | 'engine' | 'step'): Promise<string | null> {
    return this.figure.getAttribute(`data-${name}`);
  }

  /** The step of the picture on screen. */
  async step(): Promise<number> {
    return Number(await this.attribute('step'));
  }

  async waitForStatus(status: string, timeout = 25_000): Promise<void> {
    await this.page.locator(`#hero[data-status="${status}"]`).waitFor({ timeout });
  }

  /** Waits until the trained picture of sparsity `S`, as it is printed, stands. */
  async settled(S: string, timeout = 25_000): Promise<void> {
    await this.sentence.filter({ hasText: new RegExp(`S\\s=\\s${S}(?![\\d.])`) }).waitFor({ timeout });
    await this.waitForStatus('done', timeout);
  }

  async openDetails(): Promise<void> {
    const details = this.button('Details');
    if ((await details.getAttribute('aria-expanded')) !== 'true') await details.click();
    await this.figure.getByRole('region', { name: 'Details of figure 1' }).waitFor();
  }

  /** The data table in Details, row by row. Opens Details. */
  async printedFeatures(): Promise<PrintedFeature[]> {
    await this.openDetails();
    const table = this.figure.getByRole('table').last();
    const heads = await table.getByRole('columnheader').allInnerTexts();
    const column = (name: RegExp): number[] => heads.flatMap((head, at) => (name.test(head.trim()) ? [at] : []));
    const rows = await table.locator('tbody tr').all();
    return Promise.all(
      rows.map(async (row) => {
        const cells = await row.locator('th, td').allInnerTexts();
        const number = (at: number): number => Number(cells[at].replace('−', '-'));
        return { W: column(/^W\s+on/).map(number), length: number(column(/^length/)[0]) };
      }),
    );
  }

  /** The JSON download, to the byte. */
  async downloadedText(): Promise<string> {
    const json = this.figure.getByRole('button', { name: 'JSON', exact: true });
    if (!(await json.isVisible())) await this.button('Download').click();
    const [download] = await Promise.all([this.page.waitForEvent('download'), json.click()]);
    return readFile(await download.path(), 'utf8');
  }

  async downloaded(): Promise<RunReport<'hero'>> {
    return JSON.parse(await this.downloadedText()) as RunReport<'hero'>;
  }

  /** What the Link button gives. */
  async copiedLink(): Promise<string> {
    const address = this.figure.getByRole('textbox', { name: /link/i });
    if (!(await address.isVisible())) await this.button('Link').click();
    return address.inputValue();
  }
}
