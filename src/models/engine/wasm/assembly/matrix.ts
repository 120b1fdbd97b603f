/**
 * out[c][s] = Σ_r a[r][s] · w(r, c), as product.ts, for rows of any width instead of a tile's. Rows of `a` and `out` are
 * `width` numbers, a multiple of 4; w(r, c) lies at w + r · rowStep + c · columnStep. Each sum runs over r in order.
 */
import { VECTOR } from './tile';

export function matrixProduct(
  out: usize,
  a: usize,
  rows: u32,
  w: usize,
  rowStep: usize,
  columnStep: usize,
  columns: u32,
  width: u32,
): void {
  const bytes: usize = 4 * width;
  let c: u32 = 0;
  for (; c + 4 <= columns; c += 4) {
    let s: usize = 0;
    for (; s + 2 * VECTOR <= bytes; s += 2 * VECTOR) four(out + s, a + s, rows, w, rowStep, columnStep, bytes);
    if (s < bytes) {
      for (let d: usize = 0; d < 4; d++) one(out + s + d * bytes, a + s, rows, w + d * columnStep, rowStep, bytes);
    }
    out += 4 * bytes;
    w += 4 * columnStep;
  }
  for (; c < columns; c++) {
    for (let s: usize = 0; s < bytes; s += VECTOR) one(out + s, a + s, rows, w, rowStep, bytes);
    out += bytes;
    w += columnStep;
  }
}

function mulAdd(sum: v128, a: v128, b: v128): v128 {
  return f32x4.add(sum, f32x4.mul(a, b));
}

function four(out: usize, a: usize, rows: u32, w: usize, rowStep: usize, columnStep: usize, bytes: usize): void {
  let s00 = f32x4.splat(0);
  let s01 = f32x4.splat(0);
  let s10 = f32x4.splat(0);
  let s11 = f32x4.splat(0);
  let s20 = f32x4.splat(0);
  let s21 = f32x4.splat(0);
  let s30 = f32x4.splat(0);
  let s31 = f32x4.splat(0);
  for (let r = rows; r; r--) {
    const a0 = v128.load(a);
    const a1 = v128.load(a, VECTOR);
    const w0 = v128.load32_splat(w);
    s00 = mulAdd(s00, a0, w0);
    s01 = mulAdd(s01, a1, w0);
    const w1 = v128.load32_splat(w + columnStep);
    s10 = mulAdd(s10, a0, w1);
    s11 = mulAdd(s11, a1, w1);
    const w2 = v128.load32_splat(w + 2 * columnStep);
    s20 = mulAdd(s20, a0, w2);
    s21 = mulAdd(s21, a1, w2);
    const w3 = v128.load32_splat(w + 3 * columnStep);
    s30 = mulAdd(s30, a0, w3);
    s31 = mulAdd(s31, a1, w3);
    a += bytes;
    w += rowStep;
  }
  v128.store(out, s00);
  v128.store(out, s01, VECTOR);
  out += bytes;
  v128.store(out, s10);
  v128.store(out, s11, VECTOR);
  out += bytes;
  v128.store(out, s20);
  v128.store(out, s21, VECTOR);
  out += bytes;
  v128.store(out, s30);
  v128.store(out, s31, VECTOR);
}

function one(out: usize, a: usize, rows: u32, w: usize, rowStep: usize, bytes: usize): void {
  let sum = f32x4.splat(0);
  for (let r = rows; r; r--) {
    sum = mulAdd(sum, v128.load(a), v128.load32_splat(w));
    a += bytes;
    w += rowStep;
  }
  v128.store(out, sum);
}
