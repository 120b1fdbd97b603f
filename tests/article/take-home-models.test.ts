/** What the files of the figures say of each model: where it began, how far it is, and which loss it has. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { trainCommand } from '../../scripts/cli/train.ts';
import basicRecord from '../../src/article/figures/basic/still.json' with { type: 'json' };
import { readRun } from '../../src/article/take-home/read-run.ts';
import type { TakeHome } from '../../src/article/take-home/take-home.ts';
import { TrainingPool } from '../../src/models/engine/index.ts';
import { trainInProcess } from '../../src/models/engine/in-process.ts';
import { figureDefaults } from '../../src/models/parameters/figures.ts';
import type { RunReport } from '../../src/models/report.ts';
import { Frames } from '../support/frames.ts';
import { localWorker } from '../support/local-worker.ts';

let pool: TrainingPool;
vi.mock('../../src/article/training.ts', () => ({ trainingPool: () => pool }));

const { Basic } = await import('../../src/article/figures/basic/basic.svelte.ts');
const { basicDownloads } = await import('../../src/article/figures/basic/downloads.ts');
const { stillPicture } = await import('../../src/article/figures/basic/still.ts');
const { Hero } = await import('../../src/article/figures/hero/hero.svelte.ts');
const { heroDownloads } = await import('../../src/article/figures/hero/downloads.ts');
const { Hands } = await import('../../src/article/figures/hero/hands/hands.svelte.ts');
const { STILL } = await import('../../src/article/figures/hero/recorded.ts');
const { phaseDownloads } = await import('../../src/article/figures/phase/downloads.ts');
const { Phase } = await import('../../src/article/figures/phase/phase.svelte.ts');
const { PhaseMap } = await import('../../src/models/phase/map.ts');

const json = ({ files }: TakeHome): string => files[0].content() as string;
const report = (home: TakeHome): RunReport => JSON.parse(json(home)) as RunReport;
const script = ({ files }: TakeHome): string => files[2].content() as string;
const numbers = (text = ''): number[] => (text.match(/-?\d[\d.e-]*/g) ?? []).map(Number);

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => setTimeout(callback, 0));
  pool = new TrainingPool(() => localWorker(), 2);
});
afterEach(() => {
  pool.terminate();
  vi.unstubAllGlobals();
});

describe('the first figure’s file', () => {
  const quick = { ...STILL.values, starts: 2, batch: 64, steps: 200 };
  const trained = async (): Promise<InstanceType<typeof Hero>> => {
    const hero = new Hero(STILL);
    hero.open(quick);
    await vi.waitFor(() => expect(hero.status).toBe('done'), 20_000);
    return hero;
  };

  it('says of what the seed gave that the seed gave it', async () => {
    const hero = await trained();
    expect(report(heroDownloads(hero)).models.map(({ origin, step }) => [origin, step])).toEqual([
      ['seed', 200],
      ['seed', 200],
    ]);
    await hero.lesson.reset();
    hero.lesson.speed = 10;
    await hero.lesson.step();
    expect(report(heroDownloads(hero)).models).toMatchObject([{ origin: 'seed', step: 10 }]);
    expect(script(heroDownloads(hero))).toContain('b = torch.nn.Parameter(torch.zeros(models, n))');
    hero.close();
  });

  it('says that weights were carried over, and has no script, also after it was opened again', async () => {
    const hero = await trained();
    await hero.lesson.reset();
    hero.lesson.speed = 10;
    await hero.lesson.step();
    hero.lesson.playing = true;
    hero.set({ S: 0.5 });
    await hero.lesson.step();
    const home = heroDownloads(hero);
    expect(report(home)).toMatchObject({ config: { S: 0.5 }, models: [{ origin: 'carried', step: 20 }] });
    expect(home.files[2].about).toMatch(/^none of these models: their weights were carried over from other settings/);
    expect(() => script(home)).toThrow(/carried over/);

    const other = new Hero(STILL);
    heroDownloads(other).open(json(home), 'mine.json');
    await vi.waitFor(() => expect(other.lesson.state?.step).toBe(20), 20_000);
    expect(report(heroDownloads(other)).models).toMatchObject([{ origin: 'carried', step: 20 }]);
    hero.close();
    other.close();
  });

  it('says that weights were set by hand, and its script begins at them, before and after they have learned', async () => {
    const hero = await trained();
    const hands = new Hands(hero);
    hands.setWeights(0, [0.25, -0.5], true);
    hands.set(1, { bias: 0.125 });
    const set = hero.edited?.theta ?? new Float32Array();
    const expectSet = (): void => {
      const text = script(heroDownloads(hero));
      const [, W] = /W = torch\.nn\.Parameter\(torch\.tensor\(([^)]*)\)/.exec(text) ?? [];
      const [, b] = /b = torch\.nn\.Parameter\(torch\.tensor\(([^)]*)\)/.exec(text) ?? [];
      expect(Float32Array.from([...numbers(W), ...numbers(b)])).toEqual(set);
    };
    expect(report(heroDownloads(hero)).models).toMatchObject([{ origin: 'hand', step: 0 }]);
    expectSet();

    const frames = new Frames();
    vi.stubGlobal('requestAnimationFrame', frames.request);
    hero.lesson.speed = 10;
    hands.learn();
    await vi.waitFor(() => expect(hero.lesson.frame?.step).toBe(10), 20_000);
    hero.lesson.pause();
    frames.draw();
    await hero.lesson.step();
    const home = heroDownloads(hero);
    expect(report(home).models).toMatchObject([{ origin: 'hand', step: 20 }]);
    expectSet();

    const other = new Hero(STILL);
    heroDownloads(other).open(json(home), 'mine.json');
    await vi.waitFor(() => expect(other.lesson.frames).toHaveLength(1), 20_000);
    expect(() => script(heroDownloads(other))).toThrow(/set by hand, and what they were at step 0 is not known/);
    hero.close();
    other.close();
  });
});

