/** The activations and their derivatives, in float64. */
import type { Activation } from './families.ts';

/** Φ(u) by its tanh approximation is the form networks use; this is that GELU. */
export const GELU_SCALE = 0.7978845608028654; // √(2/π)
export const GELU_CUBIC = 0.044715;

export function activate(kind: Activation, u: number): number {
  switch (kind) {
    case 'identity':
      return u;
    case 'relu':
      return u > 0 ? u : 0;
    case 'gelu':
      return 0.5 * u * (1 + Math.tanh(GELU_SCALE * (u + GELU_CUBIC * u * u * u)));
  }
}

export function slope(kind: Activation, u: number): number {
  switch (kind) {
    case 'identity':
      return 1;
    case 'relu':
      return u > 0 ? 1 : 0;
    case 'gelu': {
      const t = Math.tanh(GELU_SCALE * (u + GELU_CUBIC * u * u * u));
      return 0.5 * (1 + t) + 0.5 * u * (1 - t * t) * GELU_SCALE * (1 + 3 * GELU_CUBIC * u * u);
    }
  }
}
