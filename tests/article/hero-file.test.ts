import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { TrainingPool } from '../../src/models/engine/index.ts';
import { localWorker } from '../support/local-worker.ts';

let pool: TrainingPool;
vi.mock('../../src/article/training.ts', () => ({ trainingPool: () => pool }));

const { Hero } = await import('../../src/article/figures/hero/hero.svelte.ts');
const { STILL } = await import('../../src/article/figures/hero/recorded.ts');
const { sentenceOf, sentenceText } = await import('../../src/article/figures/hero/sentence.ts');
const { heroDownloads } = await import('../../src/article/figures/hero/downloads.ts');
const { Hands } = await import('../../src/article/figures/hero/hands/hands.svelte.ts');

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

describe('a file that was saved', () => {
  const json = (state: HeroState): string => heroDownloads(state).files[0].content() as string;
  const modelsOf = (text: string): unknown[] =>
    (JSON.parse(text) as { models: Record<string, unknown>[] }).models.map(({ origin, step, W, b, adam }) => ({
      origin,
      step,
      W,
      b,
      adam,
    }));
  /** Opens it, and does not wait for the worker. */
  const opened = async (text: string): Promise<void> => {
    heroDownloads(hero).open(text, 'mine.json');
    await vi.waitFor(() => expect(hero.lesson.active).toBe(true), { timeout: 20_000, interval: 1 });
  };

  test('of a model set by hand is one of weights set by hand, not of random ones', async () => {
    const hands = new Hands(hero);
    hands.setWeights(0, [0.25, -0.5], true);
    const text = json(hero);
    await opened(text);
    expect(hero.edited).toBeNull();
    const words = sentenceText(sentenceOf(hero.shown, true, hero.lesson.byHand));
    expect(words).toMatch(/^After 0 steps from weights set by hand, at S = 0\.90/);
    expect(modelsOf(json(hero))).toEqual(modelsOf(text));
  });

  test('is saved again as it was, before a worker has seen it and after another lesson had come as far', async () => {
    await hero.lesson.reset();
    hero.lesson.speed = 10;
    await hero.lesson.step();
    const text = json(hero);
    await hero.lesson.reset();
    hero.set({ S: 0.5 });
    await vi.waitFor(() => expect(hero.status).toBe('done'), 20_000);
    await hero.lesson.reset();
    await hero.lesson.step();
    expect(modelsOf(json(hero))).not.toEqual(modelsOf(text));
    await opened(text);
    expect(hero.status).toBe('training');
    expect(heroDownloads(hero).files[0].about).toMatch(/^the model that is being watched: /);
    expect(modelsOf(json(hero))).toEqual(modelsOf(text));
  });

  test('while a frame of many steps is under way is that of the frame on screen', async () => {
    await hero.lesson.reset();
    hero.lesson.speed = 'max';
    await hero.lesson.step();
    const text = json(hero);
    const asked = hero.lesson.step();
    const seen = new Set<string>();
    for (let going = true; going; await new Promise((resolve) => setTimeout(resolve))) {
      if (hero.lesson.frame?.step === 100) seen.add(json(hero));
      else going = false;
    }
    await asked;
    expect([...seen].map(modelsOf)).toEqual([modelsOf(text)]);
  });
});
