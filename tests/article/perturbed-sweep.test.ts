import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TrainingError, TrainingPool } from '../../src/models/engine/index.ts';
import { densityOf } from '../../src/models/parameters/density.ts';
import { figureDefaults } from '../../src/models/parameters/figures.ts';
import { localWorker } from '../support/local-worker.ts';

let background: TrainingPool;
vi.mock('../../src/article/training.ts', () => ({
  trainingPool: () => {
    throw new Error('the page’s own workers are for what is looked at');
  },
  backgroundPool: () => background,
}));

const { Sweep } = await import('../../src/article/figures/perturbed/sweep.svelte.ts');
const { SWEEP_RATIOS } = await import('../../src/article/figures/perturbed/protocol.ts');

const quick = { ...figureDefaults('perturbed'), starts: 2, steps: 20, batch: 16, engine: 'wasm' } as const;

beforeEach(() => (background = new TrainingPool(localWorker, 1)));
afterEach(() => background.terminate());

describe('training every ratio', () => {
  it('leaves out the ratios that the density cannot reach: each dot stands where it was trained', async () => {
    for (const S of [0.95, 0.5, 0]) {
      const train = vi.spyOn(background, 'train');
      const sweep = new Sweep(quick, []);
      const values = { ...quick, S };
      await sweep.run(values, (text) => expect.fail(text));
      const trained = train.mock.calls.map(([{ problem }]) => problem.models[0].density);
      const drawn = [...new Set(sweep.dotsFor(values).map(({ ratio }) => ratio))];
      expect(drawn).toEqual(SWEEP_RATIOS.filter((ratio) => ratio * densityOf(S) <= 1));
      trained.forEach(([odd, other], k) => expect(odd / other).toBeCloseTo(drawn[k], 12));
      expect(trained).toHaveLength(drawn.length);
      expect(sweep.progress).toBeNull();
      train.mockRestore();
    }
  });

  it('says that it failed, and keeps what it has', async () => {
    const train = background.train.bind(background);
    const said: string[] = [];
    let calls = 0;
    vi.spyOn(background, 'train').mockImplementation((job) =>
      ++calls < 3
        ? train(job)
        : { result: Promise.reject(new TrainingError('the training worker ran out of memory')), cancel: () => {} },
    );
    const sweep = new Sweep(quick, []);
    await sweep.run(quick, (text) => said.push(text));
    expect(said).toEqual([
      `Training of every ratio stopped at ${SWEEP_RATIOS[2]}: the training worker ran out of memory. The ratios before it are shown.`,
    ]);
    expect(sweep.dotsFor(quick)).toHaveLength(2 * quick.starts);
    expect(sweep.progress).toBeNull();
  });

  it('ends without a word when it is stopped', async () => {
    const sweep = new Sweep(quick, []);
    const ended = sweep.run(quick, (text) => expect.fail(text));
    sweep.stop();
    await ended;
    expect(sweep.progress).toBeNull();
    expect(sweep.dotsFor(quick)).toEqual([]);
  });
});
