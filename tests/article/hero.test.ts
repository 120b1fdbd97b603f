import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TrainingPool } from '../../src/models/engine/index.ts';
import { localWorker, type LocalWorker } from '../support/local-worker.ts';

let pool: TrainingPool;
let workers: LocalWorker[] = [];
vi.mock('../../src/article/training.ts', () => ({ trainingPool: () => pool }));

const { Hero } = await import('../../src/article/figures/hero/hero.svelte.ts');
const { STILL } = await import('../../src/article/figures/hero/recorded.ts');
const { PREVIEW_STEP } = await import('../../src/article/figures/hero/protocol.ts');
const { sentenceOf, sentenceText } = await import('../../src/article/figures/hero/sentence.ts');

type HeroState = InstanceType<typeof Hero>;
const quick = { ...STILL.values, starts: 2, batch: 64, steps: 400 };
const settled = (hero: HeroState): Promise<void> => vi.waitFor(() => expect(hero.status).toBe('done'), 20_000);

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => setTimeout(callback, 0));
  workers = [];
  pool = new TrainingPool(() => {
    const worker = localWorker();
    workers.push(worker);
    return worker;
  }, 1);
});
afterEach(() => {
  pool.terminate();
  vi.unstubAllGlobals();
});

describe('the hero', () => {
  it('shows the still until something is trained', () => {
    const hero = new Hero(STILL);
    expect(hero.figureStatus).toBe('still');
    expect(sentenceText(sentenceOf(hero.shown))).toMatch(
      /^At S = 0\.90 \(density 0\.10\) all five features are kept, as a pentagon/,
    );
  });

  it('leaves angles and dimensions to the picture while its sentence changes with every frame', () => {
    const { shown } = new Hero(STILL);
    expect(sentenceText(sentenceOf(shown, true))).toMatch(
      /as a pentagon: neighbours .*of a dimension each\. The error, or loss,/,
    );
    expect(sentenceText(sentenceOf(shown, true, false, true))).toMatch(
      /kept, as a pentagon\. The error, or loss, is \d+ %/,
    );
  });

  it('trains what the link says, from its seed, to the end of its recipe', async () => {
    const hero = new Hero(STILL);
    hero.open(quick);
    await settled(hero);
    expect(hero.step).toBe(400);
    expect(hero.engine).toBe('wasm');
    expect(hero.starts).toHaveLength(2);
    expect(hero.curve[0].step).toBe(0);
    expect(hero.curve.at(-1)?.step).toBe(400);
    hero.close();
  });

  it('shows an early look at the same run first, then its end', async () => {
    const hero = new Hero(STILL);
    hero.open({ ...quick, batch: 4096, steps: 4000 });
    await vi.waitFor(() => expect(hero.step).toBe(PREVIEW_STEP), { timeout: 20_000, interval: 1 });
    expect(hero.figureStatus).not.toBe('done');
    hero.close();
  });

  it('keeps the chosen start, the lesson and what was set by hand when a link says what it shows already', async () => {
    const hero = new Hero(STILL);
    hero.open(quick);
    await settled(hero);
    const { starts } = hero;
    hero.choose(1);
    await hero.lesson.step();
    hero.open({ ...quick });
    expect(hero.lesson.frame?.step).toBe(1);
    hero.lesson.close();
    hero.edited = hero.moment;
    hero.open({ ...quick });
    expect(hero.edited).not.toBeNull();
    expect([hero.chosen, hero.status]).toEqual([1, 'done']);
    expect(hero.starts).toBe(starts);
    hero.open({ ...quick, S: 0.5 });
    expect([hero.edited, hero.chosen, hero.status]).toEqual([null, 0, 'training']);
    hero.close();
  });

  it('lets the newest of many settings win', async () => {
    const hero = new Hero(STILL);
    hero.open(quick);
    for (const S of [0.1, 0.3, 0.5, 0.7, 0.2]) hero.set({ S }, false);
    await settled(hero);
    await vi.waitFor(() => expect(hero.shown.values.S).toBe(0.2), 20_000);
    hero.close();
  });

  it('gives the same weights for the same settings, whatever was shown before', async () => {
    const straight = new Hero(STILL);
    straight.open({ ...quick, S: 0.6 });
    await settled(straight);
    const wandering = new Hero(STILL);
    wandering.open(quick);
    await settled(wandering);
    wandering.set({ S: 0.1 });
    wandering.set({ S: 0.6 });
    await vi.waitFor(() => expect(wandering.shown.values.S).toBe(0.6), 20_000);
    await settled(wandering);
    expect(wandering.starts.map(({ theta }) => [...theta])).toEqual(straight.starts.map(({ theta }) => [...theta]));
    straight.close();
    wandering.close();
  });

  it('lowers m to n, and says nothing about it: the control shows it', () => {
    const hero = new Hero(STILL);
    hero.setVisible(false);
    hero.set({ n: 2, m: 2 });
    expect(hero.values.m).toBe(2);
    hero.close();
  });

  it('keeps the last good picture when a worker cannot run, and offers its settings again', async () => {
    const hero = new Hero(STILL);
    hero.open(quick);
    await settled(hero);
    const good = hero.starts;
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    pool.terminate();
    pool = new TrainingPool(() => {
      const worker = localWorker();
      worker.kill();
      return worker;
    }, 1);
    hero.set({ S: 0.3 });
    vi.advanceTimersByTime(60_000);
    vi.useRealTimers();
    await vi.waitFor(() => expect(hero.status).toBe('failed'), 20_000);
    expect(hero.starts).toBe(good);
    expect(hero.notices[0].text).toMatch(/cannot run here.*last good model is shown/);
    expect(hero.notices[0].action).toBeDefined();
    hero.close();
  });

  it('stops with a reason and one click back when the weights stop being finite', async () => {
    const hero = new Hero(STILL);
    hero.open(quick);
    await settled(hero);
    hero.set({ lr: 1e30 });
    await vi.waitFor(() => expect(hero.status).toBe('failed'), 20_000);
    expect(hero.notices[0].text).toMatch(/stopped being finite/);
    hero.notices[0].action?.run();
    await settled(hero);
    expect(hero.values.lr).toBe(quick.lr);
    hero.close();
  });

  it('offers to try again, and does, where the settings that cannot be trained are those on screen', async () => {
    const dead = (): LocalWorker => {
      const worker = localWorker();
      worker.postMessage = () => queueMicrotask(() => worker.onerror?.({ message: 'gone' } as ErrorEvent));
      return worker;
    };
    pool = new TrainingPool(dead, 1);
    const hero = new Hero({ ...STILL, values: quick });
    hero.open(quick);
    await vi.waitFor(() => expect(hero.status).toBe('failed'), 20_000);
    expect(hero.notices.map(({ action }) => action?.label)).toEqual(['Try again']);
    hero.set({ S: 0.3 });
    await vi.waitFor(() => expect(hero.notices[0].action?.label).toBe('Back to its settings'), 20_000);
    hero.notices[0].action?.run();
    await vi.waitFor(() => expect(hero.notices[0].action?.label).toBe('Try again'), 20_000);
    pool = new TrainingPool(() => localWorker(), 1);
    hero.notices[0].action?.run();
    await settled(hero);
    expect(hero.step).toBe(400);
    hero.close();
  });

  it('gives its worker free when it leaves the screen before its end, and gives the same run on coming back', async () => {
    const straight = new Hero(STILL);
    straight.open(quick);
    await settled(straight);
    const left = new Hero(STILL);
    left.setVisible(true);
    left.open({ ...quick, steps: 100_000 });
    left.setVisible(false);
    expect(left.status).toBe('paused');
    const other = new Hero(STILL);
    other.open({ ...quick, S: 0.3 });
    await settled(other);
    expect(left.status).toBe('paused');
    left.set(quick);
    left.setVisible(true);
    await settled(left);
    expect(left.starts.map(({ theta }) => [...theta])).toEqual(straight.starts.map(({ theta }) => [...theta]));
    for (const hero of [straight, left, other]) hero.close();
  });

  it('is trained when the reader comes to it, though it was not on screen when the page was opened', async () => {
    const hero = new Hero(STILL);
    hero.open(quick);
    hero.setVisible(false);
    await settled(hero);
    hero.close();
  });
});

