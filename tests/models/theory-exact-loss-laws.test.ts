/** The exact loss where values follow another law than U[0, 1], or the output is GELU. */
import { describe, expect, it } from 'vitest';
import { quadrature } from '../../src/models/engine/quadrature.ts';
import { lossAndGradient } from '../../src/models/engine/reference.ts';
import { evaluateLoss } from '../../src/models/evaluation/loss.ts';
import { hasClosedForm, measureModels } from '../../src/models/evaluation/measure.ts';
import { initialState } from '../../src/models/layout.ts';
import type { ModelSettings } from '../../src/models/problem.ts';
import { exactLoss, hasExactLoss } from '../../src/models/theory/exact-loss.ts';
import { candidateBias, candidates } from '../../src/models/theory/phase.ts';
import { settingsOf } from './theory-shapes.ts';

const LAWS = ['uniform', 'one', 'three', 'upper'] as const;
const CASES = LAWS.flatMap((law) => (['linear', 'relu', 'gelu'] as const).map((family) => [law, family] as const));

/** Parameters of every size and sign, the same for each `k`. */
const parameters = (count: number, k: number): Float32Array =>
  Float32Array.from({ length: count }, (_, j) => (j % 7 === 3 ? 0.3 : 1.1) * Math.sin(17 * k + 3.1 * j + count));

describe.each(LAWS)('with values of the law %s, the exact loss', (law) => {
  it.each([2, 3] as const)('of the fixed configurations of %i features is what theory says', (n) => {
    for (const candidate of candidates(n)) {
      for (const p of [1, 0.6, 0.1, 0.001]) {
        for (const r of [0.1, 1, 7]) {
          const importance = Array.from({ length: n }, (_, i) => (i === n - 1 ? r : 1));
          const theta = [...candidate.W.flat(), ...candidateBias(candidate, p, law)];
          const loss = exactLoss(settingsOf(n, p, { importance, law }), n - 1, theta);
          const expected = candidate.loss(r, p, law);
          expect(Math.abs(loss - expected), `${candidate.name}, p = ${p}, r = ${r}`).toBeLessThan(
            1e-14 + 1e-9 * expected,
          );
        }
      }
    }
  });
});

describe.each(CASES)('with values of the law %s and output %s, the exact loss', (law, family) => {
  it('is the mean over all data', () => {
    for (const [n, m] of [
      [1, 1],
      [2, 1],
      [3, 1],
      [3, 2],
    ]) {
      // The quadrature of two features of U[0, 1] is the one that is not exact.
      const tolerance = family === 'relu' && law === 'uniform' && n === 2 ? 1e-3 : 1e-6;
      for (let k = 0; k < 20; k++) {
        const density = Array.from({ length: n }, (_, i) => [1, 0.875, 0.25, 0.0078125][(i + k) % 4]);
        const settings = settingsOf(n, 0, { law, family, density, decay: 0.9 });
        const theta = parameters(n * m + n, k);
        const { x, shares } = quadrature(settings, m, theta);
        const { loss } = lossAndGradient(settings, m, theta, x, shares);
        expect(Math.abs(exactLoss(settings, m, theta) / loss - 1), `n ${n}, m ${m}, ${k}`).toBeLessThan(tolerance);
      }
    }
  });

  it('is what the evaluation set gives within its sampling error', () => {
    const settings = settingsOf(3, 0.3, { law, family, decay: 0.8 });
    const theta = parameters(9, 4);
    const evaluated = evaluateLoss(settings, 2, theta, { count: 1 << 16 });
    expect(Math.abs(evaluated / exactLoss(settings, 2, theta) - 1)).toBeLessThan(0.02);
  });
});

describe('measuring', () => {
  it('is exact up to three features, whatever the law and the output', () => {
    for (const [law, family] of CASES) {
      for (const n of [1, 2, 3]) expect(hasClosedForm(settingsOf(n, 0.5, { law, family }))).toBe(true);
    }
    expect(hasClosedForm(settingsOf(5, 0.5, { law: 'upper' }))).toBe(true);
    expect(hasClosedForm(settingsOf(4, 0.5, { family: 'gelu' }))).toBe(false);
    expect(hasExactLoss(settingsOf(6, 0.5, { law: 'three' }))).toBe(false);
  });

  it('takes the exact loss of each model of a batch of all kinds', () => {
    const models = CASES.map(([law, family], k): ModelSettings => settingsOf(2, 0.4, { law, family, start: k }));
    const problem = { n: 2, m: 1, models };
    const { theta } = initialState(problem);
    const losses = models.map((settings, k) => exactLoss(settings, 1, theta.subarray(4 * k, 4 * k + 4)));
    expect(measureModels(problem, theta)).toEqual(losses);
    expect(new Set(losses).size).toBe(losses.length);
  });

  it('knows no exact loss with a bias on the hidden layer, and then counts it in', () => {
    const settings = settingsOf(2, 0.4);
    const problem = { n: 2, m: 1, models: [settings], hiddenBias: true };
    expect(hasClosedForm(settings, problem)).toBe(false);
    // W = 0 and b = 0: the hidden bias c reads nothing out, and every feature is missed.
    const missed = measureModels(problem, Float32Array.from([0, 0, 0.7, 0, 0]), { count: 1 << 14 })[0];
    expect(missed / (2 * (0.4 / 3))).toBeCloseTo(1, 1);
    // W = (1, 0), c = ½: output 1 reads x₁ + ½, always ½ off.
    const shifted = measureModels(problem, Float32Array.from([1, 0, 0.5, 0, 0]), { count: 1 << 14 })[0];
    expect(shifted / (0.25 + 0.4 / 3)).toBeCloseTo(1, 2);
  });
});
