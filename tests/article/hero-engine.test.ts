import { beforeEach, describe, expect, test, vi } from 'vitest';
import { HeldPool, heard } from '../support/held-pool.ts';

let pool: HeldPool;
vi.mock('../../src/article/training.ts', () => ({ trainingPool: () => pool }));

const { page } = await import('../../src/article/page-state.svelte.ts');
const { Hero } = await import('../../src/article/figures/hero/hero.svelte.ts');
const { STILL } = await import('../../src/article/figures/hero/recorded.ts');

let hero: InstanceType<typeof Hero>;
const trained = async (engine: 'wasm' | 'webgl'): Promise<void> => {
  pool.last.finish(engine);
  await heard();
  // The dial's pictures follow the picture.
  for (const { open } of pool.trainings) if (open) pool.last.cancel();
  expect(hero.status).toBe('done');
};
beforeEach(async () => {
  pool = new HeldPool();
  hero = new Hero(STILL);
  hero.open(STILL.values);
  await trained('wasm');
});

describe('a link to the first figure', () => {
  const engineOf = (): unknown => {
    const linkTo = vi.spyOn(page, 'linkTo').mockReturnValue('');
    hero.link();
    const [, values] = linkTo.mock.lastCall ?? [];
    linkTo.mockRestore();
    return (values as typeof STILL.values | undefined)?.engine;
  };

  test('names the engine that has trained what it shows', async () => {
    expect(engineOf()).toBe('wasm');
    hero.set({ engine: 'webgl' });
    await trained('wasm');
    expect(engineOf()).toBe('wasm');
  });

  test('names the engine that was chosen while it trains, also when it has shown a picture, and after it has failed', async () => {
    hero.set({ engine: 'webgl' });
    expect(engineOf()).toBe('webgl');
    pool.last.reach(300);
    expect(engineOf()).toBe('webgl');
    pool.last.fail('no WebGL');
    await heard();
    expect([hero.status, engineOf()]).toEqual(['failed', 'webgl']);
  });
});

describe('a training that has failed', () => {
  const held = (): string[] => hero.notices.filter(({ holds }) => holds?.() ?? true).map(({ text }) => text);

  test('is told of until something else trains', async () => {
    hero.set({ lr: 0.5 });
    pool.last.fail('no worker');
    await heard();
    expect(held()).toEqual(['Training stopped: no worker. The last good model is shown.']);
    hero.set({ S: 0.5 });
    expect(held()).toEqual([]);
    await trained('wasm');
    expect(held()).toEqual([]);
    hero.set({ lr: 0.4 });
    pool.last.fail('no worker');
    await heard();
    expect(held()).toHaveLength(1);
  });
});
