import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { TrainingPool } from '../../src/models/engine/index.ts';
import { heroExperiment } from '../../src/models/parameters/storage-problem.ts';
import { exactLoss } from '../../src/models/theory/exact-loss.ts';
import { Frames } from '../support/frames.ts';
import { localWorker } from '../support/local-worker.ts';

let pool: TrainingPool;
vi.mock('../../src/article/training.ts', () => ({ trainingPool: () => pool }));

const { Hero } = await import('../../src/article/figures/hero/hero.svelte.ts');
const { STILL } = await import('../../src/article/figures/hero/recorded.ts');
const { Hands } = await import('../../src/article/figures/hero/hands/hands.svelte.ts');
const { Twin } = await import('../../src/article/figures/hero/compare/twin.svelte.ts');

const quick = { ...STILL.values, starts: 2, batch: 64, steps: 400 };

let hero: InstanceType<typeof Hero>;
let frames: Frames;
const settled = (): Promise<void> => vi.waitFor(() => expect(hero.status).toBe('done'), 20_000);
beforeEach(async () => {
  frames = new Frames();
  vi.stubGlobal('requestAnimationFrame', frames.request);
  pool = new TrainingPool(() => localWorker(), 1);
  hero = new Hero(STILL);
  hero.open(quick);
  await settled();
});
afterEach(() => {
  hero.close();
  pool.terminate();
  vi.unstubAllGlobals();
});

/** Watches until the weights have been taken from S = 0.9 to 0.5, and pauses. */
async function carriedOver(): Promise<void> {
  await vi.waitFor(() => expect(hero.lesson.frame?.step).toBe(1), 20_000);
  hero.set({ S: 0.5 });
  expect(hero.lesson.warm).not.toBeNull();
  hero.lesson.pause();
  frames.draw();
}

describe('when a slider has moved within a lesson', () => {
  test.each([
    { way: 'another start', leave: () => hero.choose(1) },
    { way: 'the way back to the trained model', leave: () => hero.restore() },
  ])('$way shows that setting trained from its seed, and the model beside it follows', async ({ leave }) => {
    await hero.lesson.play();
    await carriedOver();
    leave();
    expect(hero.lesson.active).toBe(false);
    await vi.waitFor(() => expect(hero.shown.values.S).toBe(0.5), 20_000);
    await settled();
    expect([hero.values.S, hero.shownValues.S, hero.chosen]).toEqual([0.5, 0.5, 0]);
    expect(hero.starts).toHaveLength(2);
    const twin = new Twin(hero);
    await twin.follow(hero.values, hero.shownValues, hero.step);
    expect(twin.shown?.values.S).toBe(0.5);
  });

  test('what was set by hand is still there, and costs what it costs at that setting', async () => {
    const hands = new Hands(hero);
    hands.setWeights(0, [0.2, -0.9], true);
    const set = hero.moment.theta;
    hands.learn();
    await carriedOver();
    hands.unlearn();
    expect(hero.moment.theta).toBe(set);
    expect(hero.shown.values.S).toBe(0.5);
    const { problem } = heroExperiment({ ...quick, S: 0.5 });
    expect(hero.shown.loss).toBe(exactLoss(problem.models[0], 2, set));
    expect(hands.free).toBe(true);
    hands.restore();
    await settled();
    expect(hero.moment.theta).toBe(hero.starts[0].theta);
    expect(hero.shown.values.S).toBe(0.5);
  });

  test('a run from the seed at that setting does not end in the curve of the last one', async () => {
    await hero.lesson.reset();
    expect(hero.lesson.curve.at(-1)?.step).toBe(400);
    void hero.lesson.play();
    await carriedOver();
    await hero.lesson.reset();
    expect(hero.lesson.warm).toBeNull();
    expect(hero.lesson.curve.map(({ step }) => step)).toEqual([0]);
  });
});

describe('fewer steps than a lesson has taken', () => {
  test('are trained from the seed: the lesson ends', async () => {
    await hero.lesson.reset();
    hero.lesson.speed = 100;
    await hero.lesson.step();
    void hero.lesson.play();
    hero.set({ steps: 50 });
    expect([hero.lesson.active, hero.lesson.playing]).toEqual([false, false]);
    await settled();
    expect([hero.figureStatus, hero.shown.step]).toEqual(['done', 50]);
  });

  test('or than it has been asked for, also', async () => {
    await hero.lesson.reset();
    hero.lesson.speed = 100;
    void hero.lesson.play();
    await Promise.resolve();
    expect(hero.lesson.frame?.step).toBe(0);
    hero.set({ steps: 50 });
    await settled();
    expect([hero.figureStatus, hero.shown.step]).toEqual(['done', 50]);
  });

  test('more are gone on to, from the weights that are there', async () => {
    await hero.lesson.play();
    await vi.waitFor(() => expect(hero.lesson.frame?.step).toBe(1), 20_000);
    hero.set({ steps: 500 });
    expect([hero.lesson.playing, hero.lesson.frame?.values.steps]).toEqual([true, 500]);
  });
});

describe('a lesson that is closed', () => {
  test.each([
    { what: 'a reset', ask: () => hero.lesson.reset() },
    {
      what: 'a file',
      ask: () => {
        const { theta, loss } = hero.starts[0];
        const none = new Float32Array(theta.length);
        hero.lesson.resume(quick, 0, { step: 10, theta, m1: none, m2: none }, loss, 'seed');
      },
    },
  ])('before its code is there stays closed: $what', async ({ ask }) => {
    const asked = ask();
    hero.set({ S: 0.3 });
    await asked;
    await settled();
    expect(hero.lesson.active).toBe(false);
    expect(hero.shown.values.S).toBe(0.3);
  });

  test('leaves its place to a new one, whatever step was still asked for', async () => {
    await hero.lesson.reset();
    hero.lesson.speed = 100;
    void hero.lesson.step();
    void hero.lesson.step();
    await hero.lesson.reset();
    expect(hero.lesson.frame?.step).toBe(0);
    hero.lesson.speed = 1;
    await hero.lesson.step();
    expect(hero.lesson.frame?.step).toBe(1);
    expect(hero.lesson.frames.map(({ step }) => step)).toEqual([0, 1]);
  });
});
