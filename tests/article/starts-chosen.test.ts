import { beforeEach, describe, expect, it, vi } from 'vitest';
import { figureDefaults } from '../../src/models/parameters/figures.ts';
import recordedAbsolute from '../../src/article/figures/absolute/still.json' with { type: 'json' };
import recordedHidden from '../../src/article/figures/hidden/still.json' with { type: 'json' };
import recordedOdd from '../../src/article/figures/perturbed/still.json' with { type: 'json' };
import recordedSets from '../../src/article/figures/correlated/still.json' with { type: 'json' };
import { HeldPool } from '../support/held-pool.ts';

let pool: HeldPool;
vi.mock('../../src/article/training.ts', () => ({ trainingPool: () => pool, backgroundPool: () => pool }));

const { Absolute } = await import('../../src/article/figures/absolute/absolute.svelte.ts');
const { Correlated } = await import('../../src/article/figures/correlated/correlated.svelte.ts');
const { Hidden } = await import('../../src/article/figures/hidden/hidden.svelte.ts');
const { Perturbed } = await import('../../src/article/figures/perturbed/perturbed.svelte.ts');

beforeEach(() => (pool = new HeldPool()));

describe.each([
  { name: 'hidden', make: () => new Hidden(recordedHidden) },
  { name: 'absolute', make: () => new Absolute(recordedAbsolute) },
  { name: 'correlated', make: () => new Correlated(recordedSets) },
  { name: 'perturbed', make: () => new Perturbed(recordedOdd) },
])('the start that is looked at in figure $name', ({ make }) => {
  it('is the best one again when the settings change, however they change', () => {
    const figure = make();
    figure.chosen = 4;
    figure.set({ lr: 0.002 });
    expect(figure.chosen).toBe(0);
    figure.chosen = 4;
    figure.open({ ...figure.values, lr: 0.003 } as never);
    expect(figure.chosen).toBe(0);
    figure.chosen = 4;
    figure.take(figure.values as never, []);
    expect(figure.chosen).toBe(0);
  });

  it('stays when a control is set to where it stands', () => {
    const figure = make();
    figure.chosen = 4;
    figure.set({ lr: figure.values.lr });
    expect(figure.chosen).toBe(4);
  });

  it('is the best one again when they are trained again: ranks arrive one by one', () => {
    const figure = make();
    figure.chosen = 4;
    figure.again();
    expect(figure.chosen).toBe(0);
  });
});

describe('figure perturbed, when a file of another density is opened', () => {
  const elsewhere = { ...figureDefaults('perturbed'), S: 0.8 };

  it('computes the branches’ losses at that density', async () => {
    const perturbed = new Perturbed(recordedOdd);
    perturbed.take(elsewhere, []);
    pool.last.reach(pool.last.job.announce[0]);
    await vi.waitFor(() => expect(perturbed.curves?.base).toBeCloseTo(0.2), { timeout: 20_000 });
  });

  it('ends a sweep of the setting before', () => {
    const perturbed = new Perturbed(recordedOdd);
    void perturbed.sweep.run(perturbed.values, () => undefined);
    const sweeping = pool.last;
    perturbed.take(elsewhere, []);
    expect([sweeping.open, perturbed.sweep.progress]).toEqual([false, null]);
  });
});
