import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { TrainingPool } from '../../src/models/engine/index.ts';
import { heroExperiment } from '../../src/models/parameters/storage-problem.ts';
import { exactLoss } from '../../src/models/theory/exact-loss.ts';
import { localWorker } from '../support/local-worker.ts';

let pool: TrainingPool;
vi.mock('../../src/article/training.ts', () => ({ trainingPool: () => pool }));

const { Hero } = await import('../../src/article/figures/hero/hero.svelte.ts');
const { STILL } = await import('../../src/article/figures/hero/recorded.ts');
const { sentenceOf, sentenceText } = await import('../../src/article/figures/hero/sentence.ts');
const { Hands } = await import('../../src/article/figures/hero/hands/hands.svelte.ts');
const { Timeline } = await import('../../src/article/figures/hero/time/timeline.svelte.ts');

type HeroState = InstanceType<typeof Hero>;
const quick = { ...STILL.values, starts: 2, batch: 64, steps: 300 };

let hero: HeroState;
beforeEach(async () => {
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => setTimeout(callback, 0));
  vi.stubGlobal('window', globalThis);
  pool = new TrainingPool(() => localWorker(), 1);
  hero = await trained(quick);
});
afterEach(() => {
  hero.close();
  pool.terminate();
  vi.unstubAllGlobals();
});

async function trained(values: typeof quick): Promise<HeroState> {
  const state = new Hero(STILL);
  state.open(values);
  await vi.waitFor(() => expect(state.status).toBe('done'), 20_000);
  return state;
}

const rowOf = ({ shown: { view } }: HeroState, i: number): number[] =>
  Array.from({ length: view.m }, (_, k) => view.W[i * view.m + k]);

describe('a model set by hand', () => {
  test('stands as it was set, with its exact loss, and says that it was', () => {
    const hands = new Hands(hero);
    const others = [0, 1, 3, 4].map((i) => rowOf(hero, i));
    hands.begin();
    hands.setWeights(2, [0.3, -0.6], true);
    hands.set(4, { bias: 0.05 });
    expect(rowOf(hero, 2)).toEqual([expect.closeTo(0.3, 6), expect.closeTo(-0.6, 6)]);
    [0, 1, 3, 4].forEach((i, k) => expect(rowOf(hero, i)).toEqual(others[k].map((value) => expect.closeTo(value, 6))));
    expect(hero.shown.view.b[4]).toBeCloseTo(0.05, 6);
    const { problem } = heroExperiment(quick);
    expect(hero.shown.loss).toBe(exactLoss(problem.models[0], 2, hero.moment.theta));
    expect(sentenceText(sentenceOf(hero.shown, false, hero.edited !== null))).toMatch(/^Set by hand, at S = 0\.90/);
  });

  test('leaves the trained starts, their step and the link as they are', () => {
    const before = JSON.stringify([hero.starts.map(({ theta }) => [...theta]), hero.step, hero.values]);
    new Hands(hero).setWeights(0, [0.1, 0.2], true);
    expect(JSON.stringify([hero.starts.map(({ theta }) => [...theta]), hero.step, hero.values])).toBe(before);
  });

  test('shows its handles once one is moved, and not while the picture trains', async () => {
    const hands = new Hands(hero);
    hero.set({ S: 0.5 });
    hands.drag(0, [0.2, -0.9], false);
    expect([hands.on, hero.edited]).toEqual([false, null]);
    await vi.waitFor(() => expect(hero.status).toBe('done'), 20_000);
    hands.drag(0, [0.2, -0.9], false);
    expect([hands.on, hero.edited === null]).toEqual([true, false]);
  });

  test('is given up movement by movement, down to the trained one', () => {
    const hands = new Hands(hero);
    const trainedTheta = hero.moment.theta;
    hands.begin();
    hands.setWeights(0, [0.5, 0.5], true);
    const first = hero.moment.theta;
    hands.begin();
    hands.setWeights(1, [0.1, 0.1], false);
    hands.giveUp();
    expect(hero.moment.theta).toBe(first);
    hands.restore();
    hands.begin();
    hands.setWeights(0, [0.5, 0.5], false);
    hands.giveUp();
    expect(hero.edited).toBeNull();
    expect(hero.moment.theta).toBe(trainedTheta);
  });

  test('stays what it is when what is given up began at other settings', async () => {
    const hands = new Hands(hero);
    hands.begin();
    hands.setWeights(0, [0.5, 0.5], true);
    hands.begin();
    hero.set({ S: 0.5 });
    hands.giveUp();
    expect(hero.edited).toBeNull();
    await vi.waitFor(() => expect(hero.status).toBe('done'), 20_000);
    hands.giveUp();
    expect([hero.edited, hero.shown.values.S]).toEqual([null, 0.5]);
    hands.set(0, { bias: 0.25 });
    expect(hero.edited?.values.S).toBe(0.5);
    hands.giveUp();
    expect([hero.edited, hero.moment.theta]).toEqual([null, hero.starts[0].theta]);
  });

  test('gives a lesson back, record and all, until the hand lets go', async () => {
    const hands = new Hands(hero);
    await hero.lesson.reset();
    hero.lesson.speed = 100;
    await hero.lesson.step();
    const { moment } = hero;
    const { frames } = hero.lesson;
    hands.begin();
    hands.drag(0, [0.2, -0.9], false);
    hands.drag(0, [0.2, -0.8], false);
    expect([hero.lesson.active, hero.moment === hero.edited]).toEqual([false, true]);
    hands.giveUp();
    expect([hero.lesson.active, hero.edited]).toEqual([true, null]);
    expect(hero.moment).toBe(moment);
    expect(hero.lesson.frames).toBe(frames);
    await hero.lesson.step();
    expect(hero.lesson.frame?.step).toBe(200);

    const { theta } = hero.moment;
    hands.begin();
    hands.drag(0, [0.2, -0.9], true);
    expect([hero.lesson.active, hero.lesson.frame]).toEqual([false, null]);
    hands.giveUp();
    expect(hero.edited?.theta).toBe(theta);
  });

  test('goes on learning from the weights that were set, when a movement of what it has learned is given up', async () => {
    const hands = new Hands(hero);
    hands.setWeights(0, [0.2, -0.9], true);
    const { edited } = hero;
    hands.learn();
    await vi.waitFor(() => expect(hero.lesson.frame?.step).toBeGreaterThan(0), 20_000);
    hands.begin();
    hands.drag(1, [0.1, 0.1], false);
    expect(hero.lesson.playing).toBe(false);
    hands.giveUp();
    expect([hero.lesson.playing, hero.lesson.byHand]).toEqual([true, true]);
    expect(hero.edited).toBe(edited);
    hero.lesson.pause();
    await hero.lesson.step();
  });

  test('learns on from its weights: step 0 is what was set, its moments are fresh, and it comes back to what was set', async () => {
    const hands = new Hands(hero);
    hands.setWeights(0, [0.2, -0.9], true);
    const set = hero.moment.theta;
    hero.lesson.speed = 10;
    hands.learn();
    await vi.waitFor(() => expect(hero.lesson.frame?.step).toBeGreaterThanOrEqual(10), 20_000);
    hero.lesson.pause();
    expect(hero.lesson.byHand).toBe(true);
    expect([...hero.lesson.frames[0].theta]).toEqual([...set]);
    // AdamW's first step is the learning rate in every parameter that has a gradient: fresh moments take no other.
    const [start, first] = hero.lesson.frames;
    expect(first.step).toBe(1);
    const moved = first.theta.map((value, k) => Math.abs(value - start.theta[k]));
    expect(Math.max(...moved)).toBeLessThanOrEqual(quick.lr * 1.001);
    expect(moved.filter((by) => by > 0.9 * quick.lr).length).toBeGreaterThan(moved.length / 2);
    hands.unlearn();
    expect(hero.moment.theta).toBe(set);
    hands.restore();
    expect(hero.moment.theta).toBe(hero.starts[0].theta);
  });

  test('is forgotten when a setting changes, and when the seed’s own run is watched', async () => {
    const hands = new Hands(hero);
    hands.setWeights(0, [0.2, -0.9], true);
    await hero.lesson.reset();
    expect(hero.edited).toBeNull();
    expect(hero.lesson.byHand).toBe(false);
    hands.setWeights(0, [0.2, -0.9], true);
    expect(hero.lesson.active).toBe(false);
    hero.set({ seed: 8 });
    expect(hero.edited).toBeNull();
  });
});

