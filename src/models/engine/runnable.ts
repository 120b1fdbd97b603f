/** What cannot run as it is asked for, whatever the machine, and what runs instead. */
import type { Problem, Recipe } from '../problem.ts';
import type { EngineChoice } from './choice.ts';
import { hasExactGradient } from './quadrature.ts';

export interface Runnable {
  readonly engine: EngineChoice;
  readonly recipe: Recipe;
  /** One line each: what is not as it was asked for. */
  readonly notices: readonly string[];
}

export function runnable({ models }: Pick<Problem, 'models'>, recipe: Recipe, engine: EngineChoice): Runnable {
  if (recipe.gradient !== 'exact') return { engine, recipe, notices: [] };
  if (!models.every(hasExactGradient)) {
    const notice = 'There is no exact gradient for these outputs and values; training on samples.';
    return { engine, recipe: { ...recipe, gradient: 'sampled' }, notices: [notice] };
  }
  if (engine !== 'webgl') return { engine, recipe, notices: [] };
  const notice = 'WebGL does not compute exact gradients; training with WebAssembly.';
  return { engine: 'wasm', recipe, notices: [notice] };
}
