/** The exact gradient where values follow another law than U[0, 1], or the output is GELU. */
import { beforeAll, describe, expect, it } from 'vitest';
import { quadrature } from '../../../src/models/engine/quadrature.ts';
import { lossAndGradient, trainReference } from '../../../src/models/engine/reference.ts';
import { loadWasmKernel, type WasmKernel } from '../../../src/models/engine/wasm/index.ts';
import { meanLoss } from '../../../src/models/evaluation/mean-loss.ts';
import type { FamilyName } from '../../../src/models/families.ts';
import { initialState, parameterCount } from '../../../src/models/layout.ts';
import type { ModelSettings, Problem, Recipe, ValueLaw } from '../../../src/models/problem.ts';
import { settingsOf } from '../theory-shapes.ts';
import { largestDifference, mixedProblem, modelOf, RECIPE } from './fixtures.ts';

const EXACT: Recipe = { ...RECIPE, gradient: 'exact', steps: 300, schedule: 'hold' };
const LAWS = ['uniform', 'one', 'three', 'upper'] as const;
const FAMILIES: readonly FamilyName[] = ['linear', 'relu', 'gelu'];
const CASES = LAWS.flatMap((law) => FAMILIES.map((family) => [law, family] as const)).filter(
  ([law, family]) => law !== 'uniform' || family === 'gelu',
);
/** n = 1 … 3, and rows of W that are numbers as well as vectors. */
const SHAPES = [
  [1, 1],
  [2, 1],
  [3, 2],
] as const;

let kernel: WasmKernel;

beforeAll(async () => {
  kernel = await loadWasmKernel();
});

function withLaw(law: ValueLaw, family: FamilyName, n: number, m: number): Problem {
  const problem = mixedProblem(n, m, [0.9, 0.2]);
  return { ...problem, models: problem.models.map((settings) => ({ ...settings, law, family })) };
}

/** The values of a law, an interval's as the middles of `cells` equal parts. */
function valuesOf(law: ValueLaw, cells: number): number[] {
  if (law === 'one') return [1];
  if (law === 'three') return [1, 2, 3];
  const from = law === 'upper' ? 0.5 : 0;
  return Array.from({ length: cells }, (_, k) => from + ((1 - from) * (k + 0.5)) / cells);
}

/** The loss by brute force: every set of active features, every combination of values, the plain forward pass. */
function bruteLoss(settings: ModelSettings, m: number, theta: Float32Array, cells: number): number {
  const n = settings.density.length;
  const values = valuesOf(settings.law ?? 'uniform', cells);
  let loss = 0;
  for (let set = 0; set < 2 ** n; set++) {
    let rows: number[][] = [[]];
    let chance = 1;
    settings.density.forEach((p, i) => {
      const active = (set >> i) & 1;
      chance *= active ? p : 1 - p;
      rows = rows.flatMap((row) => (active ? values : [0]).map((x) => [...row, x]));
    });
    loss += chance * meanLoss(settings, m, theta, Float32Array.from(rows.flat()));
  }
  return loss;
}

describe.each(CASES)('the exact gradient with values of the law %s and output %s', (law, family) => {
  it('is that of the loss by brute force', () => {
    const settings = settingsOf(2, 0, { law, family, density: [0.75, 0.5], importance: [1, 0.5] });
    const theta = Float64Array.from([1.125, -0.75, -0.125, 0.0625]);
    const { x, shares } = quadrature(settings, 1, theta);
    const { loss, gradient } = lossAndGradient(settings, 1, theta, x, shares);
    const at = (j: number, step: number) =>
      bruteLoss(settings, 1, Float32Array.from(theta.with(j, theta[j] + step)), 96);
    expect(loss / at(0, 0)).toBeCloseTo(1, 3);
    gradient.forEach((slope, j) => {
      // Steps that float32 holds exactly; the error of the brute force is some (1/96)².
      const difference = (at(j, 2 ** -8) - at(j, -(2 ** -8))) / 2 ** -7;
      expect(Math.abs(slope - difference), `parameter ${j}`).toBeLessThan(2e-3 * (1 + Math.abs(slope)));
    });
  });

  it.each(SHAPES)('is followed by the kernel for 50 steps (n = %i, m = %i)', (n, m) => {
    const problem = withLaw(law, family, n, m);
    const from = initialState(problem);
    const ours = kernel.train(problem, EXACT, from, 50);
    expect(largestDifference(ours.theta, trainReference(problem, EXACT, from, 50).theta)).toBeLessThan(2e-5);
    expect(largestDifference(ours.theta, from.theta)).toBeGreaterThan(0.05);
  });
});

it('the kernel’s gradient of three features with GELU is within 1e-4 at the lengths of trained models', () => {
  const settings = { ...settingsOf(3, 0.9, { family: 'gelu' }), importance: [1, 1, 1] };
  const problem: Problem = { n: 3, m: 2, models: [settings] };
  const theta = Float32Array.from([1.5, 0.4, -0.6, 1.4, -1, -1.2, -0.1, 0, 0.2]);
  const state = { step: 0, theta, m1: new Float32Array(9), m2: new Float32Array(9) };
  const { x, shares } = quadrature(settings, 2, theta);
  const { gradient } = lossAndGradient(settings, 2, theta, x, shares);
  const { m1 } = kernel.train(problem, EXACT, state, 1);
  const largest = Math.max(...gradient.map(Math.abs));
  expect(
    largestDifference(
      m1.map((value) => value * 10),
      gradient,
    ) / largest,
  ).toBeLessThan(1e-4);
});

describe('a batch of all kinds', () => {
  /** Neighbours of different kinds, and runs of one kind of every length up to six. */
  function mixed(n: number, m: number): Problem {
    const kinds = CASES.flatMap(([law, family], k) => Array.from({ length: 1 + (k % 6) }, () => ({ law, family })));
    const { models } = mixedProblem(
      n,
      m,
      kinds.map((_, k) => 1 / (1 + k)),
    );
    return { n, m, models: models.map((settings, k) => ({ ...settings, ...kinds[k] })) };
  }

  it.each([
    [2, 1],
    [3, 2],
  ])('gives each model the bits that it has alone (n = %i, m = %i)', (n, m) => {
    const all = mixed(n, m);
    const whole = kernel.train(all, EXACT, initialState(all), 20);
    all.models.forEach((settings, k) => {
      const alone = { ...all, models: [settings] };
      expect(kernel.train(alone, EXACT, initialState(alone), 20), `model ${k}`).toEqual(modelOf(all, whole, k));
    });
  });

  it('has the same bits however it is cut up', () => {
    const problem = mixed(3, 2);
    const whole = kernel.train(problem, EXACT, initialState(problem), 60);
    let state = initialState(problem);
    for (const steps of [1, 7, 12, 40]) state = kernel.train(problem, EXACT, state, steps);
    expect(state).toEqual(whole);
    expect(whole.theta.every(Number.isFinite)).toBe(true);
    expect(whole.theta).toHaveLength(problem.models.length * parameterCount(problem));
  });
});
