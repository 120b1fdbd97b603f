/** The targets of target.ts in GLSL. */
import type { Target } from '../../families.ts';

/** `vec4 wanted(vec4 x)`: what the outputs of a block of four features should be. */
export const TARGET: Record<Target, string> = {
  identity: 'vec4 wanted(vec4 x) { return x; }',
  absolute: 'vec4 wanted(vec4 x) { return abs(x); }',
  square: 'vec4 wanted(vec4 x) { return x * x; }',
  // These data are never negative, so a last feature without a partner is the larger of itself and the padding's 0.
  'max-min': `vec4 wanted(vec4 x) {
    return vec4(max(x.x, x.y), min(x.x, x.y), max(x.z, x.w), min(x.z, x.w));
  }`,
};
