import { describe, expect, it } from 'vitest';
import { figureDefaults } from '../../src/models/parameters/figures.ts';
import { toProblem } from '../../src/models/parameters/to-problem.ts';

const defaults = figureDefaults('basic');

describe('toProblem of basic', () => {
  it('trains the linear model first, then density by density, every start of each', () => {
    const { problem } = toProblem('basic', { ...defaults, starts: 2, p: [0.3, 1] });
    expect(problem).toMatchObject({ n: 20, m: 5 });
    expect(problem.models.map(({ family, density, start }) => [family, density[0], start])).toEqual([
      ['linear', 0.1, 0],
      ['linear', 0.1, 1],
      ['relu', 0.3, 0],
      ['relu', 0.3, 1],
      ['relu', 1, 0],
      ['relu', 1, 1],
    ]);
    expect(problem.models[0].importance[2]).toBeCloseTo(0.49, 12);
  });

  it('keys a model’s stream by its density: no two share one, and no list changes it', () => {
    const streams = (p: readonly number[]): Map<number, number> =>
      new Map(
        toProblem('basic', { ...defaults, starts: 1, p })
          .problem.models.slice(1)
          .map((each) => [each.density[0], each.model]),
      );
    const all = streams(defaults.p);
    expect(new Set([0, ...all.values()]).size).toBe(1 + defaults.p.length);
    const few = streams([0.001, 0.02, 0.3]);
    expect([few.get(0.001), few.get(0.3)]).toEqual([all.get(0.001), all.get(0.3)]);
    expect(few.get(0.02)).not.toBe(few.get(0.001));
  });

  it('trains a density that is listed twice once, and linear models all along where the link asks for them', () => {
    const { problem } = toProblem('basic', { ...defaults, starts: 1, p: [0.1, 0.1, 1], model: 'linear' });
    expect(problem.models.map(({ family, density }) => [family, density[0]])).toEqual([
      ['linear', 0.1],
      ['linear', 0.1],
      ['linear', 1],
    ]);
  });
});
