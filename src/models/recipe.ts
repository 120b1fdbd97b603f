/** The optimiser's numbers: AdamW with a schedule, as scalars that every backend multiplies in the same way. */
import type { Recipe } from './problem.ts';
import { cosTurn } from './random.ts';

export const ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const;

/** "hold" keeps the rate for this share of the run, then falls linearly to 0 (measured: the paper's results in a tenth of the steps). */
export const HOLD_SHARE = 0.6;

/** The learning rate's factor at a step, in [0, 1]; step counts from 0. */
export function scheduleFactor(recipe: Recipe, step: number): number {
  const last = Math.max(1, recipe.steps - 1);
  const t = Math.min(1, step / last);
  switch (recipe.schedule) {
    case 'constant':
      return 1;
    case 'hold':
      return t <= HOLD_SHARE ? 1 : (1 - t) / (1 - HOLD_SHARE);
    case 'linear':
      return 1 - t;
    case 'cosine':
      return cosTurn(t / 4);
  }
}

/**
 * Everything in one AdamW step that depends on the step alone:
 * θ ← θ · keep − rate · m̂ / (√(v̂) + ε), m̂ = m1 · unbias1, v̂ = m2 · unbias2.
 */
export interface StepScalars {
  readonly rate: number;
  /** 1 − lr · weight decay. */
  readonly keep: number;
  /** 1 / (1 − β₁^(t+1)). */
  readonly unbias1: number;
  /** 1 / (1 − β₂^(t+1)). */
  readonly unbias2: number;
}

/** β^k by repeated squaring: Math.pow may differ between browsers. */
function power(base: number, exponent: number): number {
  let result = 1;
  for (let e = exponent, b = base; e > 0; e >>>= 1, b *= b) if (e & 1) result *= b;
  return result;
}

export function stepScalars(recipe: Recipe, step: number): StepScalars {
  const rate = recipe.learningRate * scheduleFactor(recipe, step);
  return {
    rate,
    keep: 1 - rate * recipe.weightDecay,
    unbias1: 1 / (1 - power(ADAM.beta1, step + 1)),
    unbias2: 1 / (1 - power(ADAM.beta2, step + 1)),
  };
}
