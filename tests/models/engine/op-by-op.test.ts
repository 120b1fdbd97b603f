import { env, memory, ready, setBackend, tensor3d } from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { samples } from '../../../src/models/data.ts';
import { trainReference } from '../../../src/models/engine/reference.ts';
import { loadWasmKernel } from '../../../src/models/engine/wasm/index.ts';
import { FAMILIES, type FamilyName } from '../../../src/models/families.ts';
import { initialState } from '../../../src/models/layout.ts';
import type { Problem, Recipe, State } from '../../../src/models/problem.ts';
import { OpByOp, type Samples } from '../../support/tfjs-op-by-op.ts';
import { settingsOf } from '../theory-shapes.ts';

const families = Object.keys(FAMILIES) as FamilyName[];
const STEPS = 50;
const RECIPE: Recipe = { steps: 60, batch: 32, learningRate: 1e-2, schedule: 'hold', weightDecay: 0.01 };

/** Three models of different families, densities, importances and streams. */
function problemOf(n: number, m: number, names: readonly [FamilyName, FamilyName, FamilyName]): Problem {
  const models = names.map((family, k) =>
    settingsOf(n, [0.6, 0.2, 1][k], { family, decay: 0.9 - 0.1 * k, start: k, model: 3 * k }),
  );
  return { n, m, models };
}

/** The very samples that every engine draws. */
function sharedSamples({ n, models }: Problem, { batch }: Recipe): Samples {
  return (step) =>
    tensor3d(
      models.flatMap((settings) => [...samples(settings, step, 0, batch)]),
      [models.length, batch, n],
    );
}

async function trainOpByOp(problem: Problem, recipe: Recipe, from: State, steps: number): Promise<State> {
  const training = new OpByOp(problem, recipe, sharedSamples(problem, recipe), from);
  for (let step = 0; step < steps; step++) training.step();
  const state = await training.read();
  training.dispose();
  return state;
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return Math.max(...Array.from(a, (value, j) => Math.abs(value - b[j])));
}

beforeAll(async () => {
  env().set('IS_TEST', true);
  await setBackend('cpu');
  await ready();
});

describe('training op by op with tfjs', () => {
  const batches: [string, Problem][] = [
    ...families.map((family): [string, Problem] => [family, problemOf(5, 2, [family, family, family])]),
    ['linear and ReLU output in one batch', problemOf(6, 3, ['relu', 'linear', 'relu'])],
    ['one hidden dimension', problemOf(3, 1, ['linear', 'linear', 'relu'])],
    ['a free W₂ of one hidden dimension', problemOf(3, 1, ['absolute', 'absolute', 'absolute'])],
  ];

  it.each(batches)('agrees with the float64 reference after 50 steps: %s', async (_, problem) => {
    const from = initialState(problem);
    const ours = await trainOpByOp(problem, RECIPE, from, STEPS);
    const theirs = trainReference(problem, RECIPE, from, STEPS);
    expect(ours.step).toBe(STEPS);
    expect(largestDifference(ours.theta, theirs.theta)).toBeLessThan(1e-4);
    expect(largestDifference(ours.m1, theirs.m1)).toBeLessThan(1e-4);
    expect(largestDifference(ours.m2, theirs.m2)).toBeLessThan(1e-4);
    expect(largestDifference(ours.theta, from.theta)).toBeGreaterThan(0.1);
  });

  it('agrees with the WebAssembly kernel after 50 steps wherever that trains', async () => {
    const kernel = await loadWasmKernel();
    const covered = batches.filter(([, problem]) => kernel.supports(problem, RECIPE));
    expect(covered.length).toBeGreaterThanOrEqual(4);
    for (const [name, problem] of covered) {
      const from = initialState(problem);
      const ours = await trainOpByOp(problem, RECIPE, from, STEPS);
      const theirs = kernel.train(problem, RECIPE, from, STEPS, { shared: true });
      expect(largestDifference(ours.theta, theirs.theta), name).toBeLessThan(1e-4);
    }
  });

  it('goes on from a state as if it had never stopped', async () => {
    const [, problem] = batches[1];
    const whole = await trainOpByOp(problem, RECIPE, initialState(problem), 20);
    const half = await trainOpByOp(problem, RECIPE, initialState(problem), 10);
    expect(await trainOpByOp(problem, RECIPE, half, 10)).toEqual(whole);
  });

  it('leaves no tensor behind', async () => {
    const [, problem] = batches[0];
    const before = memory().numTensors;
    await trainOpByOp(problem, RECIPE, initialState(problem), 5);
    expect(memory().numTensors).toBe(before);
  });
});
