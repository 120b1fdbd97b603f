import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import recordedBasic from '../../src/article/figures/basic/still.json' with { type: 'json' };
import recordedHidden from '../../src/article/figures/hidden/still.json' with { type: 'json' };
import recordedUniform from '../../src/article/figures/uniform/still.json' with { type: 'json' };
import type { Notice } from '../../src/article/figure/status.ts';
import { HeldPool, heard } from '../support/held-pool.ts';

let pool: HeldPool;
let background: HeldPool;
vi.mock('../../src/article/training.ts', () => ({ trainingPool: () => pool, backgroundPool: () => background }));

const { page } = await import('../../src/article/page-state.svelte.ts');
const { Basic } = await import('../../src/article/figures/basic/basic.svelte.ts');
const { stillPicture } = await import('../../src/article/figures/basic/still.ts');
const { Dynamics } = await import('../../src/article/figures/dynamics/dynamics.svelte.ts');
const { Hidden } = await import('../../src/article/figures/hidden/hidden.svelte.ts');
const { PRESETS } = await import('../../src/article/figures/uniform/presets.ts');
const { SMALL_VALUES, stillShown } = await import('../../src/article/figures/uniform/still.ts');
const { Uniform } = await import('../../src/article/figures/uniform/uniform.svelte.ts');
const { dynamicsStill } = await import('../../src/article/pages/geometry/dynamics-numbers.ts');

const FIGURES = [
  { name: 'basic', make: () => new Basic(stillPicture(recordedBasic)) },
  { name: 'hidden', make: () => new Hidden(recordedHidden) },
  { name: 'uniform', make: () => new Uniform(stillShown(SMALL_VALUES, recordedUniform.small)) },
  { name: 'dynamics', make: () => new Dynamics(dynamicsStill) },
];
type Figure = ReturnType<(typeof FIGURES)[number]['make']>;

/** The page opens without a link. */
const arrive = (figure: Figure): void => figure.open(figure.values as never);

/** Everything that is asked for is trained. */
async function trained(figure: Figure, engine: 'wasm' | 'webgl' = 'wasm'): Promise<void> {
  while (pool.open.length > 0) {
    pool.last.finish(engine);
    await heard();
  }
  expect(figure.status).toBe('done');
}

async function failed(reason = 'no worker'): Promise<void> {
  pool.last.fail(reason);
  await heard();
}

const held = ({ notices }: Figure): readonly Notice[] => notices.filter(({ holds }) => holds?.() ?? true);
/** What the one notice offers. */
const offer = (figure: Figure): NonNullable<Notice['action']> => {
  const [{ action }, ...others] = held(figure);
  if (!action || others.length > 0) throw new Error(`not one way out, but ${JSON.stringify(held(figure))}`);
  return action;
};

beforeEach(() => {
  pool = new HeldPool();
  background = new HeldPool();
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
});
afterEach(() => vi.restoreAllMocks());

describe.each(FIGURES)('a run of figure $name that fails', ({ make }) => {
  it('is tried again where there are no other settings to go back to', async () => {
    const figure = make();
    figure.set({ starts: 2 });
    await trained(figure);
    figure.again();
    await failed();
    expect(held(figure)[0].text).toMatch(/^Training stopped: no worker\. /);
    expect(offer(figure).label).toBe('Try again');
    offer(figure).run();
    expect([held(figure).length, pool.open.length]).toEqual([0, 1]);
    await trained(figure);
  });

  it('is tried again also when it is the first, at the still’s settings', async () => {
    const figure = make();
    arrive(figure);
    await failed();
    expect(offer(figure).label).toBe('Try again');
    offer(figure).run();
    expect(pool.open.length).toBe(1);
  });

  it('is tried as often as the reader likes', async () => {
    const figure = make();
    arrive(figure);
    await failed();
    offer(figure).run();
    await failed();
    offer(figure).run();
    expect(pool.open.length).toBe(1);
  });

  it('goes back to the settings before, also from settings that have shown a picture', async () => {
    const figure = make();
    figure.set({ starts: 2 });
    await trained(figure);
    const { lr } = figure.values;
    figure.set({ lr: 2 * lr });
    for (const step of pool.last.job.announce.slice(0, 20)) pool.last.reach(step);
    await failed();
    expect(offer(figure).label).toBe('Back to the settings before');
    offer(figure).run();
    expect(figure.values.lr).toBe(lr);
    await trained(figure);
    expect(held(figure)).toEqual([]);
  });

  it('says nothing when the reader has moved on', async () => {
    const figure = make();
    figure.set({ steps: 500 });
    figure.set({ steps: 600 });
    // Figure 12 has not waited for a first picture.
    if (pool.last.job.until === 500) await failed();
    expect(held(figure)).toEqual([]);
    expect(pool.last.job.until).toBe(600);
    await trained(figure);
  });
});

