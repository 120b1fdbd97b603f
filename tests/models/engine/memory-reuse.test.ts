/** The kernel's memory is never cleared between calls: what a call has not written itself it must not read. */
import { expect, it, vi } from 'vitest';
import type { KernelExports } from '../../../src/models/engine/wasm/exports.ts';
import { loadWasmKernel, type WasmKernel } from '../../../src/models/engine/wasm/index.ts';
import { WASM_PATHS } from '../../../src/models/engine/wasm/paths.ts';
import { initialState } from '../../../src/models/layout.ts';
import type { FamilyName } from '../../../src/models/families.ts';
import type { Problem, Recipe } from '../../../src/models/problem.ts';
import { settingsOf } from '../theory-shapes.ts';
import { RECIPE } from './fixtures.ts';

/** A kernel, and its memory behind what is its own for good. */
async function openKernel(): Promise<{ kernel: WasmKernel; scratch: () => Uint32Array }> {
  const instantiate = vi.spyOn(WebAssembly, 'instantiate');
  const kernel = await loadWasmKernel();
  const made = (await instantiate.mock.results[0].value) as unknown as WebAssembly.WebAssemblyInstantiatedSource;
  instantiate.mockRestore();
  const { memory, reserve } = made.instance.exports as unknown as KernelExports;
  const from = reserve(0);
  return { kernel, scratch: () => new Uint32Array(memory.buffer, from) };
}

const QUIET_NAN = 0x7fc00000;

/** The sparse model fills less than a tile, and comes first: what it meets there no other model has written. */
function problemOf(family: FamilyName, hiddenBias: boolean, n = 7, m = 5): Problem {
  const models = [0.002, 0.9].map((p, start) => settingsOf(n, p, { family, seed: 3, start }));
  return { n, m, models, hiddenBias };
}

const CASES: readonly [string, Problem, Recipe][] = [
  ['dropout', problemOf('relu', false), { ...RECIPE, dropout: 0.2 }],
  ['dropout and a hidden bias', problemOf('relu', true), { ...RECIPE, dropout: 0.2, batch: 20 }],
  ['a bent hidden layer', problemOf('relu-hidden', false), RECIPE],
  ['many hidden dimensions', problemOf('absolute', false, 40, 9), { ...RECIPE, batch: 68 }],
  ['the exact gradient', problemOf('relu', false, 2, 1), { ...RECIPE, gradient: 'exact' }],
];

it.each(CASES)('a run has the same bits alone and where memory is full of what is no number: %s', async (_, ...of) => {
  const [problem, recipe] = of;
  const { kernel, scratch } = await openKernel();
  const alone = kernel.train(problem, recipe, initialState(problem), 50);
  scratch().fill(QUIET_NAN);
  expect(kernel.train(problem, recipe, initialState(problem), 50)).toEqual(alone);
  expect(alone.theta.every(Number.isFinite)).toBe(true);
});

it.each(WASM_PATHS.filter((path) => path !== 'exact'))('so has one on the %s path', async (path) => {
  const problem = problemOf('relu', false, 4, 2);
  const { kernel, scratch } = await openKernel();
  const alone = kernel.train(problem, RECIPE, initialState(problem), 50, { path });
  scratch().fill(QUIET_NAN);
  expect(kernel.train(problem, RECIPE, initialState(problem), 50, { path })).toEqual(alone);
});
