import { afterEach, describe, expect, it, vi } from 'vitest';
import { TrainingError, TrainingPool } from '../../../src/models/engine/index.ts';
import { learn } from '../../../src/models/engine/learning.ts';
import type { Progress, TrainJob } from '../../../src/models/engine/job.ts';
import type { Problem, Recipe } from '../../../src/models/problem.ts';
import { figureDefaults } from '../../../src/models/parameters/figures.ts';
import { toProblem } from '../../../src/models/parameters/to-problem.ts';
import { localWorker, type LocalWorker } from '../../support/local-worker.ts';

const { problem, recipe } = toProblem('hero', { ...figureDefaults('hero'), starts: 5, steps: 300, batch: 128 });
const job = (change: Partial<TrainJob> = {}): TrainJob => ({
  problem,
  recipe,
  engine: 'wasm',
  until: recipe.steps,
  announce: [],
  evaluationSamples: 64,
  ...change,
});

const pools: TrainingPool[] = [];
function pool(workers: number, create: () => LocalWorker = localWorker): TrainingPool {
  const made = new TrainingPool(create, workers);
  pools.push(made);
  return made;
}
afterEach(() => {
  pools.splice(0).forEach((each) => each.terminate());
  vi.useRealTimers();
});

describe('a pool of workers', () => {
  it('gives the same bits with one worker and with three', async () => {
    const one = await pool(1).train(job()).result;
    const three = await pool(3).train(job()).result;
    expect(three?.models.map((model) => model.index)).toEqual([0, 1, 2, 3, 4]);
    expect(three?.models.map((model) => [...model.theta])).toEqual(one?.models.map((model) => [...model.theta]));
    expect(three?.models.map((model) => model.loss)).toEqual(one?.models.map((model) => model.loss));
  });

  it('announces a step once, with every model in order, when all workers have reached it', async () => {
    const seen: Progress[] = [];
    const result = await pool(3).train(job({ announce: [10, 100] }), (progress) => seen.push(progress)).result;
    expect(seen.map((progress) => progress.step)).toEqual([10, 100]);
    const alone: Progress[] = [];
    await pool(1).train(job({ announce: [10, 100] }), (progress) => alone.push(progress)).result;
    expect([...seen[1].theta]).toEqual([...alone[1].theta]);
    expect(seen[1].losses).toEqual(alone[1].losses);
    expect(result?.steps).toBe(300);
  });

  it('an early look is a moment of the very run that the whole recipe gives', async () => {
    const seen: Progress[] = [];
    await pool(1).train(job({ announce: [120] }), (progress) => seen.push(progress)).result;
    const early = await pool(1).train(job({ until: 120 })).result;
    expect(early?.models.flatMap((model) => [...model.theta])).toEqual([...seen[0].theta]);
  });

  it('answers null to a job that is cancelled, and takes the next', async () => {
    const lanes = pool(1);
    const long = lanes.train(job({ recipe: { ...recipe, steps: 2_000_000 }, until: 2_000_000 }));
    long.cancel();
    expect(await long.result).toBeNull();
    expect((await lanes.train(job()).result)?.models).toHaveLength(5);
  });

  it('leaves nobody waiting when it is ended', async () => {
    const lanes = pool(2);
    const training = lanes.train(job());
    const learning = learn(lanes, { problem, recipe, engine: 'wasm' });
    lanes.terminate();
    await expect(training.result).rejects.toThrow(TrainingError);
    await expect(learning.opened).rejects.toThrow(TrainingError);
  });

  it('starts a silent worker again and gives the result that it owed', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const made: LocalWorker[] = [];
    const lanes = pool(1, () => {
      const worker = localWorker();
      made.push(worker);
      return worker;
    });
    const training = lanes.train(job());
    // It dies before it can answer.
    await made[0].spoken;
    made[0].kill();
    vi.advanceTimersByTime(10_000);
    const result = await training.result;
    expect(made).toHaveLength(2);
    expect(result?.notices.join()).toMatch(/started again/);
    expect(result?.models.map((model) => [...model.theta])).toEqual(
      (await pool(1).train(job()).result)?.models.map((model) => [...model.theta]),
    );
  });

  it('announces no step again when a worker is started again', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const made: LocalWorker[] = [];
    const lanes = pool(2, () => {
      const worker = localWorker();
      made.push(worker);
      return worker;
    });
    const steps: number[] = [];
    const announce = [0, 100, 200, 300, 400];
    const long = job({ announce, recipe: { ...recipe, steps: 500 }, until: 500 });
    const result = await lanes.train(long, ({ step }) => {
      steps.push(step);
      if (step !== 300 || made.length > 2) return;
      made[0].kill();
      vi.advanceTimersByTime(5_000);
    }).result;
    expect(result?.notices.join()).toMatch(/started again/);
    expect(steps).toEqual(announce);
  });

  it('gives up, with a reason, on workers that never answer', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const lanes = pool(1, () => {
      const worker = localWorker();
      worker.kill();
      return worker;
    });
    const training = lanes.train(job());
    vi.advanceTimersByTime(60_000);
    await expect(training.result).rejects.toThrow(TrainingError);
  });
});

