import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clampNumber, clampValue } from '../../src/models/parameters/clamp.ts';
import { densityOf } from '../../src/models/parameters/density.ts';
import { FIGURES } from '../../src/models/parameters/figures.ts';
import { formatRange, formatValue } from '../../src/models/parameters/format.ts';
import type { FlagParameter, NumberParameter, Parameter } from '../../src/models/parameters/parameter.ts';
import { parseValue } from '../../src/models/parameters/parse.ts';
import { positionOf, sliderSteps, valueAt } from '../../src/models/parameters/scale.ts';
import { DESCRIPTIONS } from '../../src/models/parameters/descriptions.ts';
import { PARAMETERS } from '../../src/models/parameters/table.ts';
import { inRangeValue } from './parameters-values.ts';

const all = Object.values<Parameter>(PARAMETERS);
const numeric = all.filter((parameter): parameter is NumberParameter => 'scale' in parameter);
const flag: FlagParameter = {
  key: 'f',
  label: 'flag',
  group: 'data',
  control: 'none',
  kind: 'flag',
  default: false,
};

describe('the table of parameters', () => {
  it('files every parameter under its own key', () => {
    for (const [key, parameter] of Object.entries<Parameter>(PARAMETERS)) expect(parameter.key).toBe(key);
  });

  it('has a default inside every range', () => {
    for (const parameter of all) expect(clampValue(parameter, parameter.default)).toEqual(parameter.default);
  });

  it('describes each parameter in one sentence', () => {
    for (const { key } of all)
      expect(DESCRIPTIONS[key as keyof typeof DESCRIPTIONS]).toMatch(/^[A-Z][^.]*(\d\.\d[^.]*)*\.$/);
  });

  it('gives a logarithmic scale only to ranges without 0, and the scale of sparsity only below 1', () => {
    for (const { scale, min, max } of numeric) {
      if (scale === 'log') expect(min).toBeGreaterThan(0);
      if (scale === 'sparsity') expect(max).toBeLessThan(1);
    }
  });
});

describe('parseValue', () => {
  it('takes any value in range as it is, without snapping it to a step', () => {
    expect(parseValue(PARAMETERS.S, '.985')).toEqual({ ok: true, value: 0.985 });
    expect(parseValue(PARAMETERS.S, ' 0.123456789012345 ')).toEqual({ ok: true, value: 0.123456789012345 });
    expect(parseValue(PARAMETERS.steps, '4e3')).toEqual({ ok: true, value: 4000 });
  });

  it.each([
    ['S', '2', 'is out of range', 0.9999],
    ['S', '-0.5', 'is out of range', 0],
    ['S', '1e999', 'is out of range', 0.9999],
    ['S', '', 'is not a number', PARAMETERS.S.default],
    ['S', '0x1', 'is not a number', PARAMETERS.S.default],
    ['S', 'NaN', 'is not a number', PARAMETERS.S.default],
    ['S', '0.5, 0.6', 'is not a number', PARAMETERS.S.default],
    ['n', '5.4', 'is not an integer', 5],
    ['n', '1.5', 'is out of range', 2],
    ['batch', '1022', 'is not a multiple of 4', 1024],
    ['batch', '6.5', 'is not an integer', 8],
    ['seed', '4294967296', 'is out of range', 4294967295],
    ['model', 'ReLU', 'is not an option', 'relu'],
    ['engine', 'constructor', 'is not an option', 'auto'],
    ['p', '1,2', 'has entries out of range', [1, 1]],
    ['p', '1,,0.1', 'is not a list of numbers', [1, 0.1]],
    ['p', Array(65).fill('1').join(), 'is too long', Array(64).fill(1)],
  ] as const)('corrects %s=%s and says that it %s', (key, text, problem, value) => {
    expect(parseValue(PARAMETERS[key], text)).toEqual({ ok: false, problem, value });
  });

  it('reads a flag from 1 and 0 only', () => {
    expect(parseValue(flag, '1')).toEqual({ ok: true, value: true });
    expect(parseValue(flag, '0')).toEqual({ ok: true, value: false });
    expect(parseValue(flag, 'true')).toEqual({ ok: false, problem: 'is neither 1 nor 0', value: false });
  });

  it('never throws and always yields a value in range', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all, flag), fc.string(), (parameter, text) => {
        const { value } = parseValue(parameter, text);
        expect(clampValue(parameter, value)).toEqual(value);
      }),
    );
  });
});