describe('the record of a lesson', () => {
  test('holds the run itself, as fine at any speed, and the cursor stands on it', async () => {
    hero.lesson.speed = 'max';
    await hero.lesson.play();
    await vi.waitFor(() => expect(hero.lesson.ended).toBe(true), 20_000);
    const timeline = new Timeline(hero);
    expect(timeline.recorded.slice(0, 5)).toEqual([0, 1, 2, 3, 4]);
    expect(timeline.recorded.at(-1)).toBe(300);
    timeline.follow(false);
    timeline.go(0);
    expect(hero.shown.step).toBe(0);
    timeline.by(3);
    expect(hero.shown.step).toBe(3);
    timeline.go(300);
    expect(hero.lesson.look).toBeNull();
    expect([...hero.moment.theta]).toEqual([...hero.starts[0].theta]);
    // Watched again at another speed, the run has the very same weights there.
    timeline.go(100);
    const seen = hero.moment;
    hero.lesson.speed = 100;
    await hero.lesson.reset();
    await hero.lesson.step();
    expect(hero.lesson.frame?.step).toBe(100);
    const again = hero.lesson.frames.find(({ step }) => step === seen.step);
    expect(again && [...again.theta]).toEqual([...seen.theta]);
  });

  test('names its moments, and says them where the cursor is', async () => {
    hero.lesson.speed = 'max';
    await hero.lesson.play();
    await vi.waitFor(() => expect(hero.lesson.ended).toBe(true), 20_000);
    const timeline = new Timeline(hero);
    timeline.follow(false);
    const marks = timeline.measured?.marks ?? [];
    const last = marks.at(-1);
    if (!last) throw new Error('nothing happened in this run');
    timeline.go(300);
    expect(timeline.says).toBe(`step 300 of 300; ${last.words}`);
    timeline.go(0);
    expect(timeline.says).toBe('step 0 of 300');
  });
});
