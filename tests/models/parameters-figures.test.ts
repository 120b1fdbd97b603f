import { describe, expect, it } from 'vitest';
import { FAMILIES } from '../../src/models/families.ts';
import { clampValue } from '../../src/models/parameters/clamp.ts';
import { DESCRIPTIONS } from '../../src/models/parameters/descriptions.ts';
import { FIGURE_IDS, FIGURES, figureDefaults, isFigureId, type Figure } from '../../src/models/parameters/figures.ts';
import type { Parameter } from '../../src/models/parameters/parameter.ts';
import { settleValues } from '../../src/models/parameters/settle.ts';
import { PARAMETERS } from '../../src/models/parameters/table.ts';
import { toProblem } from '../../src/models/parameters/to-problem.ts';

const general: Readonly<Record<string, Parameter>> = PARAMETERS;
const every = FIGURE_IDS.flatMap((id) =>
  Object.entries<Parameter>(FIGURES[id].parameters).map((entry) => [id, ...entry] as const),
);

describe('figures', () => {
  it.each(every)('%s narrows %s and never widens it', (_id, key, parameter) => {
    const table = general[key];
    expect(parameter.kind).toBe(table.kind);
    expect(clampValue(parameter, parameter.default)).toEqual(parameter.default);
    if ('min' in parameter && 'min' in table) {
      expect(parameter.min).toBeGreaterThanOrEqual(table.min);
      expect(parameter.max).toBeLessThanOrEqual(table.max);
      expect(parameter.max).toBeGreaterThan(parameter.min);
    }
    if (parameter.kind === 'choice' && table.kind === 'choice')
      for (const option of parameter.options) expect(table.options).toContain(option);
  });

  it('take no default that breaks a rule between parameters', () => {
    for (const id of FIGURE_IDS) expect(settleValues(FIGURES[id], figureDefaults(id)).broken).toEqual([]);
  });

  it('describe in a sentence what means something else to one of them', () => {
    const own = every.flatMap(([, , { description }]) => (description === undefined ? [] : [description]));
    expect(own).not.toEqual([]);
    for (const name of own) expect(DESCRIPTIONS).toHaveProperty(name);
  });

  it('are known by name only', () => {
    expect(isFigureId('hero')).toBe(true);
    expect(isFigureId('toString')).toBe(false);
    expect(isFigureId('__proto__')).toBe(false);
  });

  it('offer only families that exist', () => {
    for (const { value } of PARAMETERS.model.options) expect(FAMILIES).toHaveProperty(value);
    expect(PARAMETERS.model.options.map(({ value }) => value).sort()).toEqual(Object.keys(FAMILIES).sort());
  });
});

describe('settleValues', () => {
  const figure: Figure = { page: 'lab', parameters: PARAMETERS, rules: [['m', 'n']] };

  it('lowers m to n, since no more hidden dimensions than features are of use', () => {
    expect(settleValues(figure, { n: 3, m: 5, S: 0.5 })).toEqual({
      values: { n: 3, m: 3, S: 0.5 },
      broken: [{ key: 'm', problem: 'is more than n=3', value: 3 }],
    });
  });

  it('leaves values that fit together alone', () => {
    expect(settleValues(figure, { n: 5, m: 5 })).toEqual({ values: { n: 5, m: 5 }, broken: [] });
  });

  it('gives a key its default where the option that it needs is not chosen', () => {
    const needing: Figure = { ...figure, rules: [['begin', 'target', 'absolute']] };
    const fitting = { begin: 'by-hand', target: 'absolute' };
    expect(settleValues(needing, fitting)).toEqual({ values: fitting, broken: [] });
    expect(settleValues(needing, { begin: 'random', target: 'max' }).broken).toEqual([]);
    expect(settleValues(needing, { begin: 'by-hand', target: 'max' })).toEqual({
      values: { begin: 'random', target: 'max' },
      broken: [{ key: 'begin', problem: 'needs target=absolute', value: 'random' }],
    });
  });
});

describe('toProblem', () => {
  const defaults = figureDefaults('hero');

  it('trains the starts of one model, equal but for their random start', () => {
    const { problem } = toProblem('hero', { ...defaults, starts: 3, seed: 11 });
    expect(problem).toMatchObject({ n: 5, m: 2 });
    expect(problem.models.map(({ start }) => start)).toEqual([0, 1, 2]);
    for (const { seed, model, family } of problem.models) expect([seed, model, family]).toEqual([11, 0, 'relu']);
  });

  it('gives every feature the density 1 − S as a clean decimal', () => {
    const { problem } = toProblem('hero', { ...defaults, n: 3, S: 0.9 });
    expect(problem.models[0].density).toEqual([0.1, 0.1, 0.1]);
  });

  it('gives feature i the importance decay^i', () => {
    const { problem } = toProblem('hero', { ...defaults, n: 4, decay: 0.5 });
    expect(problem.models[0].importance).toEqual([1, 0.5, 0.25, 0.125]);
  });

  it('hands the optimiser its recipe', () => {
    const { recipe } = toProblem('hero', {
      ...defaults,
      wd: 0.02,
      lr: 0.003,
      batch: 64,
      steps: 50,
      schedule: 'cosine',
    });
    expect(recipe).toEqual({ steps: 50, batch: 64, learningRate: 0.003, schedule: 'cosine', weightDecay: 0.02 });
  });
});
