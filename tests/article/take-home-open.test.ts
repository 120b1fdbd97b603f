/** Files of the figures of the geometry page, opened again. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import dynamicsRecord from '../../src/article/figures/dynamics/still.json' with { type: 'json' };
import uniformRecord from '../../src/article/figures/uniform/still.json' with { type: 'json' };
import type { TakeHome } from '../../src/article/take-home/take-home.ts';
import { TrainingPool } from '../../src/models/engine/index.ts';
import { figureDefaults } from '../../src/models/parameters/figures.ts';
import type { RunReport } from '../../src/models/report.ts';
import { localWorker } from '../support/local-worker.ts';

let pool: TrainingPool;
vi.mock('../../src/article/training.ts', () => ({ trainingPool: () => pool, backgroundPool: () => pool }));

const { dynamicsDownloads } = await import('../../src/article/figures/dynamics/downloads.ts');
const { Dynamics } = await import('../../src/article/figures/dynamics/dynamics.svelte.ts');
const { uniformDownloads } = await import('../../src/article/figures/uniform/downloads.ts');
const { SMALL_VALUES, stillShown } = await import('../../src/article/figures/uniform/still.ts');
const { Uniform } = await import('../../src/article/figures/uniform/uniform.svelte.ts');

const report = ({ files }: TakeHome): RunReport => JSON.parse(String(files[0].content())) as RunReport;
const biases = ({ models }: RunReport): unknown => models.map(({ density, start, b }) => [density, start, b]);
const settled = (figure: { status: string }): Promise<void> =>
  vi.waitFor(() => expect(figure.status).toBe('done'), 20_000);

beforeEach(() => (pool = new TrainingPool(() => localWorker(), 2)));
afterEach(() => pool.terminate());

/** Nothing that training would give: only a file can bring it here. */
const changed = (run: RunReport): RunReport => ({
  ...run,
  models: run.models.map((model) => ({ ...model, b: model.b.map((_, i) => i / 8) })),
});

describe('a file of Figure 8', () => {
  const quick = { ...figureDefaults('uniform'), n: 12, m: 3, p: [0.5, 0.1], starts: 1, steps: 60, batch: 32 };
  const long = { ...quick, n: 400, m: 64, p: [0.5, 0.4, 0.3, 0.2] };
  const fresh = (): InstanceType<typeof Uniform> => new Uniform(stillShown(SMALL_VALUES, uniformRecord.small));

  it('shows its models at once, under their settings, and trains none of them', async () => {
    const uniform = fresh();
    uniform.open({ ...quick, engine: 'wasm' });
    await settled(uniform);
    const file = changed(report(uniformDownloads(uniform)));

    const other = fresh();
    other.open({ ...quick, steps: 20 });
    await settled(other);
    const train = vi.spyOn(pool, 'train');
    uniformDownloads(other).open(JSON.stringify(file), 'mine.json');
    const shown = report(uniformDownloads(other));
    expect([shown.config, biases(shown)]).toEqual([file.config, biases(file)]);
    expect(other.values).toEqual(file.config);
    await settled(other);
    expect(train).not.toHaveBeenCalled();
    expect(other.notices.map(({ text }) => text)).toEqual(['These models come from a file, “mine.json”.']);
    expect(other.notices[0].holds?.()).toBe(true);

    other.notices[0].action?.run();
    await settled(other);
    expect(train).toHaveBeenCalled();
    expect(other.notices[0].holds?.()).toBe(false);
    uniform.close();
    other.close();
  });

  it('has what is missing of it trained: of a long setting when the reader asks for it', async () => {
    const uniform = fresh();
    const run = (values: typeof quick): RunReport => {
      const file = report(uniformDownloads(stillOf(values)));
      return { ...file, models: file.models.filter(({ density }) => density === values.p[0]) };
    };
    uniformDownloads(uniform).open(JSON.stringify(run(long)), 'long.json');
    expect([uniform.status, uniform.progress, uniform.shown.groups.length]).toEqual(['paused', null, 1]);
    uniformDownloads(uniform).open(JSON.stringify(run(quick)), 'short.json');
    await settled(uniform);
    expect(uniform.shown.groups.map(({ density }) => density)).toEqual(quick.p);
    uniform.close();
  });

  it('that was stopped before anything had ended is trained from its seed, and one line says so', async () => {
    const whole = fresh();
    whole.open({ ...quick, engine: 'wasm' });
    await settled(whole);
    const file = report(uniformDownloads(whole));
    const models = file.models.map(({ adam: _, ...model }) => ({ ...model, step: 20 }));

    const other = fresh();
    uniformDownloads(other).open(JSON.stringify({ ...file, steps: 20, models }), 'half.json');
    const [notice] = other.notices;
    expect(notice.text).toBe(
      'The run in “half.json” stopped at step 20: its models are trained here, from their seed.',
    );
    await settled(other);
    expect(biases(report(uniformDownloads(other)))).toEqual(biases(file));
    expect(notice.holds?.()).toBe(true);
    other.set({ seed: 9 });
    expect(notice.holds?.()).toBe(false);
    whole.close();
    other.close();
  });

  /** The figure with models of all densities, weights 0. */
  function stillOf(values: typeof quick): InstanceType<typeof Uniform> {
    const P = values.n * values.m + values.n;
    const theta = btoa('\0'.repeat(P));
    const models = values.p.map(() => ({ start: 0, loss: 1, scale: 1, theta }));
    return new Uniform(stillShown(values, { models }));
  }
});

describe('a file of Figure 12', () => {
  const quick = { ...figureDefaults('dynamics'), steps: 60, batch: 32, engine: 'wasm' } as const;

  it('is recorded again from its seed, and one line says so until other settings are wanted', async () => {
    const dynamics = new Dynamics(dynamicsRecord.run);
    dynamics.open({ ...quick, seed: 3 });
    await settled(dynamics);
    const file = report(dynamicsDownloads(dynamics));

    const other = new Dynamics(dynamicsRecord.run);
    other.open(quick);
    await settled(other);
    dynamicsDownloads(other).open(JSON.stringify(file), 'mine.json');
    const [notice] = other.notices;
    expect(notice.text).toBe('“mine.json” holds where its run ended: the run shown is recorded here, from its seed.');
    await settled(other);
    expect(other.recording.frames.length).toBeGreaterThan(50);
    expect(biases(report(dynamicsDownloads(other)))).toEqual(biases(file));
    expect(notice.holds?.()).toBe(true);
    other.set({ seed: 4 });
    expect(notice.holds?.()).toBe(false);
    dynamics.close();
    other.close();
  });
});
