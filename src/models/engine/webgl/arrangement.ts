/**
 * Where parameter j of a model (layout.ts: W row by row, W₂ where it is free, c where there is one, then b) lies in the
 * state's texture. A model's rectangle is θ, below it m₁ and m₂ in the same order.
 *
 * S2: one row each, j = 4·column + channel, no gaps.
 * S5: a texel is four features of one hidden dimension; the row is the block of features, the column the hidden
 * dimension of W, then of W₂, then there is the bias: what forward, backward and gradient read together lies together.
 * c has four hidden dimensions a texel, in as many columns more as it fills.
 */
import { divide, grid, type Grid } from './grid.ts';
import type { Shape } from './shape.ts';

export const stateGrid = ({ models, columns, rows }: Shape): Grid => grid(models, columns, 3 * rows);

/** Where the parts of S5's rectangle begin. W begins at 0. */
interface Columns {
  /** Of W₂, which is W itself when tied. */
  readonly read: number;
  readonly bias: number;
  readonly hiddenBias: number;
  readonly count: number;
}

export function stateColumns({
  m,
  tied,
  hiddenBias,
  featureBlocks,
  hiddenBlocks,
}: Pick<Shape, 'm' | 'tied' | 'hiddenBias' | 'featureBlocks' | 'hiddenBlocks'>): Columns {
  const bias = tied ? m : 2 * m;
  const own = hiddenBias ? Math.ceil(hiddenBlocks / featureBlocks) : 0;
  return { read: tied ? 0 : m, bias, hiddenBias: bias + 1, count: bias + 1 + own };
}

/** GLSL `ivec2 hidden_bias_at(int block)`: (column, row) of c for a block of four hidden dimensions, in S5. */
export function hiddenBiasPlace(shape: Shape): string {
  return `ivec2 hidden_bias_at(int block) {
    int column = ${divide('block', shape.rows)};
    return ivec2(${stateColumns(shape).hiddenBias} + column, block - column * ${shape.rows});
  }`;
}

/** GLSL `int parameterAt(int column, int row, int channel)`: j, or −1 for a channel without parameter. */
export function parameterAt(shape: Shape): string {
  const { n, m, parameters, draws, rows } = shape;
  const { read, bias, hiddenBias } = stateColumns(shape);
  const j =
    draws === 2
      ? `int j = 4 * column + channel; return j < ${parameters} ? j : -1;`
      : `if (column >= ${hiddenBias}) {
          int h = 4 * ((column - ${hiddenBias}) * ${rows} + row) + channel;
          return h < ${m} ? ${parameters - n - m} + h : -1;
        }
        int i = 4 * row + channel;
        if (i >= ${n}) return -1;
        if (column == ${bias}) return ${parameters - n} + i;
        return column < ${m} ? i * ${m} + column : ${n * m} + i * ${m} + column - ${read};`;
  return `int parameterAt(int column, int row, int channel) { ${j} }`;
}

/** GLSL `ivec3 placeOf(int j)`: (column, row, channel). */
export function placeOf(shape: Shape): string {
  const { n, m, parameters, draws, tied } = shape;
  const { read, bias } = stateColumns(shape);
  const weights = n * m * (tied ? 1 : 2);
  const place =
    draws === 2
      ? `return ivec3(j >> 2, 0, j & 3);`
      : `int i = j - ${parameters - n};
        if (i >= 0) return ivec3(${bias}, i >> 2, i & 3);
        int h = j - ${weights};
        if (h >= 0) return ivec3(hidden_bias_at(h >> 2), h & 3);
        int first = j < ${n * m} ? 0 : ${read};
        j -= first * ${n};
        i = ${divide('j', m)};
        return ivec3(first + j - i * ${m}, i >> 2, i & 3);`;
  return `${hiddenBiasPlace(shape)}
  ivec3 placeOf(int j) { ${place} }`;
}
