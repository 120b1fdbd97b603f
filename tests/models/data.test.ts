import { describe, expect, it } from 'vitest';
import { featureValue, samples } from '../../src/models/data.ts';
import type { FamilyName } from '../../src/models/families.ts';
import type { FeatureSet, ModelSettings, ValueLaw } from '../../src/models/problem.ts';
import { settingsOf } from './theory-shapes.ts';

const COUNT = 1 << 16;

const drawn = new WeakMap<ModelSettings, Float32Array>();

/** Mean over the rows of a function of a row; one draw of COUNT rows for each settings. */
function mean(settings: ModelSettings, of: (row: Float32Array) => number): number {
  const n = settings.density.length;
  const x = drawn.get(settings) ?? samples(settings, 0, 0, COUNT);
  drawn.set(settings, x);
  let sum = 0;
  for (let s = 0; s < COUNT; s++) sum += of(x.subarray(s * n, (s + 1) * n));
  return sum / COUNT;
}
/** Five standard errors of a mean of COUNT values with this variance. */
const five = (variance: number): number => 5 * Math.sqrt(variance / COUNT);
const near = (observed: number, expected: number, variance: number, what?: string): void =>
  expect(Math.abs(observed - expected), what).toBeLessThan(five(variance));
const on = (x: number): number => (x === 0 ? 0 : 1);

