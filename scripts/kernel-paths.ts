/**
 * Times the kernel's paths against each other: what src/models/engine/wasm/paths.ts was written down from.
 *
 *     node scripts/kernel-paths.ts [--shapes 5x2,20x5] [--batch 1024]
 *
 * Prints microseconds per step of one model, the best of interleaved rounds, for each shape and density.
 */
import { parseArgs } from 'node:util';
import { loadWasmKernel } from '../src/models/engine/wasm/index.ts';
import { isTiny, wasmPath, type WasmPath } from '../src/models/engine/wasm/paths.ts';
import { initialState } from '../src/models/layout.ts';
import type { ModelSettings, Problem, Recipe } from '../src/models/problem.ts';
import { textTable, threeDigits } from './bench/table.ts';

const SHAPES = '2x1,3x2,4x1,5x1,5x2,6x3,8x2,12x1,12x2,16x4,20x5,40x10,80x20,100x20,200x20,400x30';
const DENSITIES = [1, 0.5, 0.3, 0.2, 0.1, 0.05, 0.02, 0.01, 0.003, 0.001];
const ROUNDS = 7;
const ROUND_MS = 12;
/** Long enough that the biases have gone where they cost what they will. */
const WARM_UP = 100;

const { values } = parseArgs({ options: { shapes: { type: 'string' }, batch: { type: 'string' } } });
const shapes = (values.shapes ?? SHAPES).split(',').map((shape) => shape.split('x').map(Number));
const batch = Number(values.batch ?? 1024);
const recipe: Recipe = { steps: 1e6, batch, learningRate: 1e-3, schedule: 'constant', weightDecay: 0 };
const kernel = await loadWasmKernel();

/** Microseconds per step of each path. */
function time(n: number, m: number, p: number): Map<WasmPath, number> {
  const settings: ModelSettings = {
    family: 'relu',
    density: Array.from({ length: n }, () => p),
    importance: Array.from({ length: n }, (_, i) => 0.9 ** i),
    seed: 1,
    start: 0,
    model: 0,
  };
  const problem: Problem = { n, m, models: [settings] };
  const paths: WasmPath[] = isTiny(n, m) ? ['dense', 'tiny', 'sparse'] : ['dense', 'sparse'];
  const from = kernel.train(problem, recipe, initialState(problem), Math.ceil(WARM_UP / (1 + (n * m) / 1000)));
  const best = new Map<WasmPath, number>(paths.map((path) => [path, Infinity]));
  const steps = new Map<WasmPath, number>(paths.map((path) => [path, 1]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const path of paths) {
      const method = { path };
      const count = steps.get(path) ?? 1;
      const began = performance.now();
      kernel.train(problem, recipe, from, count, method);
      const took = performance.now() - began;
      if (round > 0) best.set(path, Math.min(best.get(path) ?? Infinity, (1000 * took) / count));
      steps.set(path, Math.max(1, Math.round((count * ROUND_MS) / Math.max(took, ROUND_MS / 100))));
    }
  }
  return best;
}

const rows = shapes.flatMap(([n, m]) =>
  DENSITIES.map((p) => {
    const best = time(n, m, p);
    const [fastest] = [...best].sort((a, b) => a[1] - b[1])[0];
    const density = Array.from({ length: n }, () => p);
    const chosen = wasmPath(n, m, { density }, recipe);
    const loses = (best.get(chosen) ?? 0) / (best.get(fastest) ?? 1) - 1;
    const cell = (path: WasmPath): string => (best.has(path) ? threeDigits(best.get(path) ?? 0) : '–');
    return [
      `${n} × ${m}`,
      String(p),
      cell('dense'),
      cell('tiny'),
      cell('sparse'),
      fastest,
      chosen,
      loses > 0.03 ? `+${Math.round(100 * loses)} %` : '',
    ];
  }),
);
console.log(textTable([['n × m', 'p', 'dense', 'tiny', 'sparse', 'fastest', 'taken', 'loses'], ...rows]));
