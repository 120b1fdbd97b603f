/** The second half of the bench: what a reader of the built page waits for, against the bars that were set. */
import { chromium } from 'playwright';
import { launchOptions } from '../../../tests/support/browser.ts';
import { textTable, threeDigits } from '../table.ts';
import { always, REPEATS, type Measure } from './measure.ts';
import { FIGURES } from './measures/table.ts';
import { buildSite } from './site.ts';

export interface PageReport {
  /** Workers that the page trained with. */
  readonly workers: number;
  /** Of how many tries each time is the median. */
  readonly repeats: number;
  readonly measures: readonly (Measure & { readonly figure: string })[];
  /** What a figure gives beside its measures. */
  readonly [detail: string]: unknown;
}

/** @param complain hears of a figure that could not be measured; the others still are */
export async function measurePage(complain: (line: string) => void): Promise<PageReport> {
  const site = await buildSite();
  const browser = await chromium.launch(await launchOptions());
  try {
    let report: PageReport = { workers: 0, repeats: REPEATS, measures: [] };
    for (const { figure, measure } of FIGURES) {
      try {
        const { measures, workers, details } = await measure(browser, site);
        const named = measures.map((each) => ({ figure, ...each }));
        report = { ...report, workers, measures: [...report.measures, ...named], ...details };
      } catch (error) {
        complain(`${figure} could not be measured: ${error instanceof Error ? error.message : String(error)}`);
        report = { ...report, measures: [...report.measures, { figure, ...always('could be measured', [false]) }] };
      }
    }
    return report;
  } finally {
    await browser.close();
    await site.close();
  }
}

export function pageText({ workers, repeats, measures }: PageReport): string {
  const rows = measures.map(({ figure, what, value, unit, bar = '', holds }) => [
    `${figure}: ${what}`,
    `${threeDigits(value)} ${unit}`,
    bar,
    holds === undefined ? '' : holds ? 'holds' : 'MISSES',
  ]);
  const head = [`the page, ${workers} worker${workers === 1 ? '' : 's'}, medians of ${repeats}`, 'measured', 'bar', ''];
  const missed = measures.filter(({ holds }) => holds === false).map(({ figure, what }) => `${figure}: ${what}`);
  return [textTable([head, ...rows]), '', missed.length > 0 ? `misses: ${missed.join('; ')}` : 'no bar is missed'].join(
    '\n',
  );
}