describe.each(FIGURES)('a link to figure $name', ({ make }) => {
  const engineOf = (figure: Figure): unknown => {
    let engine: unknown;
    vi.spyOn(page, 'linkTo').mockImplementation((_, values) => {
      ({ engine } = values);
      return '';
    });
    figure.link();
    return engine;
  };

  it('names the engine that was chosen until one has run', () => {
    const figure = make();
    expect(engineOf(figure)).toBe('auto');
    figure.set({ engine: 'webgl' });
    expect(engineOf(figure)).toBe('webgl');
  });

  it('names the engine that ran, which need not be the one that was chosen', async () => {
    const figure = make();
    figure.set({ engine: 'webgl', starts: 1 });
    await trained(figure, 'wasm');
    expect(engineOf(figure)).toBe('wasm');
  });

  it('names the engine that is chosen next while it trains, also when it has shown a picture', async () => {
    const figure = make();
    figure.set({ starts: 1, seed: 8 });
    await trained(figure, 'wasm');
    expect(engineOf(figure)).toBe('wasm');
    figure.set({ engine: 'webgl' });
    expect(engineOf(figure)).toBe('webgl');
    for (const step of pool.last.job.announce.slice(0, 20)) pool.last.reach(step);
    expect(engineOf(figure)).toBe('webgl');
    await trained(figure, 'webgl');
    expect(engineOf(figure)).toBe('webgl');
  });
});

describe.each(FIGURES)('figure $name off screen', ({ make }) => {
  it('ends what trains, and trains it when it is back', async () => {
    const figure = make();
    figure.set({ starts: 2 });
    expect(pool.open.length).toBe(1);
    figure.setVisible(false);
    expect([pool.open.length, figure.status, figure.progress]).toEqual([0, 'paused', null]);
    figure.setVisible(true);
    expect([pool.open.length, figure.progress]).toEqual([1, 0]);
    await trained(figure);
  });

  it('begins nothing, and what was stopped by the reader stays so', () => {
    const figure = make();
    figure.setVisible(false);
    figure.set({ starts: 2 });
    expect(pool.trainings).toEqual([]);
    figure.setVisible(true);
    figure.cancel();
    figure.setVisible(false);
    figure.setVisible(true);
    expect(pool.open).toEqual([]);
  });
});

describe('a long run of figure uniform', () => {
  it('goes on off screen, and settings that were asked for there follow it', async () => {
    const uniform = new Uniform(stillShown(SMALL_VALUES, recordedUniform.small));
    uniform.set({ ...PRESETS.paper.values, seed: 11 });
    expect(background.open.length).toBe(1);
    uniform.setVisible(false);
    expect(background.open.length).toBe(1);
    uniform.set({ seed: 12 });
    background.last.fail('no worker');
    await heard();
    expect([uniform.status, held(uniform).length]).toEqual(['paused', 0]);
    uniform.setVisible(true);
    expect(background.open.length).toBe(1);
    uniform.close();
  });
});
