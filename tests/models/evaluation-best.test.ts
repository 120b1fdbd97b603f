import { describe, expect, it } from 'vitest';
import { arrangementKey } from '../../src/models/evaluation/arrangement.ts';
import { rankStarts, TIE } from '../../src/models/evaluation/best.ts';
import { measureModels } from '../../src/models/evaluation/measure.ts';
import { loadWasmKernel } from '../../src/models/engine/wasm/index.ts';
import { applyFrame, canonicalFrame } from '../../src/models/geometry/align.ts';
import { initialState, parametersOf } from '../../src/models/layout.ts';
import type { Problem } from '../../src/models/problem.ts';
import { exactLoss } from '../../src/models/theory/exact-loss.ts';
import { settingsOf, withBias } from './theory-shapes.ts';

/** Five features at multiples of 72°, in the order given. */
function pentagon(order: readonly number[], length = 1.1, turn = 0): number[] {
  const W = new Array<number>(10);
  order.forEach((i, at) => {
    W[2 * i] = length * Math.sin((2 * Math.PI * at) / 5 + turn);
    W[2 * i + 1] = length * Math.cos((2 * Math.PI * at) / 5 + turn);
  });
  return withBias(W, 5, -0.2);
}
const problemOf = (starts: number, p = 0.1): Problem => ({
  n: 5,
  m: 2,
  models: Array.from({ length: starts }, (_, start) => settingsOf(5, p, { decay: 0.9, start })),
});
const CALM = [0, 1, 3, 4, 2]; // 1 up, 2 and 3 beside it, 4 and 5 facing it

describe('ranking starts', () => {
  it('puts the lowest exact loss first', () => {
    const theta = Float32Array.from([...pentagon(CALM, 1), ...pentagon(CALM, 1.1), ...pentagon(CALM, 0.5)]);
    const problem = problemOf(3);
    const ranked = rankStarts(problem, theta, measureModels(problem, theta));
    expect(ranked.map(({ index }) => index)).toEqual([1, 0, 2]);
    for (const { index, loss } of ranked) {
      expect(loss).toBe(exactLoss(problem.models[index], 2, theta.subarray(15 * index, 15 * index + 15)));
    }
  });

  it('among ties takes the arrangement that keeps the important features from facing each other', () => {
    const theta = Float32Array.from([
      ...pentagon([0, 4, 1, 2, 3], 1.1),
      ...pentagon(CALM, 1.1, 1),
      ...pentagon([0, 2, 1, 4, 3], 1.1),
    ]);
    const problem = problemOf(3);
    expect(rankStarts(problem, theta, measureModels(problem, theta))[0].index).toBe(1);
    // The choice is about ties only: a start that is clearly better wins in any arrangement.
    const better = Float32Array.from([...pentagon([0, 4, 1, 2, 3], 1.1), ...pentagon(CALM, 0.9)]);
    expect(rankStarts(problemOf(2), better, measureModels(problemOf(2), better))[0].index).toBe(0);
  });

  it('ranks by loss alone when asked to', () => {
    const theta = Float32Array.from([...pentagon(CALM, 1.105), ...pentagon([0, 4, 1, 2, 3], 1.1)]);
    const strict = rankStarts(problemOf(2), theta, measureModels(problemOf(2), theta), { tie: 0 });
    expect(strict[0].loss).toBeLessThan(strict[1].loss);
    const tied = rankStarts(problemOf(2), theta, measureModels(problemOf(2), theta));
    expect(tied[0].index).toBe(0);
    expect(tied[0].loss).toBeLessThan(strict[0].loss * (1 + TIE));
  });

  it('uses losses that are known already, by the problem’s own index', () => {
    const theta = Float32Array.from([...pentagon(CALM), ...pentagon(CALM), ...pentagon(CALM)]);
    const ranked = rankStarts(problemOf(3), theta, [9, 3, 1], { indices: [0, 1] });
    expect(ranked).toEqual([
      { index: 1, loss: 3 },
      { index: 0, loss: 9 },
    ]);
  });

  it('measures larger models on the evaluation set', () => {
    const models = [0, 1].map((start) => settingsOf(6, 0.1, { start }));
    const theta = new Float32Array(2 * 18);
    theta.set([1, 0, -1, 0, 0, 1, 0, -1], 18);
    const six = { n: 6, m: 2, models };
    const ranked = rankStarts(six, theta, measureModels(six, theta, { count: 4096 }));
    expect(ranked.map(({ index }) => index)).toEqual([1, 0]);
    // W = 0, b = 0 loses Σ E[x²] = 6 p/3.
    expect(ranked[1].loss).toBeCloseTo(0.2, 2);
  });

  it('does not depend on how the hidden space is turned', () => {
    const keys = [0, 0.4, 2, 5].map((turn) => arrangementKey(pentagon([0, 3, 1, 2, 4], 1.1, turn), 5, 2));
    expect(new Set(keys).size).toBe(1);
    const all = new Set([[0, 1, 2, 3, 4], [0, 2, 1, 3, 4], CALM].map((order) => arrangementKey(pentagon(order), 5, 2)));
    expect(all.size).toBe(3);
  });

  it('counts features by importance, not by index', () => {
    const W = [1, 0, -1, 0, 0, 1, 0, -1]; // pairs 1–2 and 3–4
    expect(arrangementKey(W, 4, 2, [4, 3, 2, 1])).not.toBe(arrangementKey(W, 4, 2, [4, 2, 3, 1]));
    expect(arrangementKey(W, 4, 2, [4, 2, 3, 1]) < arrangementKey(W, 4, 2, [4, 3, 2, 1])).toBe(true);
  });

  it('makes neighbouring sparsities look alike: from S = .9 to .97 no trained arrow moves by more than a tenth', async () => {
    const kernel = await loadWasmKernel();
    let before: Float64Array | undefined;
    for (let k = 8; k <= 12; k++) {
      const problem = problemOf(32, 10 ** (-k / 8));
      const recipe = { steps: 1000, batch: 1024, learningRate: 1e-2, schedule: 'hold', weightDecay: 0 } as const;
      const { theta } = kernel.train(problem, recipe, initialState(problem), recipe.steps);
      const { W } = parametersOf(problem, theta, rankStarts(problem, theta, measureModels(problem, theta))[0].index);
      const seen = applyFrame(W, canonicalFrame(W, 5, 2));
      const last = before;
      if (last) expect(Math.max(...seen.map((value, j) => Math.abs(value - last[j])))).toBeLessThan(0.1);
      before = seen;
    }
  }, 60_000);
});
