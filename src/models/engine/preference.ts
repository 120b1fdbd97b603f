/**
 * `auto`: which of webgl and wasm is faster for a shape of problem, from timings made on this device.
 * Nothing is decided by the name or vendor of a GPU.
 */
import type { Problem, Recipe } from '../problem.ts';
import { now } from './clock.ts';
import { Trainer } from './trainer.ts';

type Preferred = 'webgl' | 'wasm';

const measured = new Map<string, Preferred>();

const shapeOf = (problem: Problem, recipe: Recipe): string =>
  [problem.n, problem.m, problem.models.length, recipe.batch].join('×');

/** The engine measured to be faster for this shape; WebAssembly, which starts at once, until something was measured. */
export function preferredEngine(problem: Problem, recipe: Recipe): Preferred {
  return measured.get(shapeOf(problem, recipe)) ?? 'wasm';
}

/** How long each engine is timed. */
const TRIAL_MS = 15;
/**
 * A warm draw costs at least this much before the GPU computes anything (31–42 µs measured), and a step needs two:
 * where WebAssembly is faster than that, WebGL cannot win and is not even loaded.
 */
const LEAST_WEBGL_STEP_MS = 2 * 0.031;
/** WebGL must be this much faster to be worth a result that replays within rounding only. */
const WORTH_SWITCHING = 1.2;

/** Times both engines on a shape, once, and remembers which won. Call it when nothing else is running. */
export async function measurePreference(problem: Problem, recipe: Recipe): Promise<void> {
  const shape = shapeOf(problem, recipe);
  if (measured.has(shape)) return;
  measured.set(shape, 'wasm');
  const wasm = await stepTime(problem, recipe, 'wasm');
  if (wasm < LEAST_WEBGL_STEP_MS) return;
  try {
    const webgl = await stepTime(problem, recipe, 'webgl');
    if (webgl * WORTH_SWITCHING < wasm) measured.set(shape, 'webgl');
  } catch {
    // No WebGL here: WebAssembly it is, which is what the map says already.
  }
}

async function stepTime(problem: Problem, recipe: Recipe, engine: Preferred): Promise<number> {
  const trainer = await Trainer.start(problem, recipe, engine);
  try {
    // The first step compiles and warms up.
    await trainer.advance(1);
    await trainer.read();
    const began = now();
    let steps = 1;
    for (; now() - began < TRIAL_MS; steps *= 2) {
      await trainer.advance(steps);
      await trainer.read();
    }
    return (now() - began) / Math.max(1, trainer.step - 1);
  } finally {
    trainer.dispose();
  }
}
