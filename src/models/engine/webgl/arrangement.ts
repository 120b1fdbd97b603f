/**
 * Where parameter j of a model (layout.ts: W row by row, then b) lies in the state's texture. A model's rectangle is
 * θ, below it m₁ and m₂ in the same order.
 *
 * S2: one row each, j = 4·column + channel, no gaps.
 * S5: a texel is four features of one hidden dimension; the column is the hidden dimension – and "hidden dimension m"
 * the bias –, the row the block of features: what forward, backward and gradient read together lies together.
 */
import { divide, grid, type Grid } from './grid.ts';
import type { Shape } from './shape.ts';

export const stateGrid = ({ models, columns, rows }: Shape): Grid => grid(models, columns, 3 * rows);

/** GLSL `int parameterAt(int column, int row, int channel)`: j, or −1 for a channel without parameter. */
export function parameterAt({ n, m, parameters, draws }: Shape): string {
  const j =
    draws === 2
      ? `int j = 4 * column + channel; return j < ${parameters} ? j : -1;`
      : `int i = 4 * row + channel; return i >= ${n} ? -1 : column < ${m} ? i * ${m} + column : ${n * m} + i;`;
  return `int parameterAt(int column, int row, int channel) { ${j} }`;
}

/** GLSL `ivec3 placeOf(int j)`: (column, row, channel). */
export function placeOf({ n, m, draws }: Shape): string {
  const place =
    draws === 2
      ? `return ivec3(j >> 2, 0, j & 3);`
      : `int i = j < ${n * m} ? ${divide('j', m)} : j - ${n * m};
         return ivec3(j < ${n * m} ? j - i * ${m} : ${m}, i >> 2, i & 3);`;
  return `ivec3 placeOf(int j) { ${place} }`;
}
