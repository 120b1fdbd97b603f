/** What ranks the starts at the end of a run, against the command line's order. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TrainingPool } from '../../src/models/engine/index.ts';
import { trainInProcess } from '../../src/models/engine/in-process.ts';
import { EVALUATION_COUNT } from '../../src/models/evaluation/counts.ts';
import { figureDefaults } from '../../src/models/parameters/figures.ts';
import type { RunReport } from '../../src/models/report.ts';
import recordedHidden from '../../src/article/figures/hidden/still.json' with { type: 'json' };
import recordedOdd from '../../src/article/figures/perturbed/still.json' with { type: 'json' };
import { trainCommand } from '../../scripts/cli/train.ts';
import { HeldPool, heard } from '../support/held-pool.ts';
import { localWorker } from '../support/local-worker.ts';

let pool: TrainingPool | HeldPool;
vi.mock('../../src/article/training.ts', () => ({ trainingPool: () => pool }));

const { Hidden } = await import('../../src/article/figures/hidden/hidden.svelte.ts');
const { calmest, Perturbed } = await import('../../src/article/figures/perturbed/perturbed.svelte.ts');
const { leastSamples } = await import('../../src/article/figures/starts/groups.ts');
const { EVALUATION_SAMPLES } = await import('../../src/article/figures/starts/protocol.ts');

interface Ranked {
  readonly start: number;
  readonly loss: number;
}
const ranks = (models: readonly Ranked[]): Ranked[] => models.map(({ start, loss }) => ({ start, loss }));

async function commandLine(query: string): Promise<Ranked[]> {
  const report = JSON.parse(await trainCommand([query], trainInProcess, () => undefined)) as RunReport;
  return ranks(report.models);
}

describe('the starts that a figure has measured', () => {
  beforeEach(() => (pool = new TrainingPool(localWorker, 2)));
  afterEach(() => pool instanceof TrainingPool && pool.terminate());

  it('stand in the command line’s order, with its losses to the last bit', async () => {
    const change = { S: 0.96, n: 6, m: 3, starts: 40, steps: 300, batch: 64 };
    const hidden = new Hidden(recordedHidden);
    hidden.open({ ...figureDefaults('hidden'), ...change });
    const started: Ranked[][] = [];
    await vi.waitFor(
      () => {
        const [{ starts }] = hidden.shown[0].groups;
        if (starts.length === 40 && leastSamples(starts) === EVALUATION_SAMPLES) started.push(ranks(starts));
        expect(hidden.status).toBe('done');
      },
      { timeout: 30_000, interval: 1 },
    );
    const [{ starts }] = hidden.shown[0].groups;
    const query = Object.entries(change).map(([key, value]) => `hidden.${key}=${value}`);
    expect(ranks(starts)).toEqual(await commandLine(`computation.html?v=1&${query.join('&')}`));
    expect(leastSamples(starts)).toBe(EVALUATION_COUNT);
  }, 60_000);
});

describe('a figure that measures its starts', () => {
  let held: HeldPool;
  beforeEach(() => (pool = held = new HeldPool()));

  const measuring = async (): Promise<InstanceType<typeof Hidden>> => {
    held.holdsEvaluations = true;
    const hidden = new Hidden(recordedHidden);
    hidden.open({ ...figureDefaults('hidden'), n: 6, starts: 3 });
    while (held.open.length > 0) {
      held.last.finish();
      await heard();
    }
    return hidden;
  };

  it('trains until they are measured, and shows the trained ones meanwhile', async () => {
    const hidden = await measuring();
    expect([hidden.status, hidden.shown[0].step]).toEqual(['training', hidden.values.steps]);
    expect(leastSamples(hidden.shown[0].groups[0].starts)).toBe(EVALUATION_SAMPLES);
    for (let k = 0; k < held.evaluations.length; k++) {
      held.evaluations[k].answer();
      await heard();
    }
    expect(hidden.status).toBe('done');
    expect(leastSamples(hidden.shown[0].groups[0].starts)).toBe(EVALUATION_COUNT);
  });

  it('ends the measurement where the reader stops it, and goes on with that alone', async () => {
    const hidden = await measuring();
    const trained = held.trainings.length;
    hidden.cancel();
    expect([hidden.status, hidden.progress]).toEqual(['paused', null]);
    expect(held.cancelled).toEqual(held.evaluations.map(({ id }) => id));
    held.holdsEvaluations = false;
    hidden.resume();
    await heard();
    expect([hidden.status, held.trainings.length]).toEqual(['done', trained]);
  });

  it('ends it where the figure leaves the screen, and for other settings', async () => {
    const hidden = await measuring();
    hidden.setVisible(false);
    expect([hidden.status, held.cancelled.length]).toEqual(['paused', 1]);
    hidden.setVisible(true);
    expect([hidden.status, held.evaluations.length]).toEqual(['training', 2]);
    hidden.set({ S: 0.5 });
    expect([held.cancelled.length, held.open.length]).toEqual([2, 1]);
  });
});

describe('the odd feature’s starts', () => {
  const perturbed = new Perturbed(recordedOdd);

  it('are listed with the lowest loss first, and the one on screen is bettered by no other kind', () => {
    const losses = perturbed.found.map(({ loss }) => loss);
    expect(losses).toEqual([...losses].sort((a, b) => a - b));
    expect(perturbed.best.reading.kept).toBe(perturbed.found[0].reading.kept);
    expect(perturbed.other?.loss).toBeGreaterThanOrEqual(perturbed.best.loss);
  });

  it('are not passed over for a calmer one that the other kind betters', () => {
    const [five, ...rest] = perturbed.found;
    const fives = [five, ...rest.filter(({ reading }) => reading.kept === five.reading.kept)].slice(0, 3);
    const kept = (found: typeof five, loss: number, count: number): typeof five => ({
      ...found,
      loss,
      reading: { ...found.reading, kept: count },
    });
    const tied = [kept(fives[1], 1, 5), kept(fives[0], 1.001, 4), kept(fives[2], 1.002, 5)];
    expect(calmest(tied)).toBe(tied[0]);
  });
});
