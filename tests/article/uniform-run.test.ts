import { beforeEach, describe, expect, it, vi } from 'vitest';
import recorded from '../../src/article/figures/uniform/still.json' with { type: 'json' };
import { HeldPool, heard } from '../support/held-pool.ts';

let pool: HeldPool;
let background: HeldPool;
vi.mock('../../src/article/training.ts', () => ({ trainingPool: () => pool, backgroundPool: () => background }));

const { Uniform } = await import('../../src/article/figures/uniform/uniform.svelte.ts');
const { PAPER_VALUES, SMALL_VALUES, stillShown } = await import('../../src/article/figures/uniform/still.ts');
const { PRESETS } = await import('../../src/article/figures/uniform/presets.ts');

const fresh = (): InstanceType<typeof Uniform> => new Uniform(stillShown(SMALL_VALUES, recorded.small));

beforeEach(() => {
  pool = new HeldPool();
  background = new HeldPool();
});

describe('the paper’s setting', () => {
  it('shows its still and trains nothing until the reader asks for it', async () => {
    const uniform = fresh();
    uniform.set(PRESETS.paper.values);
    await vi.waitFor(() => expect(uniform.shown.values.n).toBe(PAPER_VALUES.n), 20_000);
    expect([uniform.status, background.trainings.length]).toEqual(['still', 0]);
  });

  it('stays a run that trains when the still arrives after the reader has asked for it', async () => {
    const uniform = fresh();
    uniform.open(SMALL_VALUES);
    pool.last.finish();
    await heard();
    uniform.set(PRESETS.paper.values);
    uniform.again();
    // What the figure waits for is here, and was asked for first.
    await import('../../src/article/figures/uniform/still.json', { with: { type: 'json' } });
    await heard();
    expect([uniform.status, uniform.engine, background.open.length]).toEqual(['training', 'wasm', 1]);
    uniform.close();
  });
});
