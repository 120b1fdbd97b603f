import { describe, expect, it, vi } from 'vitest';
import { patienceFor } from '../../../src/models/engine/patience.ts';
import { timeEngines } from '../../../src/models/engine/preference.ts';
import { fasterEngine } from '../../../src/models/engine/preference-rule.ts';
import { Trainer } from '../../../src/models/engine/trainer.ts';
import { figureDefaults } from '../../../src/models/parameters/figures.ts';
import { toProblem } from '../../../src/models/parameters/to-problem.ts';

describe('the faster engine', () => {
  it('is WebAssembly where WebGL cannot run', () => {
    expect(fasterEngine({ wasm: 100, webgl: null }, 1)).toBe('wasm');
  });

  it('is WebGL only where it is clearly faster, since it replays within rounding only', () => {
    expect(fasterEngine({ wasm: 1, webgl: 0.5 }, 1)).toBe('webgl');
    expect(fasterEngine({ wasm: 1, webgl: 0.95 }, 1)).toBe('wasm');
  });

  it('has to beat all workers together', () => {
    expect(fasterEngine({ wasm: 1, webgl: 0.5 }, 4)).toBe('wasm');
  });
});

it('a timing never runs into the end of a short recipe, and leaves out WebGL where it cannot win', async () => {
  const start = vi.spyOn(Trainer, 'start');
  const { problem, recipe } = toProblem('hero', {
    ...figureDefaults('hero'),
    n: 2,
    m: 1,
    starts: 1,
    steps: 10,
    batch: 16,
  });
  const { wasm, webgl } = await timeEngines(problem, recipe, 1);
  expect(wasm).toBeGreaterThan(0);
  // A step takes microseconds; what is left of the trial after ten would be a millisecond and more for each.
  expect(wasm).toBeLessThan(0.5);
  expect(webgl).toBeNull();
  expect(start.mock.calls.map(([, , engine]) => engine)).toEqual(['wasm']);
});

it('patience grows with the work of one step, and is never short', () => {
  const { problem, recipe } = toProblem('hero', figureDefaults('hero'));
  const least = patienceFor(problem, recipe);
  expect(least).toBeGreaterThan(3000);
  const large = { n: 128, m: 64, models: Array.from({ length: 256 }, () => problem.models[0]) };
  expect(patienceFor(large, { ...recipe, batch: 4096 })).toBeGreaterThan(100 * least);
});

it('patience counts a chunk of samples that a model is measured on, which a small batch does not shorten', () => {
  const { problem, recipe } = toProblem('hero', figureDefaults('hero'));
  const large = { ...problem, n: 512, m: 64, models: problem.models.slice(0, 1) };
  const patience = patienceFor(large, { ...recipe, batch: 4 });
  expect(patience).toBeGreaterThan(2 * patienceFor(problem, recipe));
  expect(patience).toBe(patienceFor(large, { ...recipe, batch: 8 }));
});
