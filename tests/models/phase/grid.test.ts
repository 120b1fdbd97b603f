import { describe, expect, it } from 'vitest';
import { cellModels, modelCount } from '../../../src/models/phase/cell-models.ts';
import { cellAt, cellCentre, gridOf } from '../../../src/models/phase/grid.ts';
import { hasTheory } from '../../../src/models/phase/has-theory.ts';
import { toProblem } from '../../../src/models/parameters/to-problem.ts';
import { phaseValues } from './values.ts';

const grid = gridOf({ cells: 4, rmin: 0.1, rmax: 10, pmin: 0.01 });

describe('the cells of a map', () => {
  it('stand at equal steps of the logarithm, importance to the right, density downwards from 1', () => {
    // Quarters of two decades, at their middles.
    const steps = [0.25, 0.75, 1.25, 1.75];
    steps.forEach((row, i) =>
      steps.forEach((column, j) => {
        const { r, p } = cellCentre(grid, 4 * i + j);
        expect(Math.log10(r)).toBeCloseTo(-1 + column, 12);
        expect(Math.log10(p)).toBeCloseTo(-row, 12);
      }),
    );
  });

  it('hold their own centre, and the outermost all that is outside', () => {
    for (let cell = 0; cell < 16; cell++) expect(cellAt(grid, cellCentre(grid, cell))).toBe(cell);
    expect(cellAt(grid, { r: 0.001, p: 1 })).toBe(0);
    expect(cellAt(grid, { r: 1000, p: 0.0001 })).toBe(15);
  });
});

describe('the models of a cell', () => {
  it('are its starts, alike but for that: its density for all features, its importance for the last', () => {
    const values = phaseValues({ n: 3, m: 2, cells: 8, seed: 5, law: 'one', activation: 'gelu' });
    const { r, p } = cellCentre(gridOf(values), 11);
    const models = cellModels(values, [9, 11], 2);
    expect(models.map(({ model, start }) => [model, start])).toEqual([
      [9, 0],
      [9, 1],
      [11, 0],
      [11, 1],
    ]);
    expect(models[3]).toMatchObject({
      family: 'gelu',
      density: [p, p, p],
      importance: [1, 1, r],
      seed: 5,
      law: 'one',
    });
  });

  it('are, for all cells, the problem of the link', () => {
    const values = phaseValues({ cells: 8, starts: 3 });
    const { problem } = toProblem('phase', values);
    expect(problem.models).toHaveLength(modelCount(values));
    expect(problem.models.slice(30, 33)).toEqual(cellModels(values, [10], 3));
  });
});

it('theory speaks of ReLU outputs and one dimension too few', () => {
  expect(hasTheory(phaseValues())).toBe(true);
  expect(hasTheory(phaseValues({ n: 3, m: 2, law: 'one' }))).toBe(true);
  expect(hasTheory(phaseValues({ n: 3, m: 1 }))).toBe(false);
  expect(hasTheory(phaseValues({ n: 2, m: 2 }))).toBe(false);
  expect(hasTheory(phaseValues({ activation: 'gelu' }))).toBe(false);
});