describe('the training data', () => {
  it('have each feature on with its own density and uniform when on', () => {
    const density = [1, 0.5, 0.1, 0.01, 0.3];
    const settings = settingsOf(5, 0, { density });
    density.forEach((p, i) => {
      near(
        mean(settings, (row) => on(row[i])),
        p,
        Math.max(1e-4, p * (1 - p)),
        `density of feature ${i}`,
      );
      near(
        mean(settings, (row) => row[i]),
        p / 2,
        p / 3 - p ** 2 / 4,
        `mean of feature ${i}`,
      );
      near(
        mean(settings, (row) => row[i] ** 2),
        p / 3,
        p / 5 - p ** 2 / 9,
        `second moment of feature ${i}`,
      );
    });
  });

  it('have independent features', () => {
    const settings = settingsOf(6, 0.4);
    for (const [i, j] of [
      [0, 1],
      [0, 4],
      [3, 4],
      [1, 5],
    ]) {
      near(
        mean(settings, (row) => on(row[i]) * on(row[j])),
        0.16,
        0.16 * 0.84,
        `features ${i} and ${j} together`,
      );
      near(
        mean(settings, (row) => row[i] * row[j]),
        0.04,
        (0.4 / 3) ** 2,
        `values of ${i} and ${j}`,
      );
    }
  });

  it('are in [0, 1), or in [−1, 1) where the family’s are signed', () => {
    expect(samples(settingsOf(4, 0.5), 0, 0, 4096).every((x) => x >= 0 && x < 1)).toBe(true);
    const signed = settingsOf(4, 0.5, { family: 'absolute' });
    expect(samples(signed, 0, 0, 4096).every((x) => x >= -1 && x < 1)).toBe(true);
    near(
      mean(signed, (row) => row[0]),
      0,
      0.5 / 3,
    );
    near(
      mean(signed, (row) => row[0] ** 2),
      0.5 / 3,
      0.1,
    );
  });

  it('switch a correlated set on together, with values of their own', () => {
    const settings = settingsOf(6, 0.3, { sets: [{ kind: 'correlated', members: [1, 4] }] });
    expect(mean(settings, (row) => Math.abs(on(row[1]) - on(row[4])))).toBe(0);
    near(
      mean(settings, (row) => on(row[1])),
      0.3,
      0.21,
    );
    for (const i of [1, 4]) {
      near(
        mean(settings, (row) => row[i]),
        0.15,
        0.3 / 3 - 0.0225,
      );
      near(
        mean(settings, (row) => row[i] ** 2),
        0.1,
        0.3 / 5 - 0.01,
      );
    }
    // Given that both are on, E[x y] = 1/4.
    near(
      mean(settings, (row) => row[1] * row[4]),
      0.3 / 4,
      0.3 / 9 - 0.075 ** 2,
    );
    near(
      mean(settings, (row) => on(row[0]) * on(row[1])),
      0.09,
      0.09 * 0.91,
    );
  });

  it('switch on exactly one member of an anticorrelated set, each as often, uniform when on', () => {
    const members = [0, 2, 5];
    const settings = settingsOf(6, 0.6, { sets: [{ kind: 'anticorrelated', members }] });
    const active = (row: Float32Array): number => members.reduce((sum, i) => sum + on(row[i]), 0);
    expect(mean(settings, (row) => (active(row) > 1 ? 1 : 0))).toBe(0);
    near(mean(settings, active), 0.6, 0.24);
    for (const i of members) {
      near(
        mean(settings, (row) => on(row[i])),
        0.2,
        0.16,
        `density of member ${i}`,
      );
      near(
        mean(settings, (row) => row[i]),
        0.1,
        0.2 / 3 - 0.01,
        `mean of member ${i}`,
      );
      near(
        mean(settings, (row) => row[i] ** 2),
        0.2 / 3,
        0.2 / 5 - (0.2 / 3) ** 2,
        `second moment of member ${i}`,
      );
    }
  });

  /** First and second moment of an active feature’s size, and the variances of both. */
  const LAWS = {
    uniform: [1 / 2, 1 / 3, 1 / 12, 4 / 45],
    one: [1, 1, 0, 0],
    three: [2, 14 / 3, 2 / 3, 98 / 9],
    upper: [3 / 4, 7 / 12, 1 / 48, 31 / 80 - 49 / 144],
  } as const;

  it.each(Object.keys(LAWS) as ValueLaw[])('have the moments of the law "%s", of either sign where signed', (law) => {
    const [first, second, variance, variance2] = LAWS[law];
    const sets: FeatureSet[] = [{ kind: 'correlated', members: [1, 2] }];
    for (const family of ['relu', 'absolute'] as const) {
      const settings = settingsOf(3, 0.6, { family, law, sets });
      for (const i of [0, 1, 2]) {
        const of = (expected: number, spread: number, power: (x: number) => number, what: string): void =>
          near(
            mean(settings, (row) => power(row[i])),
            0.6 * expected,
            0.6 * spread + 0.24 * expected ** 2,
            what,
          );
        of(first, variance, Math.abs, `size of feature ${i}, ${family}`);
        of(second, variance2, (x) => x * x, `second moment of feature ${i}, ${family}`);
        if (family === 'absolute')
          near(
            mean(settings, (row) => row[i]),
            0,
            0.6 * second,
            `mean of feature ${i}`,
          );
      }
    }
  });

  it.each([
    ['one', [1]],
    ['three', [1, 2, 3]],
  ] as const)('take no value but those of the law "%s"', (law, values) => {
    const seen = (family: FamilyName): number[] =>
      [...new Set(samples(settingsOf(2, 0.9, { family, law }), 0, 0, 4096))].sort((a, b) => a - b);
    expect(seen('relu')).toEqual([0, ...values]);
    expect(seen('absolute')).toEqual([...values.map((value) => -value).reverse(), 0, ...values]);
  });

  it('are at least one half under the law "upper"', () => {
    const drawn = samples(settingsOf(2, 0.9, { family: 'absolute', law: 'upper' }), 0, 0, 4096).filter((x) => x !== 0);
    expect(Math.min(...drawn.map(Math.abs))).toBeGreaterThanOrEqual(0.5);
    expect(Math.max(...drawn.map(Math.abs))).toBeLessThanOrEqual(1);
  });

  it('are a function of the counter: any part can be drawn without the rest', () => {
    const settings = settingsOf(7, 0.4);
    const whole = samples(settings, 3, 0, 64);
    expect(Array.from(samples(settings, 3, 20, 10))).toEqual(Array.from(whole.subarray(140, 210)));
  });

  it('differ between steps, seeds, starts and models', () => {
    const base = settingsOf(4, 0.9);
    const others = [{ seed: 2 }, { start: 1 }, { model: 1 }].map((extra) => samples({ ...base, ...extra }, 0, 0, 16));
    const draws = [samples(base, 0, 0, 16), samples(base, 1, 0, 16), ...others].map((x) => x.join());
    expect(new Set(draws).size).toBe(5);
  });

  it('turn one word into switch and value', () => {
    expect(featureValue(0xffffffff, 0.5, false)).toBe(0);
    expect(featureValue(0x40000000, 0.5, false)).toBe(0.5);
    expect(featureValue(0x40000000, 0.5, true)).toBe(0);
    expect(featureValue(0x60000000, 0.5, true)).toBe(0.5);
    expect(featureValue(0xffffffff, 1, false)).toBeLessThan(1);
  });
});
