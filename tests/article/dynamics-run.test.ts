import { beforeEach, describe, expect, it, vi } from 'vitest';
import recorded from '../../src/article/figures/dynamics/still.json' with { type: 'json' };
import { HeldPool, heard } from '../support/held-pool.ts';

let pool: HeldPool;
vi.mock('../../src/article/training.ts', () => ({ trainingPool: () => pool }));

const { Dynamics } = await import('../../src/article/figures/dynamics/dynamics.svelte.ts');
const { PRESETS } = await import('../../src/article/figures/dynamics/presets.ts');
const { dynamicsStill: still, stageMoment } = await import('../../src/article/pages/geometry/dynamics-numbers.ts');

const { stages } = recorded.octahedron;
/** Where the strip in the text shows the third of them. */
const THERE = stageMoment('antiprism').step;

/** The run whose stages have names, as far as it goes: every frame is the stage that it has reached. */
function replay(): void {
  const training = pool.last;
  for (const step of training.job.announce) {
    const stage = stages.findLast((each) => each.step <= step) ?? stages[0];
    training.reach(step, Float32Array.from(stage.theta));
  }
}

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', () => 0);
  vi.stubGlobal('cancelAnimationFrame', () => {});
  pool = new HeldPool();
});

describe('a moment that was asked for before the run has it', () => {
  const asked = (): InstanceType<typeof Dynamics> => {
    const dynamics = new Dynamics(still);
    dynamics.set(PRESETS.octahedron.values);
    dynamics.seekWhenRecorded(THERE);
    replay();
    return dynamics;
  };
  const ended = async (): Promise<void> => {
    pool.last.finish();
    await heard();
  };

  it('is gone to in a run that waits to be seen before it begins', async () => {
    const dynamics = new Dynamics(still);
    // The word that asks for it stands far from the figure, which is scrolled to.
    dynamics.setVisible(false);
    dynamics.set(PRESETS.octahedron.values);
    dynamics.seekWhenRecorded(THERE);
    dynamics.setVisible(true);
    replay();
    await ended();
    expect(dynamics.step).toBe(THERE);
  });

  it('is gone to when the run has ended', async () => {
    const dynamics = asked();
    await ended();
    expect(dynamics.step).toBe(THERE);
    expect(dynamics.step).toBeLessThan(dynamics.values.steps);
  });

  it('is forgotten once the reader goes elsewhere', async () => {
    const dynamics = asked();
    const elsewhere = dynamics.recording.frames[3].step;
    dynamics.seek(elsewhere);
    await ended();
    expect(dynamics.status).toBe('done');
    expect(dynamics.step).toBe(elsewhere);
  });

  it('is forgotten once the reader plays the run', async () => {
    const dynamics = asked();
    dynamics.play();
    await ended();
    expect(dynamics.step).toBe(dynamics.values.steps);
  });

  it('is forgotten when the run is stopped', async () => {
    const dynamics = asked();
    dynamics.cancel();
    dynamics.again();
    replay();
    await ended();
    expect(dynamics.step).toBe(dynamics.values.steps);
  });

  it('is forgotten when another run is asked for', async () => {
    const dynamics = asked();
    dynamics.set({ seed: 8 });
    replay();
    await ended();
    expect(dynamics.step).toBe(dynamics.values.steps);
  });
});
