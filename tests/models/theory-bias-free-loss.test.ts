import { describe, expect, it } from 'vitest';
import { samples } from '../../src/models/data.ts';
import { lossAndGradient } from '../../src/models/engine/reference.ts';
import {
  biasFreeField,
  biasFreeGradient,
  biasFreeLoss,
  type WeightPair,
} from '../../src/models/theory/bias-free-loss.ts';
import { biasFreeDescent, biasFreeMinima } from '../../src/models/theory/bias-free-loss-minima.ts';
import { exactLoss } from '../../src/models/theory/exact-loss.ts';
import { settingsOf } from './theory-shapes.ts';

/** Both signs of w₁w₂, and outputs that go off at either side of the square. */
const PLACES: readonly WeightPair[] = [
  [0.726, 0.683],
  [1.2, -1.08],
  [-0.4, 1.3],
  [1.4, -0.3],
  [0.1, 0.9],
  [-1, -1],
];
const TASKS = [
  { p: 1, r: 0.5 },
  { p: 0.9, r: 0.8 },
  { p: 0.3, r: 3 },
  { p: 0.02, r: 0.1 },
];
const settings = (p: number, r: number) => settingsOf(2, p, { importance: [1, r] });

describe('the bias-free loss', () => {
  it('is the general closed form with its biases at zero', () => {
    for (const { p, r } of TASKS)
      for (const w of PLACES)
        expect(biasFreeLoss(p, r, w) / exactLoss(settings(p, r), 1, [...w, 0, 0]), `${w}, p = ${p}`).toBeCloseTo(1, 10);
  });

  it('is what samples of the data lose on average', () => {
    const count = 1 << 16;
    for (const w of PLACES) {
      const x = samples(settings(0.7, 0.8), 0, 0, count);
      const losses = Array.from({ length: 64 }, (_, k) =>
        lossAndGradient(
          settings(0.7, 0.8),
          1,
          [...w, 0, 0],
          x.subarray((k * x.length) / 64, ((k + 1) * x.length) / 64),
        ),
      ).map(({ loss }) => loss);
      const mean = losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
      const error = Math.sqrt(losses.reduce((sum, loss) => sum + (loss - mean) ** 2, 0)) / losses.length;
      expect(Math.abs(biasFreeLoss(0.7, 0.8, w) - mean), `${w}`).toBeLessThan(5 * error);
    }
  });

  it('has the gradient of its own differences', () => {
    const h = 1e-6;
    for (const { p, r } of TASKS)
      for (const [w1, w2] of PLACES) {
        const [g1, g2] = biasFreeGradient(p, r, [w1, w2]);
        const d1 = (biasFreeLoss(p, r, [w1 + h, w2]) - biasFreeLoss(p, r, [w1 - h, w2])) / (2 * h);
        const d2 = (biasFreeLoss(p, r, [w1, w2 + h]) - biasFreeLoss(p, r, [w1, w2 - h])) / (2 * h);
        expect(Math.hypot(g1 - d1, g2 - d2), `(${w1}, ${w2}), p = ${p}`).toBeLessThan(1e-8);
      }
  });

  it('as a field has w₁ to the right and w₂ upwards, each value at the middle of its cell', () => {
    const field = biasFreeField(0.4, 0.5, 4, 2);
    expect(field).toHaveLength(16);
    const rows = [1.5, 0.5, -0.5, -1.5].map((w2) => [-1.5, -0.5, 0.5, 1.5].map((w1): WeightPair => [w1, w2]));
    expect(field).toEqual(Float32Array.from(rows.flat(), (w) => biasFreeLoss(0.4, 0.5, w)));
  });
});

