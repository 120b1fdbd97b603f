import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TrainingPool, type Training } from '../../src/models/engine/index.ts';
import type { TrainJob } from '../../src/models/engine/job.ts';
import { figureDefaults } from '../../src/models/parameters/figures.ts';
import type { PhaseValues } from '../../src/models/phase/cell-models.ts';
import { PhaseMap } from '../../src/models/phase/map.ts';
import { localWorker } from '../support/local-worker.ts';

let pool: TrainingPool;
vi.mock('../../src/article/training.ts', () => ({ trainingPool: () => pool }));

const { Phase } = await import('../../src/article/figures/phase/phase.svelte.ts');
type PhaseState = InstanceType<typeof Phase>;

const small: PhaseValues = { ...figureDefaults('phase'), cells: 12, starts: 1, steps: 60, engine: 'wasm' };

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => setTimeout(callback, 0));
  vi.stubGlobal('cancelAnimationFrame', (handle: number) => clearTimeout(handle));
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  pool = new TrainingPool(localWorker, 1);
});
afterEach(() => {
  pool.terminate();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function trainedMap(values = small): Promise<PhaseState> {
  const phase = new Phase({ values, map: new PhaseMap(values), shows: new Int32Array(values.cells ** 2).fill(-1) });
  phase.setViewVisible('phase', true);
  phase.open(values);
  await vi.waitFor(() => expect(phase.status).toBe('done'), 20_000);
  return phase;
}

/** As the figure does when its map has come to rest. */
async function followed(phase: PhaseState): Promise<void> {
  if (phase.subject) await phase.lesson.follow(phase.subject);
}

/** Another map is begun, drawn in part, and stopped. */
async function halfWay(phase: PhaseState, change: Partial<PhaseValues>): Promise<void> {
  const { map } = phase;
  phase.set(change);
  await vi.waitFor(() => expect(phase.map).not.toBe(map), { timeout: 20_000, interval: 1 });
  phase.cancel();
}

describe('the lesson of a cell', () => {
  it('is the run that ends in the network of the map', async () => {
    const phase = await trainedMap();
    await followed(phase);
    expect(phase.lesson.frames.length).toBeGreaterThan(10);
    expect(phase.lesson.frames.at(-1)?.theta).toEqual(phase.current?.theta);
    phase.lesson.show(0);
    expect(phase.lesson.frame?.step).toBeLessThan(small.steps / 10);
    phase.closeView('phase');
  });

  it('is not told of another map’s network, nor of one that has another shape', async () => {
    for (const change of [{ seed: small.seed + 1 }, { n: 3, m: 2 }]) {
      const phase = await trainedMap();
      await followed(phase);
      phase.lesson.show(3);
      await halfWay(phase, { ...change, cells: 60 });
      expect(phase.current).not.toBeNull();
      expect(phase.lesson.frame).toBeNull();
      expect(phase.lesson.frames).toEqual([]);
      expect(phase.lesson.points).toEqual([]);
      phase.closeView('phase');
    }
  });

  it('is not told of another cell while the map is stopped, and is there again when the cross-hair is back', async () => {
    const phase = await trainedMap();
    await followed(phase);
    const { place } = phase;
    const count = phase.lesson.frames.length;
    phase.cancel();
    phase.lesson.show(3);
    phase.move({ r: place.r * 2, p: place.p });
    expect(phase.lesson.frames).toEqual([]);
    expect(phase.lesson.frame).toBeNull();
    phase.move(place);
    expect(phase.lesson.frames).toHaveLength(count);
    phase.closeView('phase');
  });

  it('stops moving off screen, at the moment it has reached', async () => {
    const phase = await trainedMap();
    await followed(phase);
    let tick: FrameRequestCallback = () => {};
    vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => {
      tick = callback;
      return 1;
    });
    const cancelled = vi.fn();
    vi.stubGlobal('cancelAnimationFrame', cancelled);
    phase.lesson.play();
    tick(0);
    tick(1200);
    const { at } = phase.lesson;
    expect(at).toBeGreaterThan(0);
    cancelled.mockClear();
    phase.lesson.setVisible(false);
    expect(phase.lesson.playing).toBe(false);
    expect(phase.lesson.at).toBe(at);
    expect(cancelled).toHaveBeenCalled();
    phase.closeView('phase');
  });

  it('is trained while it is on screen, and from its seed again when it is back', async () => {
    const phase = await trainedMap();
    const trainings: Training[] = [];
    const train = pool.train.bind(pool);
    vi.spyOn(pool, 'train').mockImplementation((job: TrainJob, onProgress) => {
      const training = train(job, onProgress);
      trainings.push(training);
      return training;
    });
    const begun = followed(phase);
    phase.lesson.setVisible(false);
    await begun;
    expect(await trainings[0].result).toBeNull();
    expect(phase.lesson.frames).toEqual([]);
    phase.lesson.setVisible(true);
    await vi.waitFor(() => expect(phase.lesson.frames.at(-1)?.theta).toEqual(phase.current?.theta), 20_000);
    expect(trainings).toHaveLength(2);
    phase.closeView('phase');
  });
});