describe('a lesson', () => {
  it('ends in the very model that the picture shows', async () => {
    const hero = new Hero(STILL);
    hero.open(quick);
    await settled(hero);
    hero.lesson.speed = 'max';
    await hero.lesson.play();
    await vi.waitFor(() => expect(hero.lesson.frame?.step).toBe(400), 20_000);
    expect([...(hero.lesson.frame?.theta ?? [])]).toEqual([...hero.starts[0].theta]);
    hero.close();
  });

  it('steps by the speed that is set, and resets to the same initial weights', async () => {
    const hero = new Hero(STILL);
    hero.open(quick);
    await settled(hero);
    await hero.lesson.reset();
    const first = [...(hero.lesson.frame?.theta ?? [])];
    hero.lesson.speed = 10;
    await hero.lesson.step();
    await hero.lesson.step();
    expect(hero.lesson.frame?.step).toBe(20);
    await hero.lesson.reset();
    expect(hero.lesson.frame?.step).toBe(0);
    expect([...(hero.lesson.frame?.theta ?? [])]).toEqual(first);
    hero.close();
  });

  it('carries its weights into a new sparsity while it plays, and is labelled', async () => {
    const hero = new Hero(STILL);
    hero.open({ ...quick, steps: 20_000 });
    await vi.waitFor(() => expect(hero.step).toBeGreaterThan(0), 20_000);
    await hero.lesson.play();
    await vi.waitFor(() => expect(hero.lesson.frame?.step).toBeGreaterThan(0), 20_000);
    hero.set({ S: 0.5 });
    expect(hero.lesson.warm).not.toBeNull();
    const step = hero.lesson.frame?.step;
    await vi.waitFor(() => expect(hero.lesson.frame?.step).toBeGreaterThan(step ?? Infinity), 20_000);
    expect(hero.shown.values.S).toBe(0.5);
    hero.close();
  });
});
