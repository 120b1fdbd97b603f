/** Dropout in GLSL, as dropout.ts defines it. */
import { UNIT } from './settings.ts';
import type { Shape } from './shape.ts';

/** What a kept hidden dimension is multiplied by, as a GLSL literal. */
export const keptFactor = ({ dropout }: Shape): string => literal(1 / (1 - dropout));

/** GLSL `vec4 mask(int k, int sample, int block)`: the factors on four hidden dimensions, at the step `step_`. */
export function dropoutMask(shape: Shape): string {
  if (shape.dropout === 0) return `vec4 mask(int k, int sample_, int block) { return vec4(1.0); }`;
  return `
  vec4 mask(int k, int sample_, int block) {
    vec4 u = vec4(words(stream(dropout_key(k), step_), sample_, block) & 0xffffff00u);
    return mix(vec4(${keptFactor(shape)}), vec4(0.0), lessThan(u, vec4(${literal(shape.dropout * UNIT)})));
  }`;
}

const literal = (value: number): string => Math.fround(value).toExponential();
