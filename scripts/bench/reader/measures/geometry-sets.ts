/** The figures of an odd feature and of features in sets: from the slider to the picture, and until all starts are in. */
import { PICTURES } from '../../../../src/article/figures/starts/protocol.ts';
import { PRESETS } from '../../../../src/article/figures/correlated/presets.ts';
import { PREVIEW_STEP } from '../../../../src/article/figures/perturbed/protocol.ts';
import { median } from '../../race.ts';
import type { Moment, Waited } from '../instruments.ts';
import { atMost, REPEATS, type FigureBench, type Measure } from '../measure.ts';
import { act, comeToRest, visit } from '../visit.ts';

const PREVIEW: Moment = { step: PREVIEW_STEP };
const FIRST: Moment = { step: PICTURES[0] };
const DONE: Moment = { status: 'done' };
const BARS = { pictureMs: 150, startsMs: 1000, caseMs: 10_000 } as const;
/** Positions on the sliders, no two the same and none a stop. */
const positions = (from: number, by: number): number[] => Array.from({ length: REPEATS }, (_, k) => from + by * k);

const address = (figure: string, keys = ''): string => `geometry.html?v=1&${figure}.engine=wasm${keys}#${figure}`;
const firsts = (waited: readonly Waited[]): number => median(waited.map(({ first }) => first));
const lasts = (waited: readonly Waited[]): number => median(waited.map(({ last }) => last));

export const perturbed: FigureBench = {
  figure: 'perturbed',
  measure: (browser, site) =>
    visit(browser, site.url + address('perturbed'), async (page) => {
      await comeToRest(page, 'perturbed');
      const waited: Waited[] = [];
      for (const slideTo of positions(13, 14)) waited.push(await act(page, 'perturbed', { slideTo }, PREVIEW, DONE));
      const { workers } = await page.evaluate(() => window.instruments.arrival());
      return {
        measures: [
          atMost('slider to picture, 16 starts', 'ms', firsts(waited), BARS.pictureMs),
          atMost('slider to trained', 'ms', lasts(waited), BARS.startsMs),
        ],
        workers: workers.length,
      };
    }),
};

/** Links to settings by their preset's name. */
const CASES = [
  { name: 'pairs', keys: '' },
  { name: 'anticorrelated', keys: '&correlated.kind=anticorrelated' },
  { name: 'three', keys: '&correlated.n=6&correlated.sets=3' },
] as const;

export const correlated: FigureBench = {
  figure: 'correlated',
  async measure(browser, site) {
    const measures: Measure[] = [];
    let workers = 0;
    for (const { name, keys } of CASES) {
      await visit(browser, site.url + address('correlated', keys), async (page) => {
        await comeToRest(page, 'correlated');
        const waited: Waited[] = [];
        for (const slideTo of positions(30, 7)) waited.push(await act(page, 'correlated', { slideTo }, FIRST, DONE));
        const whole = await act(page, 'correlated', { press: 'New seed' }, FIRST, DONE);
        const { label } = PRESETS[name];
        measures.push(
          atMost(`${label}: slider to first picture`, 'ms', firsts(waited), BARS.pictureMs),
          atMost(`${label}: all starts`, 'ms', lasts(waited), BARS.startsMs),
          atMost(`${label}: new seed to all starts and densities`, 'ms', whole.last, BARS.caseMs),
        );
        workers = (await page.evaluate(() => window.instruments.arrival())).workers.length;
      });
    }
    return { measures, workers };
  },
};
