import { afterEach, describe, expect, it } from 'vitest';
import { TrainingPool } from '../../src/models/engine/index.ts';
import { runInProcess } from '../../src/models/engine/in-process.ts';
import type { TrainJob, TrainResult } from '../../src/models/engine/job.ts';
import { trainReference } from '../../src/models/engine/reference.ts';
import { Run } from '../../src/models/engine/run.ts';
import { initialState, parametersOf } from '../../src/models/layout.ts';
import { absoluteCircuit } from '../../src/models/neurons/absolute-circuit.ts';
import { startState } from '../../src/models/neurons/hand-set-start.ts';
import { figureDefaults } from '../../src/models/parameters/figures.ts';
import { toProblem } from '../../src/models/parameters/to-problem.ts';
import type { Problem } from '../../src/models/problem.ts';
import { localWorker } from '../support/local-worker.ts';
import { largestDifference } from './engine/fixtures.ts';

const byHand = (n: number, m: number, change: object = {}) =>
  toProblem('absolute', { ...figureDefaults('absolute'), begin: 'by-hand', n, m, ...change });

/** What was added by hand to the weights of model k: of W and W₂, n rows of m each, rounded. */
function added(problem: Problem, k = 0): number[][][] {
  const [with_, without] = [startState(problem), initialState(problem)].map(({ theta }) =>
    parametersOf(problem, theta, k),
  );
  return (['W', 'W2'] as const).map((part) =>
    Array.from({ length: problem.n }, (_, i) =>
      Array.from({ length: problem.m }, (_, j) => {
        const at = i * problem.m + j;
        return Math.round(1e6 * ((with_[part]?.[at] ?? NaN) - (without[part]?.[at] ?? NaN))) / 1e6 + 0;
      }),
    ),
  );
}

describe('a start that is set by hand', () => {
  it('has two neurons for each of the m/2 most important features: what they read and what they write', () => {
    expect(added(byHand(3, 4).problem)).toEqual([
      [
        [1, -1, 0, 0],
        [0, 0, 1, -1],
        [0, 0, 0, 0],
      ],
      [
        [1, 1, 0, 0],
        [0, 0, 1, 1],
        [0, 0, 0, 0],
      ],
    ]);
  });

  it('gives a last neuron without a partner the positive side, and leaves neurons alone that no feature needs', () => {
    expect(added(byHand(2, 3).problem)[0]).toEqual([
      [1, -1, 0],
      [0, 0, 1],
    ]);
    expect(added(byHand(2, 6).problem)[0]).toEqual([
      [1, -1, 0, 0, 0, 0],
      [0, 0, 1, -1, 0, 0],
    ]);
  });

  it('computes the absolute value, were it not for the random rest', () => {
    const { problem } = byHand(3, 6);
    const [W, W2] = added(problem).map((rows) => rows.flat());
    expect(absoluteCircuit({ W, W2, b: [0, 0, 0] }).exact).toBe(true);
  });

  it('is another one for every start, by its random rest alone, and has no bias and no moments', () => {
    const { problem } = byHand(5, 4, { starts: 2, bias: true });
    const { step, theta, m1, m2 } = startState(problem);
    expect(added(problem, 0)).toEqual(added(problem, 1));
    const [first, second] = [0, 1].map((k) => parametersOf(problem, theta, k));
    expect([...first.W]).not.toEqual([...second.W]);
    expect([step, ...first.b, ...(first.c ?? [NaN]), ...m1, ...m2].every((value) => value === 0)).toBe(true);
  });

  it('is the usual one where nothing is set by hand, and there is none for another target', () => {
    const { problem } = toProblem('absolute', figureDefaults('absolute'));
    expect(problem).not.toHaveProperty('handSet');
    expect(startState(problem)).toEqual(initialState(problem));
    const square = toProblem('absolute', { ...figureDefaults('absolute'), target: 'square' }).problem;
    expect(() => startState({ ...square, handSet: true })).toThrow('square has no start that is set by hand');
  });
});

describe('a run from it', () => {
  const { problem, recipe } = byHand(9, 6, { p: [0.6, 0.1], starts: 2, steps: 120, batch: 64 });
  const job: TrainJob = { problem, recipe, engine: 'wasm', until: 120, announce: [], evaluationSamples: 64 };
  const thetas = (result: TrainResult | null): number[][] => (result?.models ?? []).map(({ theta }) => [...theta]);

  const pools: TrainingPool[] = [];
  const pool = (workers: number): TrainingPool => {
    const made = new TrainingPool(() => localWorker(), workers);
    pools.push(made);
    return made;
  };
  afterEach(() => pools.splice(0).forEach((each) => each.terminate()));

  it('replays bit for bit: in one worker, in three, in this thread, and cut up as it may be', async () => {
    const one = thetas(await pool(1).train(job).result);
    expect(one).toHaveLength(4);
    expect(thetas(await pool(3).train(job).result)).toEqual(one);
    expect(thetas(await runInProcess({ ...job, announce: [1, 7, 50] }))).toEqual(one);
  });

  it('goes on from any of its states as if nobody had stopped it', async () => {
    const whole = thetas(await runInProcess(job)).flat();
    const early = await Run.start(problem, recipe, 'wasm');
    const state = await early.advanceTo(
      40,
      () => false,
      async () => {},
    );
    const late = await Run.start(problem, recipe, 'wasm', state);
    const { theta } = await late.advanceTo(
      120,
      () => false,
      async () => {},
    );
    expect([...theta]).toEqual(whole);
    [early, late].forEach((run) => run.dispose());
  });

  it('learns what the reference learns from the same start, and not what a random start learns', async () => {
    const few = { ...job, until: 20 };
    const trained = thetas(await runInProcess(few)).flat();
    expect(largestDifference(trained, trainReference(problem, recipe, startState(problem), 20).theta)).toBeLessThan(
      1e-4,
    );
    const random = thetas(await runInProcess({ ...few, problem: { ...problem, handSet: false } })).flat();
    expect(largestDifference(trained, random)).toBeGreaterThan(0.5);
  });
});
