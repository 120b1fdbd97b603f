/**
 * out[c][s] = start[c] + Σ_r a[r][s] · w(r, c): the three products of a step, over one tile. The weight w(r, c) lies at
 * w + r · rowStep + c · columnStep, so W and Wᵀ are the same memory read in two ways.
 *
 * Blocks of 4, 2 or 1 columns by 2 or 4 vectors of samples keep eight sums in registers; each sum runs over r in order.
 */
import { STRIDE, VECTOR } from './tile';

function mulAdd(sum: v128, a: v128, b: v128): v128 {
  return f32x4.add(sum, f32x4.mul(a, b));
}

/** @param vectors vectors of four samples, a multiple of 4 */
export function product(
  out: usize,
  a: usize,
  rows: u32,
  w: usize,
  rowStep: usize,
  columnStep: usize,
  columns: u32,
  vectors: u32,
): void {
  const end: usize = vectors * VECTOR;
  let c: u32 = 0;
  for (; c + 4 <= columns; c += 4) {
    for (let s: usize = 0; s < end; s += 2 * VECTOR) four(out + s, a + s, rows, w, rowStep, columnStep);
    out += 4 * STRIDE;
    w += 4 * columnStep;
  }
  if (columns & 2) {
    for (let s: usize = 0; s < end; s += 4 * VECTOR) two(out + s, a + s, rows, w, rowStep, columnStep);
    out += 2 * STRIDE;
    w += 2 * columnStep;
  }
  if (columns & 1) {
    for (let s: usize = 0; s < end; s += 4 * VECTOR) one(out + s, a + s, rows, w, rowStep);
  }
}

function four(out: usize, a: usize, rows: u32, w: usize, rowStep: usize, columnStep: usize): void {
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
    a += STRIDE;
    w += rowStep;
  }
  v128.store(out, s00);
  v128.store(out, s01, VECTOR);
  v128.store(out, s10, STRIDE);
  v128.store(out, s11, STRIDE + VECTOR);
  v128.store(out, s20, 2 * STRIDE);
  v128.store(out, s21, 2 * STRIDE + VECTOR);
  v128.store(out, s30, 3 * STRIDE);
  v128.store(out, s31, 3 * STRIDE + VECTOR);
}

function two(out: usize, a: usize, rows: u32, w: usize, rowStep: usize, columnStep: usize): void {
  let s00 = f32x4.splat(0);
  let s01 = f32x4.splat(0);
  let s02 = f32x4.splat(0);
  let s03 = f32x4.splat(0);
  let s10 = f32x4.splat(0);
  let s11 = f32x4.splat(0);
  let s12 = f32x4.splat(0);
  let s13 = f32x4.splat(0);
  for (let r = rows; r; r--) {
    const w0 = v128.load32_splat(w);
    const w1 = v128.load32_splat(w + columnStep);
    const a0 = v128.load(a);
    s00 = mulAdd(s00, a0, w0);
    s10 = mulAdd(s10, a0, w1);
    const a1 = v128.load(a, VECTOR);
    s01 = mulAdd(s01, a1, w0);
    s11 = mulAdd(s11, a1, w1);
    const a2 = v128.load(a, 2 * VECTOR);
    s02 = mulAdd(s02, a2, w0);
    s12 = mulAdd(s12, a2, w1);
    const a3 = v128.load(a, 3 * VECTOR);
    s03 = mulAdd(s03, a3, w0);
    s13 = mulAdd(s13, a3, w1);
    a += STRIDE;
    w += rowStep;
  }
  v128.store(out, s00);
  v128.store(out, s01, VECTOR);
  v128.store(out, s02, 2 * VECTOR);
  v128.store(out, s03, 3 * VECTOR);
  v128.store(out, s10, STRIDE);
  v128.store(out, s11, STRIDE + VECTOR);
  v128.store(out, s12, STRIDE + 2 * VECTOR);
  v128.store(out, s13, STRIDE + 3 * VECTOR);
}

function one(out: usize, a: usize, rows: u32, w: usize, rowStep: usize): void {
  let s0 = f32x4.splat(0);
  let s1 = f32x4.splat(0);
  let s2 = f32x4.splat(0);
  let s3 = f32x4.splat(0);
  for (let r = rows; r; r--) {
    const w0 = v128.load32_splat(w);
    s0 = mulAdd(s0, v128.load(a), w0);
    s1 = mulAdd(s1, v128.load(a, VECTOR), w0);
    s2 = mulAdd(s2, v128.load(a, 2 * VECTOR), w0);
    s3 = mulAdd(s3, v128.load(a, 3 * VECTOR), w0);
    a += STRIDE;
    w += rowStep;
  }
  v128.store(out, s0);
  v128.store(out, s1, VECTOR);
  v128.store(out, s2, 2 * VECTOR);
  v128.store(out, s3, 3 * VECTOR);
}
