import { describe, expect, test } from 'vitest';
import { runInProcess } from '../../src/models/engine/in-process.ts';
import { figureDefaults } from '../../src/models/parameters/figures.ts';
import { dynamicsExperiment } from '../../src/models/parameters/geometry-problem.ts';
import { settledChanges } from '../../src/models/recording/settled.ts';
import { recordedSteps } from '../../src/models/recording/steps.ts';
import { TRIPLE_STAGES, tripleStage, tripleTwist } from '../../src/models/recording/triples.ts';

const DIAGONAL = [1, 1, 1].map((x) => x / Math.sqrt(3));

/** v turned by an angle in degrees around the diagonal (Rodrigues). */
function turned(v: readonly number[], degrees: number): number[] {
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const [x, y, z] = DIAGONAL;
  const cross = [y * v[2] - z * v[1], z * v[0] - x * v[2], x * v[1] - y * v[0]];
  const dot = x * v[0] + y * v[1] + z * v[2];
  return v.map((value, k) => value * c + cross[k] * s + DIAGONAL[k] * dot * (1 - c));
}

const AXES = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

/** One set along the axes, the other facing it, turned around the diagonal; in an order of its own. */
const antiprism = (degrees: number): number[] =>
  [
    ...AXES,
    ...[2, 0, 1].map((k) =>
      turned(
        AXES[k].map((x) => -x),
        degrees,
      ),
    ),
  ].flat();

/** Two directions, each three times, of length 1/√3. */
const collapsed = (degrees: number): number[] =>
  [0, 0, 0, 1, 1, 1].flatMap((set) => {
    const angle = (set * degrees * Math.PI) / 180;
    return [Math.cos(angle) / Math.sqrt(3), Math.sin(angle) / Math.sqrt(3), 0];
  });

describe('two sets of three in three dimensions', () => {
  test('an octahedron is one in any frame, and its twist is 0', () => {
    const W = antiprism(0);
    const seen = [0, 1, 2, 3, 4, 5].flatMap((i) => turned(W.slice(3 * i, 3 * i + 3), 77));
    expect(tripleStage(seen)).toBe('octahedron');
    expect(tripleTwist(seen)).toBeCloseTo(0, 3);
  });

  test.each([5, 25, 45, 60])('a set that is turned by %d° around the common axis is that far from it', (degrees) => {
    expect(tripleTwist(antiprism(degrees))).toBeCloseTo(degrees, 6);
    expect(tripleTwist(antiprism(-degrees))).toBeCloseTo(degrees, 6);
  });

  test('is an antiprism more than half way off, twists from there on, and ends as an octahedron', () => {
    expect([50, 35, 28, 22, 8].map((degrees) => tripleStage(antiprism(degrees)))).toEqual([
      'antiprism',
      'antiprism',
      'twisting',
      'twisting',
      'octahedron',
    ]);
  });

  test.each([180, 90])('each set on its principal component, %d° apart, has collapsed', (degrees) => {
    expect(tripleStage(collapsed(degrees))).toBe('collapsed');
    expect(tripleStage(collapsed(degrees).map((x) => x / 3))).toBe('growing');
  });

  test('a set whose features are neither one direction nor at right angles is parting', () => {
    const [a, b] = [antiprism(40), collapsed(180)];
    const half = a.map((x, k) => 0.5 * x + 0.5 * Math.sqrt(3) * b[k]);
    expect(tripleStage(half)).toBe('splitting');
  });

  test('takes 18 weights and no other number', () => {
    expect(() => tripleStage([1, 2, 3])).toThrow(RangeError);
  });

  test('trained, goes through the stages in their order', async () => {
    const values = {
      ...figureDefaults('dynamics'),
      ...({ n: 6, m: 3, sets: 2, kind: 'correlated', S: 0.95, decay: 1, init: 0.1, lr: 0.002 } as const),
      ...({ starts: 2, batch: 512, steps: 2500 } as const),
    };
    const { problem, recipe } = dynamicsExperiment(values);
    const stages: string[][] = [[], []];
    await runInProcess(
      {
        problem,
        recipe,
        engine: 'wasm',
        until: recipe.steps,
        announce: recordedSteps(2500, 150),
        evaluationSamples: 64,
      },
      ({ theta }) => stages.forEach((each, k) => each.push(tripleStage(theta.subarray(24 * k, 24 * k + 18)))),
    );
    for (const each of stages) {
      const passed = settledChanges(each.length, (k) => each[k]).map(({ to }) =>
        TRIPLE_STAGES.indexOf(to as 'growing'),
      );
      expect(passed).toEqual([...passed].sort((a, b) => a - b));
      expect(passed.slice(0, 4)).toEqual([0, 1, 2, 3]);
    }
  });
});
