import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import recorded from '../../src/article/figures/phase/still.json' with { type: 'json' };
import { TrainingPool } from '../../src/models/engine/index.ts';
import type { WorkerLike } from '../../src/models/engine/lane.ts';
import { localWorker } from '../support/local-worker.ts';

let pool: TrainingPool;
vi.mock('../../src/article/training.ts', () => ({ trainingPool: () => pool }));

const { page } = await import('../../src/article/page-state.svelte.ts');
const { Phase } = await import('../../src/article/figures/phase/phase.svelte.ts');
const { stillPicture } = await import('../../src/article/figures/phase/still.ts');

type PhaseState = InstanceType<typeof Phase>;
const QUICK = { cells: 8, starts: 1, steps: 40 };

/** A worker whose code does not load. */
function missingWorker(): WorkerLike {
  const worker: WorkerLike = {
    postMessage: () => queueMicrotask(() => worker.onerror?.({ message: '' } as ErrorEvent)),
    terminate: () => undefined,
    onmessage: null,
    onerror: null,
  };
  return worker;
}

function fresh(): PhaseState {
  const phase = new Phase(stillPicture(recorded));
  phase.setViewVisible('phase', true);
  return phase;
}
const settled = (phase: PhaseState): Promise<void> =>
  vi.waitFor(() => expect(phase.status).toBe('done'), { timeout: 20_000, interval: 5 });
const offered = ({ notices }: PhaseState): string[] =>
  notices.flatMap(({ action, holds }) => (action && (holds?.() ?? true) ? action.label : []));
const engineOf = (phase: PhaseState): unknown => {
  let engine: unknown;
  vi.spyOn(page, 'linkTo').mockImplementation((_, values) => {
    ({ engine } = values);
    return '';
  });
  phase.link();
  return engine;
};

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => setTimeout(callback, 0));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
  pool = new TrainingPool(localWorker, 2);
});
afterEach(() => {
  pool.terminate();
  vi.restoreAllMocks();
});

describe('figure phase', () => {
  it('trains while one of its views is on screen, and goes on where it was', async () => {
    const phase = fresh();
    phase.setViewVisible('cut', true);
    phase.set({ seed: 8 });
    phase.setViewVisible('phase', false);
    await vi.waitFor(() => expect(phase.map.values.seed).toBe(8), { timeout: 20_000, interval: 1 });
    expect(phase.status).toBe('training');
    phase.setViewVisible('cut', false);
    expect([phase.status, phase.progress]).toEqual(['paused', null]);
    const { map, count } = phase;
    phase.setViewVisible('phase', true);
    await vi.waitFor(() => expect(phase.count).toBeGreaterThan(count), { timeout: 20_000, interval: 1 });
    expect(phase.map).toBe(map);
    phase.closeView('phase');
  });

  it('is loading before its first map, and training before every later one', async () => {
    const phase = fresh();
    phase.set(QUICK);
    expect(phase.status).toBe('loading');
    await settled(phase);
    phase.set({ seed: 8 });
    expect(phase.status).toBe('training');
    await settled(phase);
    phase.closeView('phase');
  });

  it('does not take its still for a trained map, when its first run fails or is left', async () => {
    const phase = fresh();
    pool = new TrainingPool(missingWorker, 1);
    phase.open(phase.values);
    await vi.waitFor(() => expect(phase.status).toBe('failed'), 20_000);
    expect(offered(phase)).toEqual(['Try again']);
    pool = new TrainingPool(localWorker, 1);
    phase.notices[0].action?.run();
    phase.setViewVisible('phase', false);
    phase.setViewVisible('phase', true);
    await vi.waitFor(() => expect(phase.progress).toBeGreaterThan(0), { timeout: 20_000, interval: 1 });
    expect(phase.engine).toBe('wasm');
    phase.closeView('phase');
  });

  it('links to the engine that is chosen, and once it has run to the one that did', async () => {
    const phase = fresh();
    phase.set({ ...QUICK, engine: 'webgl' });
    expect(engineOf(phase)).toBe('webgl');
    phase.set({ engine: 'auto' });
    await settled(phase);
    expect(engineOf(phase)).toBe('wasm');
    phase.move({ r: 2, p: 0.5 });
    expect(engineOf(phase)).toBe('wasm');
    phase.set({ engine: 'webgl' });
    expect(engineOf(phase)).toBe('webgl');
    phase.closeView('phase');
  });

  it('that fails can be tried again, or goes back to the settings before', async () => {
    const phase = fresh();
    phase.set(QUICK);
    await settled(phase);
    pool.terminate();
    pool = new TrainingPool(missingWorker, 1);
    phase.again();
    await vi.waitFor(() => expect(phase.status).toBe('failed'), 20_000);
    expect(offered(phase)).toEqual(['Try again']);
    phase.set({ seed: 8 });
    await vi.waitFor(() => expect(phase.status).toBe('failed'), 20_000);
    expect(offered(phase)).toEqual(['Back to the settings before']);
    pool = new TrainingPool(localWorker, 1);
    phase.notices[0].action?.run();
    await settled(phase);
    expect([phase.values.seed, offered(phase).length]).toEqual([7, 0]);
    phase.closeView('phase');
  });
});