describe('a watched run', () => {
  const single: Problem = { ...problem, models: [problem.models[2]] };

  it('reaches the same bits step by step as in one go', async () => {
    const whole = await pool(1).train(job({ problem: single })).result;
    const learning = learn(pool(1), { problem: single, recipe, engine: 'wasm' });
    expect((await learning.opened).state.step).toBe(0);
    let frame = await learning.advance(1);
    for (const steps of [1, 98, 200]) frame = await learning.advance(steps);
    expect(frame.state.step).toBe(300);
    expect([...frame.state.theta]).toEqual([...(whole?.models[0].theta ?? [])]);
  });

  it('never goes past the end of its recipe', async () => {
    const learning = learn(pool(1), { problem: single, recipe, engine: 'wasm' });
    await learning.opened;
    expect((await learning.advance(1000)).state.step).toBe(300);
  });

  it('goes on from its last good state when its worker dies', async () => {
    const made: LocalWorker[] = [];
    const lanes = pool(1, () => {
      const worker = localWorker();
      made.push(worker);
      return worker;
    });
    const learning = learn(lanes, { problem: single, recipe, engine: 'wasm' });
    await learning.opened;
    await learning.advance(150);
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    made[0].kill();
    const last = learning.advance(150);
    vi.advanceTimersByTime(10_000);
    const frame = await last;
    expect(frame.state.step).toBe(300);
    expect(frame.notices.join()).toMatch(/started again/);
    const whole = await pool(1).train(job({ problem: single })).result;
    expect([...frame.state.theta]).toEqual([...(whole?.models[0].theta ?? [])]);
  });

  it('goes on where it was paused when its worker has been replaced meanwhile, for another’s sake', async () => {
    const made: LocalWorker[] = [];
    const lanes = pool(1, () => {
      const worker = localWorker();
      made.push(worker);
      return worker;
    });
    const learning = learn(lanes, { problem: single, recipe, engine: 'wasm' });
    await learning.advance(150);
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    made[0].kill();
    const other = lanes.train(job());
    vi.advanceTimersByTime(5_000);
    await other.result;
    const frame = await learning.advance(150);
    expect(frame.state.step).toBe(300);
    expect(frame.notices.join()).toMatch(/started again/);
    const whole = await pool(1).train(job({ problem: single })).result;
    expect([...frame.state.theta]).toEqual([...(whole?.models[0].theta ?? [])]);
    expect(made).toHaveLength(2);
  });

  it('answers every call in turn, also one that comes while another is under way', async () => {
    const learning = learn(pool(1), { problem: single, recipe, engine: 'wasm' });
    const frames = await Promise.all([learning.opened, ...[10, 20, 30].map((steps) => learning.advance(steps))]);
    expect(frames.map(({ state }) => state.step)).toEqual([0, 10, 30, 60]);
  });

  it('owes nobody an answer once it is closed', async () => {
    const lanes = pool(1);
    const learning = learn(lanes, { problem: single, recipe, engine: 'wasm' });
    await learning.opened;
    const owed = [learning.advance(100), learning.advance(100)];
    learning.close();
    for (const answer of [...owed, learning.advance(1)]) await expect(answer).rejects.toThrow(TrainingError);
    expect((await lanes.train(job()).result)?.models).toHaveLength(5);
  });

  it('stops at the last good state when the weights stop being finite', async () => {
    const wild: Recipe = { ...recipe, learningRate: 1e30 };
    const learning = learn(pool(1), { problem: single, recipe: wild, engine: 'wasm' });
    await learning.opened;
    await expect(learning.advance(50)).rejects.toThrow(/stopped being finite/);
  });
});
