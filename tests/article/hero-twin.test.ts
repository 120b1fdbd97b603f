import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { TrainingPool } from '../../src/models/engine/index.ts';
import { localWorker } from '../support/local-worker.ts';

let pool: TrainingPool;
vi.mock('../../src/article/training.ts', () => ({ trainingPool: () => pool }));

const { Hero } = await import('../../src/article/figures/hero/hero.svelte.ts');
const { STILL } = await import('../../src/article/figures/hero/recorded.ts');
const { comparable, familyName, Twin } = await import('../../src/article/figures/hero/compare/twin.svelte.ts');

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

describe('the model beside it', () => {
  test('is the one that the figure itself would train, and nothing in the figure changes', async () => {
    const before = JSON.stringify([hero.starts.map(({ theta }) => [...theta]), hero.curve, hero.step]);
    const twin = new Twin(hero);
    await twin.follow(hero.values, hero.shownValues, hero.step);
    expect(JSON.stringify([hero.starts.map(({ theta }) => [...theta]), hero.curve, hero.step])).toBe(before);
    const linear = await trained({ ...quick, model: 'linear' });
    expect(twin.shown?.loss).toBe(linear.shown.loss);
    expect(Array.from(twin.shown?.view.W ?? [])).toEqual(Array.from(linear.shown.view.W));
    linear.close();
  });

  test('is compared, and named, as what it is: not while the picture shows other settings', async () => {
    const twin = new Twin(hero);
    await twin.follow(hero.values, hero.shownValues, hero.step);
    const other = twin.shown?.values ?? quick;
    expect([familyName(other), comparable(other, hero.shown.values)]).toEqual(['linear', true]);
    await hero.lesson.reset();
    hero.lesson.playing = true;
    hero.set({ S: 0.5 });
    await twin.follow(hero.values, hero.shownValues, hero.step);
    expect(twin.shown?.values).toBe(other);
    expect([hero.shown.values.S, comparable(other, hero.shown.values)]).toEqual([0.5, false]);
    // The other family was chosen: what it will be is not what is drawn yet.
    expect(comparable(other, { ...quick, model: 'linear' })).toBe(false);
    hero.set({ S: quick.S, model: 'linear' });
    expect([twin.name, familyName(other)]).toEqual(['ReLU', 'linear']);
  });

  test('waits while the slider has moved on', async () => {
    const twin = new Twin(hero);
    await twin.follow({ ...hero.values, S: 0.5 }, hero.shownValues, hero.step);
    expect(twin.shown).toBeNull();
  });
});
