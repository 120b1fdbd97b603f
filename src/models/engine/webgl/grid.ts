/**
 * A texture in which every model of the batch has a rectangle of texels (four float32 each), `across` rectangles side
 * by side. Shaders reach a texel as origin + column and row: no division, and no shift (slow on software GL), in an
 * inner loop.
 */
export interface Grid {
  /** One model's rectangle. */
  readonly columns: number;
  readonly rows: number;
  readonly models: number;
  readonly across: number;
  readonly width: number;
  readonly height: number;
}

/** Near a square: the two triangles of a draw shade the texels along their common diagonal twice. */
export function grid(models: number, columns: number, rows: number): Grid {
  const across = Math.max(1, Math.min(models, Math.round(Math.sqrt((models * rows) / columns))));
  return { columns, rows, models, across, width: across * columns, height: Math.ceil(models / across) * rows };
}

/** The shape under which tfjs knows it: one RGBA texel of a packed tensor is a block of 2 × 2 values. */
export function packedShape({ width, height }: { width: number; height: number }): [number, number] {
  return [2 * height, 2 * width];
}

/** GLSL a / b for non-negative a, as a shift where it is one. */
export function divide(a: string, b: number): string {
  const shift = Math.log2(b);
  if (shift === 0) return a;
  return Number.isInteger(shift) ? `(${a} >> ${shift})` : `(${a} / ${b})`;
}

/** GLSL `ivec2 name_of(int k)`, the corner of model k's rectangle, and `vec4 name_at(ivec2 place)`. */
export function gridReader(name: string, { columns, rows, across }: Grid): string {
  const corner =
    across === 1
      ? `ivec2(0, k * ${rows})`
      : `ivec2((k - ${divide('k', across)} * ${across}) * ${columns}, ${divide('k', across)} * ${rows})`;
  return `
  ivec2 ${name}_of(int k) { return ${corner}; }
  vec4 ${name}_at(ivec2 place) { return texelFetch(${name}, place, 0); }`;
}

/** GLSL `ivec3 here()`: (column, row, model) of this fragment. The grid's last row may have no model for its last places. */
export function gridWriter({ columns, rows, across }: Grid): string {
  return `
  ivec3 here() {
    ivec2 f = ivec2(gl_FragCoord.xy);
    int i = ${divide('f.x', columns)};
    int j = ${divide('f.y', rows)};
    return ivec3(f.x - i * ${columns}, f.y - j * ${rows}, j * ${across} + i);
  }`;
}
