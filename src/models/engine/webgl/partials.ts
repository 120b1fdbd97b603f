/**
 * The texture between the gradient pass and the optimiser: `chunks` partial sums for each unit, a unit being one texel
 * of one model's parameters, model by model and row by row. Four chunks of a unit lie in a square of 2 × 2 texels, the
 * group that a GPU shades together, so that its four fragments take the same branches.
 */
import type { Shape } from './shape.ts';

interface Partials {
  /** log₂ of squares a unit. */
  readonly shift: number;
  /** log₂ of squares a row. */
  readonly across: number;
  /** Of the texture, in texels. */
  readonly width: number;
  readonly height: number;
}

export function partials({ models, columns, rows, chunks }: Shape): Partials {
  const squares = (models * columns * rows * chunks) / 4;
  let across = 0;
  while (4 ** across < squares) across++;
  const width = 2 * 2 ** across;
  return { shift: Math.log2(chunks / 4), across, width, height: 2 * Math.ceil((2 * squares) / width) };
}

/** GLSL `ivec2 here()`: (unit, chunk) of this fragment; the last row may go beyond the last unit. */
export function partialWriter(shape: Shape): string {
  const { shift, across } = partials(shape);
  return `
  ivec2 here() {
    ivec2 f = ivec2(gl_FragCoord.xy);
    int square = ((f.y >> 1) << ${across}) + (f.x >> 1);
    return ivec2(square >> ${shift}, ((square & ${2 ** shift - 1}) << 2) | ((f.y & 1) << 1) | (f.x & 1));
  }`;
}

/** GLSL `vec4 total(int unit)`: the sum over the chunks, always in the same order. */
export function partialSummer(shape: Shape): string {
  const { shift, across } = partials(shape);
  return `
  vec4 total(int unit) {
    vec4 sum = vec4(0.0);
    int first = unit << ${shift};
    for (int square = first; square < first + ${2 ** shift}; square++) {
      ivec2 f = ivec2((square & ${2 ** across - 1}) << 1, (square >> ${across}) << 1);
      sum += (texelFetch(partials, f, 0) + texelFetch(partials, f + ivec2(1, 0), 0))
           + (texelFetch(partials, f + ivec2(0, 1), 0) + texelFetch(partials, f + ivec2(1, 1), 0));
    }
    return sum;
  }`;
}
