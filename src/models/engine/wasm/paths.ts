/**
 * Which implementation of the step trains a model. The choice is a function of the problem alone, made by timing once
 * (scripts/kernel-paths.ts prints the timings) and written down here, never by timing at run time: paths draw other samples
 * and add up in other orders, so a link replays bit for bit only if it always takes the same one.
 */
import type { ModelSettings, Problem, Recipe } from '../../problem.ts';
import { isPlain } from './plain.ts';

/** In the order of the numbers that assembly/index.ts knows them by. */
export const WASM_PATHS = ['dense', 'tiny', 'exact', 'sparse', 'general'] as const;
export type WasmPath = (typeof WASM_PATHS)[number];

/** The shapes that `tiny` is unrolled for. */
export const TINY_SHAPES: readonly (readonly [n: number, m: number])[] = [1, 2, 3].flatMap((m) =>
  Array.from({ length: m < 3 ? 12 : 6 }, (_, i) => [i + 1, m] as const),
);

export const isTiny = (n: number, m: number): boolean => TINY_SHAPES.some(([a, b]) => a === n && b === m);

/** From this many features on, `dense` overtakes `tiny` above a density: the sums no longer fit in registers. */
const FULL_N = 9;
const FULL_DENSITY = 0.25;

/** Upper ends of the columns of SPARSE_BELOW: features. */
const COLUMNS = [24, 40, 64, 100, 160, 300, 1024];
/**
 * Mean density below which `sparse` is faster than `dense`: rows up to so many hidden dimensions, columns up to so many
 * features. The more dimensions, the more `dense` has to multiply; the more features, the less of `sparse` fits in cache.
 */
const SPARSE_BELOW: readonly (readonly [m: number, density: readonly number[]])[] = [
  [1, [0.05, 0.05, 0.037, 0.032, 0.025, 0.02, 0.0096]],
  [2, [0.06, 0.058, 0.05, 0.045, 0.033, 0.023, 0.0096]],
  [3, [0.078, 0.072, 0.06, 0.058, 0.038, 0.03, 0.014]],
  [5, [0.1, 0.096, 0.09, 0.085, 0.06, 0.04, 0.018]],
  [8, [0.17, 0.17, 0.14, 0.1, 0.09, 0.058, 0.028]],
  [12, [0.25, 0.23, 0.18, 0.15, 0.12, 0.078, 0.033]],
  [20, [0.44, 0.44, 0.35, 0.25, 0.18, 0.13, 0.058]],
  [30, [0.54, 0.54, 0.47, 0.37, 0.22, 0.18, 0.084]],
  [512, [0.72, 0.72, 0.72, 0.7, 0.54, 0.38, 0.14]],
];

/** The path of one model of a problem. */
export function pathOf(problem: Omit<Problem, 'models'>, settings: ModelSettings, recipe: Recipe): WasmPath {
  if (recipe.gradient !== 'exact' && !isPlain(problem, settings, recipe)) return 'general';
  return wasmPath(problem.n, problem.m, settings, recipe);
}

/** @param settings.density [n], of a model of the special paths (plain.ts) */
export function wasmPath(
  n: number,
  m: number,
  { density }: Pick<ModelSettings, 'density'>,
  { gradient }: Pick<Recipe, 'gradient'>,
): WasmPath {
  if (gradient === 'exact') return 'exact';
  const mean = density.reduce((sum, p) => sum + p, 0) / n;
  if (isTiny(n, m)) return n >= FULL_N && mean > FULL_DENSITY ? 'dense' : 'tiny';
  const row = SPARSE_BELOW.find(([most]) => m <= most)?.[1] ?? [];
  return mean < row[COLUMNS.findIndex((most) => n <= most)] ? 'sparse' : 'dense';
}

/** The paths that a batch takes, for reports: 'tiny', or 'dense+sparse'. */
export function wasmPathNames(problem: Problem, recipe: Recipe): string {
  const taken = new Set(problem.models.map((settings) => pathOf(problem, settings, recipe)));
  return [...taken].sort().join('+');
}
