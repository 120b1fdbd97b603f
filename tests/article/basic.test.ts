import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TrainingPool } from '../../src/models/engine/index.ts';
import type { RunReport } from '../../src/models/report.ts';
import { figureDefaults } from '../../src/models/parameters/figures.ts';
import { basicStill } from '../../scripts/stills/basic.ts';
import recorded from '../../src/article/figures/basic/still.json' with { type: 'json' };
import { localWorker, type LocalWorker } from '../support/local-worker.ts';

let pool: TrainingPool;
let workers: LocalWorker[] = [];
vi.mock('../../src/article/training.ts', () => ({ trainingPool: () => pool }));

const { Basic } = await import('../../src/article/figures/basic/basic.svelte.ts');
const { basicDownloads } = await import('../../src/article/figures/basic/downloads.ts');
const { PRESETS } = await import('../../src/article/figures/basic/presets.ts');
const { stillPicture } = await import('../../src/article/figures/basic/still.ts');

type BasicState = InstanceType<typeof Basic>;
/** Small and quick: what is tested does not depend on how good the models are. */
const quick = { ...figureDefaults('basic'), n: 6, m: 2, p: [1, 0.1, 0.01], starts: 3, steps: 150, batch: 32 };
const fresh = (): BasicState => new Basic(stillPicture(recorded));
const settled = (basic: BasicState): Promise<void> =>
  vi.waitFor(() => expect(basic.figureStatus).toBe('done'), { timeout: 20_000, interval: 5 });
const weights = (basic: BasicState): number[][][] =>
  basic.groups.map(({ starts }) => starts.map(({ theta }) => [...theta]));
const made = (): number => workers.length;

beforeEach(() => {
  workers = [];
  pool = new TrainingPool(() => {
    const worker = localWorker();
    workers.push(worker);
    return worker;
  }, 2);
});
afterEach(() => pool.terminate());

describe('the still', () => {
  it('is what its command makes', async () => {
    expect(await basicStill()).toEqual(recorded);
  }, 60_000);

  it('is the figure until something is trained: the linear model, then seven densities', () => {
    const basic = fresh();
    expect(basic.figureStatus).toBe('still');
    expect(basic.groups.map(({ key }) => key)).toEqual(['linear', '1', '0.3', '0.1', '0.03', '0.01', '0.003', '0.001']);
    expect(basic.selected.key).toBe('0.1');
  });
});

describe('figure basic', () => {
  it('trains every start of every model, the best of each first', async () => {
    const basic = fresh();
    basic.open(quick);
    await settled(basic);
    expect(basic.groups.map(({ key }) => key)).toEqual(['linear', '1', '0.1', '0.01']);
    for (const { starts } of basic.groups) {
      expect(starts.map(({ start }) => start).sort()).toEqual([0, 1, 2]);
      const best = Math.min(...starts.map(({ loss }) => loss));
      expect(starts[0].loss).toBeLessThanOrEqual(best * 1.005);
    }
    expect([basic.engine, basic.step, basic.progress]).toEqual(['wasm', 150, null]);
    basic.close();
  });

  it('shows every model’s first start while it learns, and then better ones', async () => {
    const basic = fresh();
    basic.open({ ...quick, steps: 3000, batch: 1024 });
    await vi.waitFor(() => expect(basic.step).toBeLessThan(1000), { timeout: 20_000, interval: 1 });
    expect(basic.figureStatus).not.toBe('done');
    expect(basic.groups.map(({ starts }) => starts.length)).toEqual([1, 1, 1, 1]);
    expect(basic.progress).toBeGreaterThan(0);
    expect(basic.progress).toBeLessThan(1 / 3);
    basic.close();
  });

  it('trains only what is missing when the list or the starts grow, and nothing when they shrink', async () => {
    const basic = fresh();
    basic.open(quick);
    await settled(basic);
    const before = weights(basic);
    const seconds = basic.seconds;
    basic.set({ p: [1, 0.01] });
    await settled(basic);
    expect(weights(basic)).toEqual([before[0], before[1], before[3]]);
    expect([seconds > 0, basic.seconds]).toEqual([true, 0]);
    const train = vi.spyOn(pool, 'train');
    basic.set({ p: quick.p, starts: 4 });
    await settled(basic);
    expect(train.mock.calls.flatMap(([{ problem }]) => problem.models.map(({ start }) => start))).toEqual([3, 3, 3, 3]);
    basic.close();
  });

  it('gives the same weights for the same settings, whatever was shown before, on however many workers', async () => {
    const straight = fresh();
    straight.open({ ...quick, n: 7 });
    await settled(straight);
    pool.terminate();
    pool = new TrainingPool(() => localWorker(), 1);
    const wandering = fresh();
    wandering.open(quick);
    await vi.waitFor(() => expect(wandering.groups).toHaveLength(4), 20_000);
    wandering.set({ n: 7 });
    await vi.waitFor(() => expect(wandering.shownValues.n).toBe(7), 20_000);
    await settled(wandering);
    expect(weights(wandering)).toEqual(weights(straight));
    straight.close();
    wandering.close();
  });

  it('stops when it is told to, keeps what it has, and goes on from there', async () => {
    const basic = fresh();
    basic.open({ ...quick, steps: 600 });
    await vi.waitFor(() => expect(basic.groups[0].starts[0].theta).toHaveLength(18), { timeout: 20_000, interval: 1 });
    basic.cancel();
    expect([basic.figureStatus, basic.progress]).toEqual(['paused', null]);
    const kept = basic.groups;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(basic.groups).toBe(kept);
    basic.resume();
    await settled(basic);
    expect(basic.groups.every(({ starts }) => starts.length === 3)).toBe(true);
    basic.close();
  });

  it('leaves the workers to others while it is off screen', async () => {
    const basic = fresh();
    basic.setVisible(false);
    basic.open(quick);
    expect(made()).toBe(0);
    basic.setVisible(true);
    await vi.waitFor(() => expect(basic.progress).toBeGreaterThan(0), { timeout: 20_000, interval: 1 });
    basic.setVisible(false);
    expect(basic.progress).toBeNull();
    basic.setVisible(true);
    await settled(basic);
    basic.close();
  });

  it('keeps the last good picture when the weights stop being finite, and offers its settings again', async () => {
    const basic = fresh();
    basic.open(quick);
    await settled(basic);
    const good = basic.groups;
    basic.set({ lr: 1e30 });
    await vi.waitFor(() => expect(basic.figureStatus).toBe('failed'), 20_000);
    expect(basic.notices[0].text).toMatch(/stopped being finite.*last good models are shown/);
    expect(basic.groups.map(({ key }) => key)).toEqual(good.map(({ key }) => key));
    basic.notices[0].action?.run();
    await settled(basic);
    expect(basic.values.lr).toBe(quick.lr);
    basic.close();
  });
});