describe('the minima of the bias-free loss', () => {
  // Losses to the digits that are known independently.
  it.each([
    [0.1, 0.8, [0.0875, 0.2205]],
    [0.1, 0.2, [0.0455]],
    [0.9, 0.8, [0.00299, 0.0261]],
    [0.5, 0.8, [0.073, 0.0928]],
  ])('at sparsity %d, importance %d, have the losses %j', (S, r, losses) => {
    const minima = biasFreeMinima(1 - S, r);
    expect(minima).toHaveLength(losses.length);
    minima.forEach(({ loss }, k) => expect(Math.abs(loss / losses[k] - 1)).toBeLessThan(2e-3));
  });

  it('are confused where both features matter and are dense, and an opposite pair where they are rare', () => {
    const [dense] = biasFreeMinima(0.9, 0.8);
    expect(Math.hypot(dense.w[0] - Math.SQRT1_2, dense.w[1] - Math.SQRT1_2)).toBeLessThan(0.03);
    const [rare] = biasFreeMinima(0.1, 0.8);
    expect(Math.hypot(rare.w[0] - 1, rare.w[1] + 1)).toBeLessThan(0.01);
  });

  it('in dense data of equal importance are (1, 1)/√2 at 1/12 and (1, −1)·√(3/2) at 7/24', () => {
    const [low, high] = biasFreeMinima(1, 1);
    expect(low.loss).toBeCloseTo(1 / 12, 12);
    expect(high.loss).toBeCloseTo(7 / 24, 12);
    low.w.forEach((w) => expect(w).toBeCloseTo(Math.SQRT1_2, 9));
    expect(high.w[0]).toBeCloseTo(Math.sqrt(1.5), 9);
    expect(high.w[1]).toBeCloseTo(-Math.sqrt(1.5), 9);
  });

  it('are one or two, flat to 1e-9 and lower than all around, in every corner of the diagram', () => {
    for (const p of [1, 0.7, 0.3, 0.1, 0.01])
      for (const r of [0.1, 0.3, 1, 3, 10]) {
        const minima = biasFreeMinima(p, r);
        expect([1, 2]).toContain(minima.length);
        for (const { w, loss } of minima) {
          const gradient = biasFreeGradient(p, r, w);
          expect(Math.hypot(...gradient) / (p * (1 + r)), `p = ${p}, r = ${r}`).toBeLessThan(1e-9);
          for (const [x, y] of [
            [1, 0],
            [0, 1],
            [1, 1],
            [1, -1],
          ])
            for (const by of [-1e-3, 1e-3])
              expect(biasFreeLoss(p, r, [w[0] + by * x, w[1] + by * y])).toBeGreaterThan(loss);
        }
      }
  });

  it('swap with the features: importances 1 and r are r and 1 in other units', () => {
    const [here, there] = [biasFreeMinima(0.4, 0.25), biasFreeMinima(0.4, 4)];
    expect(there).toHaveLength(here.length);
    here.forEach(({ w, loss }, k) => {
      const sign = Math.sign(w[0] * w[1]);
      expect(there[k].loss).toBeCloseTo(4 * loss, 12);
      expect(there[k].w[0]).toBeCloseTo(sign * w[1], 9);
      expect(there[k].w[1]).toBeCloseTo(sign * w[0], 9);
    });
  });
});

describe('the descent', () => {
  const starts: readonly WeightPair[] = [
    [1.6, 1.6],
    [-2, 2],
    [0.01, 0.02],
    [0.5, -0.1],
    [1, 0],
    [0, 0],
    [1.8, -0.3],
  ];

  it('goes from its start to a minimum, never upwards, in at most 200 places', () => {
    for (const { p, r } of TASKS)
      for (const from of starts) {
        const path = biasFreeDescent(p, r, from);
        expect(path.length).toBeLessThanOrEqual(200);
        expect(path[0]).toEqual(from);
        const losses = path.map((w) => biasFreeLoss(p, r, w));
        losses.slice(1).forEach((loss, k) => expect(loss).toBeLessThan(losses[k]));
        const end = path[path.length - 1];
        const away = biasFreeMinima(p, r).map(({ w }) =>
          Math.min(Math.hypot(end[0] - w[0], end[1] - w[1]), Math.hypot(end[0] + w[0], end[1] + w[1])),
        );
        expect(Math.min(...away), `from ${from} at p = ${p}, r = ${r}`).toBeLessThan(2e-3);
      }
  });

  it('takes the valley that the start lies in, not the lowest', () => {
    const [lowest, second] = biasFreeMinima(0.9, 0.8);
    const end = biasFreeDescent(0.9, 0.8, [1.3, -1.2]).at(-1) ?? [0, 0];
    expect(Math.hypot(end[0] - second.w[0], end[1] - second.w[1])).toBeLessThan(1e-3);
    expect(second.loss).toBeGreaterThan(lowest.loss);
  });
});
