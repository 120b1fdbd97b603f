import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { TrainingPool } from '../../src/models/engine/index.ts';
import { localWorker } from '../support/local-worker.ts';

let pool: TrainingPool;
vi.mock('../../src/article/training.ts', () => ({ trainingPool: () => pool }));

const { Hero } = await import('../../src/article/figures/hero/hero.svelte.ts');
const { STILL } = await import('../../src/article/figures/hero/recorded.ts');

const quick = { ...STILL.values, starts: 2, batch: 64, steps: 400 };

let hero: InstanceType<typeof Hero>;
const settled = (): Promise<void> => vi.waitFor(() => expect(hero.status).toBe('done'), 20_000);
beforeEach(async () => {
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => setTimeout(callback, 0));
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
