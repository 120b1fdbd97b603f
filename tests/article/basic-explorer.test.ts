import { beforeEach, describe, expect, it, vi } from 'vitest';
import recorded from '../../src/article/figures/basic/still.json' with { type: 'json' };
import { HeldPool, heard } from '../support/held-pool.ts';

let pool: HeldPool;
vi.mock('../../src/article/training.ts', () => ({ trainingPool: () => pool }));

const { Basic } = await import('../../src/article/figures/basic/basic.svelte.ts');
const { stillPicture } = await import('../../src/article/figures/basic/still.ts');

type BasicState = InstanceType<typeof Basic>;

async function trainedAll(): Promise<void> {
  while (pool.open.length > 0) {
    pool.last.finish();
    await heard();
  }
}
/** Trained, the slider between two densities of the strip. */
async function between(): Promise<BasicState> {
  const basic = new Basic(stillPicture(recorded));
  basic.set({ starts: 3 });
  await trainedAll();
  basic.set({ S: 0.95 });
  return basic;
}
const held = (basic: BasicState): string[] =>
  basic.notices.filter(({ holds }) => holds?.() ?? true).map(({ text }) => text);

beforeEach(() => (pool = new HeldPool()));

describe('the model at the slider', () => {
  it('that cannot be trained is a line under the figure, and not the figure’s end', async () => {
    const basic = await between();
    pool.last.fail('no worker');
    await heard();
    expect([basic.status, basic.figureStatus]).toEqual(['done', 'done']);
    expect(held(basic)).toEqual(['The model at the slider could not be trained: no worker. The nearest one is shown.']);
  });

  it('can be tried again by one click, and the line goes', async () => {
    const basic = await between();
    pool.last.fail('no worker');
    await heard();
    basic.notices[0].action?.run();
    expect([held(basic), pool.open.length]).toEqual([[], 1]);
    await trainedAll();
    expect(basic.selected.density).toBeCloseTo(0.05);
    expect(basic.selected.starts).toHaveLength(3);
  });

  it('that has failed does not hide the next one', async () => {
    const basic = await between();
    pool.last.fail('no worker');
    await heard();
    basic.set({ S: 0.96 });
    await trainedAll();
    expect([basic.figureStatus, held(basic)]).toEqual(['done', []]);
    expect(basic.selected.density).toBeCloseTo(0.04);
  });

  it('does not train off screen: it is asked for again when the figure is back', async () => {
    const basic = await between();
    expect(pool.open.length).toBe(1);
    basic.setVisible(false);
    expect([pool.open.length, basic.figureStatus]).toEqual([0, 'done']);
    basic.set({ S: 0.96 });
    expect(pool.open.length).toBe(0);
    basic.setVisible(true);
    await trainedAll();
    expect(basic.selected.density).toBeCloseTo(0.04);
    expect(basic.selected.starts).toHaveLength(3);
  });

  it('is the newest of a drag, after a picture of the one before', async () => {
    const basic = await between();
    const first = pool.last;
    basic.set({ S: 0.96 }, false);
    basic.set({ S: 0.97 }, false);
    expect(pool.open).toEqual([first]);
    first.reach(20);
    expect(first.open).toBe(false);
    await trainedAll();
    expect(basic.selected.density).toBeCloseTo(0.03);
  });
});
