import { beforeEach, describe, expect, it, vi } from 'vitest';
import { figureDefaults } from '../../src/models/parameters/figures.ts';
import { heroExperiment } from '../../src/models/parameters/storage-problem.ts';
import { probed } from '../../src/article/pages/index/models.ts';
import { HeldPool, heard } from '../support/held-pool.ts';

let pool: HeldPool;
vi.mock('../../src/article/training.ts', () => ({ trainingPool: () => pool }));

const { Probing } = await import('../../src/article/figures/probe/probe.svelte.ts');

const figure = { ...figureDefaults('hero'), seed: 8 };

/** Figure 1 has been changed, and its network is what the reader wants to probe. */
function opened(values = figure) {
  const probing = new Probing(probed);
  probing.setVisible(true);
  probing.follow(values);
  return probing;
}
async function trained(): Promise<void> {
  pool.last.finish();
  await heard();
}
async function failed(): Promise<void> {
  pool.last.fail('no worker');
  await heard();
}

beforeEach(() => (pool = new HeldPool()));

describe('the network of Figure 1, trained for the probe', () => {
  it('comes with its own input where the reader has done nothing meanwhile', async () => {
    const probing = opened({ ...figure, n: 7 });
    await trained();
    expect([probing.status, probing.changed, probing.input.length, probing.network.view.n]).toEqual([
      'done',
      false,
      7,
      7,
    ]);
  });

  it('leaves the input that was changed, and the sparsity that was moved, while it trained', async () => {
    const probing = opened();
    const before = probing.network;
    probing.put(4, 0.3);
    probing.rarer(0.5);
    const { input } = probing;
    await trained();
    expect(probing.network).not.toBe(before);
    expect([probing.changed, probing.input, probing.S]).toEqual([true, input, 0.5]);
  });

  it('keeps the sparsity that was moved also where the input does not fit', async () => {
    const probing = opened({ ...figure, n: 7 });
    probing.put(4, 0.3);
    probing.rarer(0.5);
    await trained();
    expect([probing.changed, probing.input.length, probing.S]).toEqual([false, 7, 0.5]);
  });

  it('is tried again when it is chosen again after it could not be trained', async () => {
    const probing = opened();
    await failed();
    expect([probing.status, probing.problem, pool.open.length]).toEqual(['failed', 'no worker', 0]);
    probing.choose('pair');
    probing.choose('figure');
    expect([probing.status, probing.problem, pool.open.length]).toEqual(['training', '', 1]);
    await trained();
    expect(probing.status).toBe('done');
  });

  it('is tried again with the newest settings of Figure 1', async () => {
    const probing = opened();
    probing.choose('pair');
    const newest = { ...figure, seed: 9 };
    probing.follow(newest);
    await failed();
    probing.choose('figure');
    expect(pool.last.job.problem).toEqual(heroExperiment(newest).problem);
  });
});

describe('a model set by hand in Figure 1', () => {
  const theta = Float32Array.from(probed.pentagon.theta, (value, at) => (at === 0 ? value / 2 : value));
  const model = {
    moment: { values: figureDefaults('hero'), theta, loss: 0, step: 0 },
    frame: Float32Array.from(probed.pentagon.theta),
  };

  it('is offered while it stands, followed as it moves, and never trained', () => {
    const probing = new Probing(probed);
    probing.setVisible(true);
    expect(probing.byHand).toBe(false);
    probing.followHands(model);
    expect([probing.byHand, probing.preset]).toEqual([true, 'pair']);
    probing.choose('standing');
    const [, first] = probing.network.view.metrics.norms;
    probing.put(2, 0.4);
    const moved = theta.map((value) => 2 * value);
    probing.followHands({ ...model, moment: { ...model.moment, theta: moved } });
    expect(probing.network.view.metrics.norms[1]).toBeCloseTo(2 * first, 5);
    // The input that the reader has set stands.
    expect(probing.input[2]).toBe(0.4);
    expect([probing.network.byHand, pool.open.length]).toEqual([true, 0]);
  });

  it('is drawn in the frame that Figure 1 draws it in: what was not moved stands where it stood', () => {
    const probing = new Probing(probed);
    probing.choose('neighbours');
    const { W } = probing.network.view;
    probing.followHands(model);
    probing.choose('standing');
    const moved = probing.network.view.W;
    Array.from({ length: 4 }, (_, i) => i + 1).forEach((i) => {
      expect(moved[2 * i]).toBeCloseTo(W[2 * i], 5);
      expect(moved[2 * i + 1]).toBeCloseTo(W[2 * i + 1], 5);
    });
  });

  it('gives way to the trained network once it is undone', () => {
    const probing = new Probing(probed);
    probing.followHands(model);
    probing.choose('standing');
    probing.followHands(null);
    expect([probing.byHand, probing.preset, probing.network.byHand]).toEqual([false, 'figure', undefined]);
  });
});
