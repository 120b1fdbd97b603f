import { describe, expect, it } from 'vitest';
import { pathOf, wasmPath, wasmPathNames } from '../../../src/models/engine/wasm/paths.ts';
import { FAMILIES, type FamilyName } from '../../../src/models/families.ts';
import type { ModelSettings } from '../../../src/models/problem.ts';
import { mixedProblem, RECIPE } from './fixtures.ts';

const taken = (n: number, m: number, p: number) =>
  wasmPath(n, m, { density: Array.from({ length: n }, () => p) }, RECIPE);

describe('the path that trains a model', () => {
  it('is the unrolled one for small shapes, unless many features are on', () => {
    expect([taken(2, 1, 1), taken(5, 2, 0.1), taken(6, 3, 0.5), taken(12, 2, 0.01)]).toEqual(Array(4).fill('tiny'));
    expect([taken(12, 2, 0.5), taken(5, 4, 0.5), taken(13, 1, 0.5)]).toEqual(Array(3).fill('dense'));
  });

  it('is the sparse one for any other shape where next to nothing is on, and the dense one where all is', () => {
    for (const n of [13, 24, 25, 64, 100, 161, 301, 1024]) {
      for (const m of [1, 4, 5, 6, 20, 31, 512]) {
        expect([taken(n, m, 5e-4), taken(n, m, 1)], `n = ${n}, m = ${m}`).toEqual(['sparse', 'dense']);
      }
    }
  });

  it('goes by the mean of the densities', () => {
    const density = Array.from({ length: 20 }, (_, i) => (i === 0 ? 1 : 0.01));
    expect(wasmPath(20, 5, { density }, RECIPE)).toBe('sparse');
    expect(wasmPath(20, 5, { density: density.map((p) => p * 10) }, RECIPE)).toBe('dense');
  });

  it('is the exact one where the recipe asks for the expected gradient', () => {
    expect(wasmPath(2, 1, { density: [1, 1] }, { gradient: 'exact' })).toBe('exact');
    expect(wasmPath(2, 1, { density: [1, 1] }, { gradient: 'sampled' })).toBe('tiny');
  });

  it('is the general one for whatever is not the linear or the ReLU output model of plain data', () => {
    const problem = mixedProblem(20, 5, [1]);
    const path = (change: Partial<ModelSettings>, { hiddenBias = false, dropout = 0 } = {}) =>
      pathOf({ ...problem, hiddenBias }, { ...problem.models[0], ...change }, { ...RECIPE, dropout });
    const plain: Partial<ModelSettings>[] = [{}, { family: 'linear' }, { sets: [] }, { law: 'uniform' }];
    expect(plain.map((change) => path(change))).toEqual(plain.map(() => 'dense'));
    const others = (Object.keys(FAMILIES) as FamilyName[]).filter((family) => family !== 'relu' && family !== 'linear');
    expect(others.map((family) => path({ family }))).toEqual(others.map(() => 'general'));
    expect(path({ law: 'one' })).toBe('general');
    expect(path({ sets: [{ kind: 'anticorrelated', members: [1, 2] }] })).toBe('general');
    expect(path({}, { hiddenBias: true })).toBe('general');
    expect(path({}, { dropout: 0.1 })).toBe('general');
  });

  it('is named once for a whole batch, and all of several', () => {
    expect(wasmPathNames(mixedProblem(5, 2), RECIPE)).toBe('tiny');
    expect(wasmPathNames(mixedProblem(20, 5, [0.01, 1, 0.001]), RECIPE)).toBe('dense+sparse');
  });
});
