import { describe, expect, it } from 'vitest';
import { samples } from '../../src/models/data.ts';
import { lossAndGradient } from '../../src/models/engine/reference.ts';
import type { ModelSettings } from '../../src/models/problem.ts';
import { biasFreeLoss } from '../../src/models/theory/bias-free-loss.ts';
import { exactLoss, hasExactLoss } from '../../src/models/theory/exact-loss.ts';
import { polygonRows, settingsOf, withBias } from './theory-shapes.ts';

const DENSITIES = [1, 0.7, 0.3, 0.1, 0.01, 0.001];

/** All patterns of three features, each integrated over a midpoint grid. */
function gridLoss(settings: ModelSettings, m: number, theta: readonly number[], points = 32): number {
  const n = 3;
  let total = 0;
  for (let pattern = 0; pattern < 2 ** n; pattern++) {
    const on = [0, 1, 2].filter((i) => pattern & (1 << i));
    const chance = settings.density.reduce((product, p, i) => product * (on.includes(i) ? p : 1 - p), 1);
    const x: number[] = [];
    for (let cell = 0; cell < points ** on.length; cell++) {
      const row = [0, 0, 0];
      on.forEach((i, axis) => (row[i] = ((Math.floor(cell / points ** axis) % points) + 0.5) / points));
      x.push(...row);
    }
    total += chance * lossAndGradient(settings, m, theta, x).loss;
  }
  return total;
}

describe('the exact loss', () => {
  it.each([
    [1, 0, 0.05, 0.018187, 6],
    [1, 0, 0.1, 0.040424, 6],
    [1.1345, -0.2445, 0.05, 0.0089045, 7],
    [1.17046, -0.2823, 0.05, 0.0090362, 7],
  ])('of a pentagon of length %d and bias %d at p = %d has its known value', (length, b, p, expected, digits) => {
    const loss = exactLoss(settingsOf(5, p), 2, withBias(polygonRows(5, length), 5, b));
    expect(Math.abs(loss - expected)).toBeLessThan(0.51 * 10 ** -digits);
  });

  it('of the unit triangle is 3p²(1−p)/8 + p³/2 at every density', () => {
    for (const p of DENSITIES) {
      const loss = exactLoss(settingsOf(3, p), 2, withBias(polygonRows(3), 3));
      expect(loss / ((3 * p * p * (1 - p)) / 8 + p ** 3 / 2)).toBeCloseTo(1, 9);
    }
  });

  it('of the unit digon is (1 + r)p²/6 at every density', () => {
    for (const p of DENSITIES) {
      const loss = exactLoss(settingsOf(2, p, { importance: [1, 0.3] }), 1, [1, -1, 0, 0]);
      expect(loss / ((1.3 * p * p) / 6)).toBeCloseTo(1, 9);
    }
  });

  it('of two features on a line without bias is the piecewise polynomial for it, in every sign and ratio', () => {
    for (const [w1, w2] of [
      [0.726, 0.683],
      [1.202, -1.083],
      [0.867, 0.379],
      [1.008, -1.008],
      [0.3, -1.2],
      [1.2, -0.3],
      [1, 0],
      [1, 0.05],
    ])
      for (const p of DENSITIES) {
        const loss = exactLoss(settingsOf(2, p, { importance: [1, 0.8] }), 1, [w1, w2, 0, 0]);
        expect(loss, `w = (${w1}, ${w2}), p = ${p}`).toBeCloseTo(biasFreeLoss(p, 0.8, [w1, w2]), 8);
      }
  });

  it('agrees with a grid over all patterns, with unequal densities and importances', () => {
    const settings = settingsOf(3, 0, { density: [0.9, 0.4, 0.05], importance: [1, 0.5, 2] });
    const theta = [1.1, 0.2, -0.7, 0.6, 0.1, -0.9, -0.2, 0.1, 0.03];
    expect(exactLoss(settings, 2, theta) / gridLoss(settings, 2, theta)).toBeCloseTo(1, 3);
  });

  it('stays accurate as a feature shrinks through every size, where dividing by its slopes would not', () => {
    const settings = settingsOf(3, 0.6, { importance: [1, 1, 1] });
    for (const size of [0.3, 0.1, 0.05, 0.02, 0.01, 3e-3, 1e-3, 1e-4, 1e-6, 1e-9, 0])
      for (const b of [-0.05, 0, 0.02, 0.3]) {
        const theta = [1, 0.1, -0.3, 0.9, size, -size, 0.01, -0.02, b];
        const error = exactLoss(settings, 2, theta) - gridLoss(settings, 2, theta);
        expect(Math.abs(error), `size ${size}, b ${b}`).toBeLessThan(1.2e-4);
      }
  }, 60_000);

  it('does not jump where a slope passes from the closed form to the Gauss rule', () => {
    // ‖W_3‖² and the slopes to it cross FLAT = 1e-2 one after the other.
    let before = Number.NaN;
    for (let size = 0.005; size < 0.13; size += 0.0005) {
      const loss = exactLoss(settingsOf(3, 0.6), 2, [1, 0, 0, 1, size, 0.7 * size, 0, 0, 0.28]);
      if (!Number.isNaN(before)) expect(Math.abs(loss - before)).toBeLessThan(3e-4);
      before = loss;
    }
    const at = (slope: number): number => exactLoss(settingsOf(2, 0.6), 1, [1, slope, 0.005, 0.2]);
    expect(Math.abs(at(0.01 + 1e-9) - at(0.01 - 1e-9))).toBeLessThan(2e-7);
  });

  it('agrees with four million samples of five features in two dimensions', () => {
    const settings = settingsOf(5, 0.3, { decay: 0.9 });
    const theta = [0.2, 1.1, 1, 0.3, 0.6, -0.9, -0.7, -0.8, -1, 0.4, -0.2, -0.1, 0, 0.05, -0.3];
    const blocks = Array.from(
      { length: 64 },
      (_, step) => lossAndGradient(settings, 2, theta, samples(settings, step, 0, 1 << 16)).loss,
    );
    const mean = blocks.reduce((sum, loss) => sum + loss, 0) / blocks.length;
    const variance = blocks.reduce((sum, loss) => sum + (loss - mean) ** 2, 0) / (blocks.length - 1);
    const z = (exactLoss(settings, 2, theta) - mean) / Math.sqrt(variance / blocks.length);
    expect(Math.abs(z)).toBeLessThan(4);
    expect(Math.sqrt(variance / blocks.length) / mean).toBeLessThan(1e-3);
  }, 60_000);

  it('of a linear model agrees with samples too', () => {
    const settings = settingsOf(4, 0.4, { family: 'linear', decay: 0.7 });
    const theta = [0.9, 0.1, -0.2, 1, 0.3, 0.4, -0.6, 0.2, 0.1, 0, 0.2, -0.1];
    const { loss } = lossAndGradient(settings, 2, theta, samples(settings, 0, 0, 1 << 18));
    expect(exactLoss(settings, 2, theta) / loss).toBeCloseTo(1, 2);
  });

  it('refuses what it has no formula for', () => {
    const hidden = settingsOf(3, 0.5, { family: 'relu-hidden' });
    const sets = settingsOf(3, 0.5, { sets: [{ kind: 'correlated', members: [0, 1] }] });
    for (const settings of [hidden, sets, settingsOf(11, 0.5)]) {
      expect(hasExactLoss(settings)).toBe(false);
      expect(() => exactLoss(settings, 1, [])).toThrow(RangeError);
    }
    expect(hasExactLoss(settingsOf(400, 0.5, { family: 'linear' }))).toBe(true);
  });
});