describe('the slider', () => {
  it('selects the strip’s model where it stands at one, and trains nothing', async () => {
    const basic = fresh();
    basic.open(quick);
    await settled(basic);
    const train = vi.spyOn(pool, 'train');
    basic.set({ S: 0.99 });
    expect(basic.selected).toBe(basic.groups[3]);
    expect(train).not.toHaveBeenCalled();
    basic.close();
  });

  it('trains a model of its own between the strip’s, all starts of it, and leaves the strip as it is', async () => {
    const basic = fresh();
    basic.open(quick);
    await settled(basic);
    const strip = basic.groups;
    basic.set({ S: 0.95 });
    await vi.waitFor(() => expect(basic.selected.density).toBe(0.05), 20_000);
    await settled(basic);
    expect(basic.selected.starts).toHaveLength(3);
    expect(basic.groups).toBe(strip);
    basic.close();
  });

  it('finds at a density what the strip finds there', async () => {
    const listed = fresh();
    listed.open({ ...quick, p: [1, 0.05] });
    await settled(listed);
    const explored = fresh();
    explored.open({ ...quick, S: 0.95 });
    await vi.waitFor(() => expect(explored.selected.density).toBe(0.05), 20_000);
    await settled(explored);
    expect(explored.selected.starts).toEqual(listed.groups[2].starts);
    listed.close();
    explored.close();
  });

  it('lets the newest of many densities win', async () => {
    const basic = fresh();
    basic.open(quick);
    await settled(basic);
    for (const S of [0.91, 0.92, 0.93, 0.94, 0.97]) basic.set({ S }, false);
    await vi.waitFor(() => expect(basic.selected.density).toBe(0.03), 20_000);
    await settled(basic);
    expect(basic.selected.starts).toHaveLength(3);
    basic.close();
  });

  it('goes back from the linear model to a density', async () => {
    const basic = fresh();
    basic.select('linear');
    expect(basic.selected.density).toBeNull();
    basic.select('0.3');
    expect([basic.selected.density, basic.values.S]).toEqual([0.3, 0.7]);
    basic.close();
  });
});

describe('what it gives to take home', () => {
  it('is every start in the figure’s order, the best of each model first', async () => {
    const basic = fresh();
    basic.open(quick);
    await settled(basic);
    const { files } = basicDownloads(basic);
    const report = JSON.parse(String(await files[0].content())) as RunReport<'basic'>;
    expect(report.models.map(({ model, density }) => `${model} ${String(density)}`)).toEqual(
      ['linear 0.1', 'relu 1', 'relu 0.1', 'relu 0.01'].flatMap((name) => [name, name, name]),
    );
    expect(report).toMatchObject({ figure: 'basic', steps: 150, config: quick });
    const csv = String(await files[1].content())
      .trim()
      .split('\n');
    expect(csv).toHaveLength(1 + 4 * 6);
    expect(new Set(csv.map((row) => row.split(',').length))).toEqual(new Set([12]));
    basic.close();
  });
});

describe('presets', () => {
  it('are the paper’s sizes and its notebook’s importances, from 1 to 1/100', () => {
    const { n, m, decay, p } = PRESETS['100-in-20'].values;
    expect([n, m, p.length]).toEqual([100, 20, 10]);
    expect(decay ** 99).toBeCloseTo(0.01, 4);
    expect([p[0], p[9]]).toEqual([1, Number((20 ** (-18 / 19)).toPrecision(4))]);
    expect(PRESETS['80-in-20'].values).toMatchObject({ n: 80, m: 20, decay: 0.9, p: figureDefaults('basic').p });
  });
});
