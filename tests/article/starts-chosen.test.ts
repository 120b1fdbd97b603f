import { beforeEach, describe, expect, it, vi } from 'vitest';
import { basicExperiment } from '../../src/models/parameters/storage-problem.ts';
import { figureDefaults } from '../../src/models/parameters/figures.ts';
import recordedAbsolute from '../../src/article/figures/absolute/still.json' with { type: 'json' };
import recordedBasic from '../../src/article/figures/basic/still.json' with { type: 'json' };
import recordedHidden from '../../src/article/figures/hidden/still.json' with { type: 'json' };
import recordedOdd from '../../src/article/figures/perturbed/still.json' with { type: 'json' };
import recordedSets from '../../src/article/figures/correlated/still.json' with { type: 'json' };
import { parameterCount } from '../../src/models/layout.ts';
import type { Problem } from '../../src/models/problem.ts';
import { HeldPool, heard } from '../support/held-pool.ts';

let pool: HeldPool;
vi.mock('../../src/article/training.ts', () => ({ trainingPool: () => pool, backgroundPool: () => pool }));

const { Absolute } = await import('../../src/article/figures/absolute/absolute.svelte.ts');
const { Basic } = await import('../../src/article/figures/basic/basic.svelte.ts');
const { stillPicture } = await import('../../src/article/figures/basic/still.ts');
const { Correlated } = await import('../../src/article/figures/correlated/correlated.svelte.ts');
const { correlatedParts } = await import('../../src/article/figures/correlated/parts.ts');
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
    expect(figure.chosen).toBeNull();
    figure.chosen = 4;
    figure.open({ ...figure.values, lr: 0.003 } as never);
    expect(figure.chosen).toBeNull();
    figure.chosen = 4;
    figure.take(figure.values as never, []);
    expect(figure.chosen).toBeNull();
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
    expect(figure.chosen).toBeNull();
  });
});

describe('the start that is looked at while better ones arrive', () => {
  /** What was trained elsewhere and is far behind what a held training finds: starts 0 and 1. */
  const behind = (problem: Problem) =>
    problem.models
      .filter(({ start }) => start < 2)
      .map((settings) => {
        const theta = new Float32Array(parameterCount(problem)).fill(settings.start);
        return { settings, start: { start: settings.start, loss: 50 + settings.start, theta } };
      });

  it.each([
    {
      name: 'basic',
      make: () => {
        const basic = new Basic(stillPicture(recordedBasic));
        const values = { ...basic.values, p: [basic.density], starts: 8 };
        const { problem } = basicExperiment(values);
        basic.take(values, behind(problem));
        return { figure: basic, seen: () => [basic.start.start, basic.rank] };
      },
    },
    {
      name: 'correlated',
      make: () => {
        const correlated = new Correlated(recordedSets);
        const values = { ...correlated.values, starts: 8 };
        correlated.take(values, behind(correlatedParts(values)[0].problem));
        return {
          figure: correlated,
          seen: () => [correlated.looked.start, correlated.found.indexOf(correlated.looked)],
        };
      },
    },
  ])('stays the same in figure $name, whatever its rank', async ({ make }) => {
    const { figure, seen } = make();
    pool.last.finish();
    await heard();
    figure.chosen = 0;
    const [start, rank] = seen();
    while (pool.open.length > 0) {
      pool.last.finish();
      await heard();
    }
    expect([start, seen()[0]]).toEqual([0, 0]);
    expect(seen()[1]).toBeGreaterThan(rank ?? Infinity);
    figure.close();
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