describe('a loss that is known exactly', () => {
  const quick = { ...figureDefaults('basic'), n: 6, m: 2, p: [1, 0.1], starts: 1, steps: 60, batch: 32 };
  const query = 'basic.n=6&basic.m=2&basic.p=1,0.1&basic.starts=1&basic.steps=60&basic.batch=32&basic.engine=wasm';

  it('is the exactLoss of the page and of the command line, the linear model’s as well', async () => {
    const basic = new Basic(stillPicture(basicRecord));
    basic.open(quick);
    await vi.waitFor(() => expect(basic.figureStatus).toBe('done'), 20_000);
    const printed = JSON.parse(await trainCommand([query], trainInProcess, () => {})) as RunReport;
    const { models } = report(basicDownloads(basic));
    expect(models.map(({ model, exactLoss }) => [model, exactLoss])).toEqual(
      printed.models.map(({ model, exactLoss }) => [model, exactLoss]),
    );
    expect(models[0].exactLoss).toBeGreaterThan(0);
    expect(models[1].exactLoss).toBeUndefined();
    basic.close();
  });

  it('is said of a map’s cells', () => {
    const values = { ...figureDefaults('phase'), cells: 8 };
    const map = new PhaseMap(values);
    map.put({
      cells: Uint32Array.of(3),
      theta: Float32Array.from({ length: values.n * values.m + values.n }, (_, k) => k / 8),
      loss: Float64Array.of(0.25),
      start: Uint8Array.of(0),
      norm: Float32Array.of(1),
      superposition: Float32Array.of(0),
    });
    const phase = new Phase({ values, map, shows: Int32Array.from({ length: 64 }, () => 3) });
    expect(report(phaseDownloads(phase)).models).toMatchObject([{ cell: 3, loss: 0.25, exactLoss: 0.25 }]);
  });
});

describe('models of one file that are not equally far', () => {
  it('say their own step each, and only those that have ended are shown again', async () => {
    const quick = { ...figureDefaults('basic'), n: 6, m: 2, p: [1, 0.1], starts: 1, steps: 1000, batch: 32 };
    const basic = new Basic(stillPicture(basicRecord));
    basic.open(quick);
    await vi.waitFor(() => expect(basic.figureStatus).toBe('done'), 20_000);
    basic.set({ p: [1, 0.1, 0.01], starts: 1 });
    await vi.waitFor(() => expect(basic.groups).toHaveLength(4), { timeout: 20_000, interval: 1 });
    basic.cancel();
    const early = basic.step;
    expect(early).toBeLessThan(1000);
    const home = basicDownloads(basic);
    const { steps, models } = report(home);
    expect([steps, ...models.map(({ step }) => step)]).toEqual([1000, 1000, 1000, 1000, early]);
    const read = readRun(json(home), 'basic');
    expect(read.models.map(({ step }) => step)).toEqual([1000, 1000, 1000, early]);
    // The script names losses of trained models only.
    expect(script(home)).toMatch(/"relu p=0\.1": 0\.\d+, "relu p=0\.01": None\}/);
    basic.close();
  });
});