describe('formatValue', () => {
  it('writes text that parses back to the same value, to the last bit', () => {
    for (const parameter of [...all, flag])
      fc.assert(
        fc.property(inRangeValue(parameter), (value) => {
          expect(parseValue(parameter, formatValue(parameter, value))).toEqual({ ok: true, value });
        }),
      );
  });

  it('writes the shortest form', () => {
    expect(formatValue(PARAMETERS.S, 0.985)).toBe('0.985');
    expect(formatValue(PARAMETERS.lr, 0.01)).toBe('0.01');
    expect(formatValue(PARAMETERS.p, [1, 0.3, 0.1])).toBe('1,0.3,0.1');
  });
});

describe('formatRange', () => {
  it('says what a parameter takes', () => {
    expect(formatRange(PARAMETERS.S)).toBe('0 to 0.9999');
    expect(formatRange(PARAMETERS.batch)).toBe('4 to 65536 in multiples of 4');
    expect(formatRange(PARAMETERS.engine)).toBe('auto, webgl, wasm');
    expect(formatRange(PARAMETERS.p)).toBe('up to 64 numbers from 0.0001 to 1');
    expect(formatRange(flag)).toBe('1 or 0');
  });
});

describe('clampNumber', () => {
  it('rounds to the nearest allowed multiple even at the ends of a range that are none', () => {
    const odd: NumberParameter = { ...PARAMETERS.batch, min: 6, max: 18, default: 8 };
    expect(clampNumber(odd, 0)).toBe(8);
    expect(clampNumber(odd, 99)).toBe(16);
    expect(clampNumber(odd, 13)).toBe(12);
  });

  it('returns 0, not −0', () => {
    expect(Object.is(clampNumber(PARAMETERS.S, -0), 0)).toBe(true);
    expect(Object.is(clampNumber(PARAMETERS.seed, -0.2), 0)).toBe(true);
  });
});

describe('densityOf', () => {
  it('is the decimal 1 − S, without the noise of the subtraction', () => {
    expect([0, 0.1, 0.76, 0.9, 0.99, 0.999, 0.9999, 0.985].map(densityOf)).toEqual([
      1, 0.9, 0.24, 0.1, 0.01, 0.001, 0.0001, 0.015,
    ]);
  });

  it('stays within 1e-15 of the true difference and in (0, 1]', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.9999, noNaN: true }), (S) => {
        expect(Math.abs(densityOf(S) - (1 - S))).toBeLessThanOrEqual(1e-15);
        expect(densityOf(S)).toBeGreaterThan(0);
        expect(densityOf(S)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('a slider', () => {
  it('runs from the smallest value to the largest', () => {
    for (const parameter of numeric) {
      expect(positionOf(parameter, parameter.min)).toBe(0);
      expect(positionOf(parameter, parameter.max)).toBe(1);
      expect(valueAt(parameter, 0)).toBe(parameter.min);
      if (parameter.key !== 'seed') expect(valueAt(parameter, 1)).toBeCloseTo(parameter.max, 4);
    }
  });

  it('takes equal steps of log(1 − S) for sparsity: each decade of density has the same length', () => {
    const S: NumberParameter = { ...PARAMETERS.S, max: 0.999 };
    expect([0, 0.9, 0.99, 0.999].map((value) => positionOf(S, value) * 3)).toEqual([
      0,
      expect.closeTo(1, 12),
      expect.closeTo(2, 12),
      3,
    ]);
    expect([0, 1 / 3, 2 / 3, 1].map((position) => valueAt(S, position))).toEqual([0, 0.9, 0.99, 0.999]);
    expect(sliderSteps(S)).toBe(3 * 192);
  });

  it('changes its value with every step, in the hero', () => {
    for (const parameter of Object.values<Parameter>(FIGURES.hero.parameters)) {
      if (!('scale' in parameter) || parameter.control !== 'range') continue;
      const steps = sliderSteps(parameter);
      const values = Array.from({ length: steps + 1 }, (_, k) => valueAt(parameter, k / steps));
      expect(new Set(values).size, parameter.key).toBe(steps + 1);
      expect([values[0], values[steps]]).toEqual([parameter.min, parameter.max]);
    }
  });

  it('yields values whose text is short', () => {
    for (const parameter of numeric.filter(({ key }) => key !== 'seed'))
      for (let k = 0; k <= 100; k++)
        expect(formatValue(parameter, valueAt(parameter, k / 100)).length).toBeLessThanOrEqual(10);
  });

  it('comes back to a value that it set itself', () => {
    for (const parameter of numeric.filter(({ key }) => key !== 'seed'))
      fc.assert(
        fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (position) => {
          const value = valueAt(parameter, position);
          expect(valueAt(parameter, positionOf(parameter, value))).toBe(value);
        }),
      );
  });
});
