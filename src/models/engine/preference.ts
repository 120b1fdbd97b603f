/** The timings behind `auto`, made on this device. */
import type { Problem, Recipe } from '../problem.ts';
import { now } from './clock.ts';
import type { EngineTimes } from './preference-rule.ts';
import { Trainer } from './trainer.ts';

/** How long each engine is timed. */
const TRIAL_MS = 15;
/** Longer than any trial, so that none runs into the end of its recipe. */
const ENDLESS = 1 << 30;
/**
 * A warm draw costs at least this much before the GPU computes anything (31–42 µs measured), and a step needs two:
 * where WebAssembly is faster than that, WebGL cannot win and is not even loaded.
 */
const LEAST_WEBGL_STEP_MS = 2 * 0.031;
/** Times both engines on a shape. Call it when nothing else is running. */
export async function timeEngines(problem: Problem, recipe: Recipe, workers: number): Promise<EngineTimes> {
  const wasm = await stepTime(problem, recipe, 'wasm');
  if (wasm / workers < LEAST_WEBGL_STEP_MS) return { wasm, webgl: null };
  const webgl = await stepTime(problem, recipe, 'webgl').catch(() => null);
  return { wasm, webgl };
}

async function stepTime(problem: Problem, recipe: Recipe, engine: 'webgl' | 'wasm'): Promise<number> {
  const trainer = await Trainer.start(problem, { ...recipe, steps: ENDLESS }, engine);
  try {
    // The first step compiles and warms up.
    await trainer.advance(1);
    await trainer.read();
    const began = now();
    for (let steps = 1; now() - began < TRIAL_MS; steps *= 2) await trainer.advance(steps);
    await trainer.read();
    return (now() - began) / (trainer.step - 1);
  } finally {
    trainer.dispose();
  }
}
