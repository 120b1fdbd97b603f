/** The activations of activations.ts in GLSL. */
import { GELU_CUBIC, GELU_SCALE } from '../../activations.ts';
import type { Activation } from '../../families.ts';

/** `vec4 activate(vec4 u)`; GELU's `vec4 slope(vec4 u)` too, which of ReLU one sees by its value. */
export const ACTIVATION: Record<Activation, string> = {
  identity: `vec4 activate(vec4 u) { return u; }`,
  relu: `vec4 activate(vec4 u) { return max(u, 0.0); }`,
  // Some drivers make tanh of exponentials, NaN for large numbers; from 10 on it is 1 in float32.
  gelu: `
  vec4 curve(vec4 u) { return tanh(clamp(${GELU_SCALE} * (u + ${GELU_CUBIC} * u * u * u), -10.0, 10.0)); }
  vec4 activate(vec4 u) { return 0.5 * u * (1.0 + curve(u)); }
  vec4 slope(vec4 u) {
    vec4 t = curve(u);
    return 0.5 * (1.0 + t) + 0.5 * u * (1.0 - t * t) * ${GELU_SCALE} * (1.0 + ${3 * GELU_CUBIC} * u * u);
  }`,
};
