/**
 * Products over the vectors of a tile that are not zero: a hole in a row is four samples wide. Where few features are on
 * these vectors are few, and so are those of ∂loss/∂z where most outputs are below their ReLU's kink.
 *
 * Blocks of 8, 4, 2 or 1 columns keep their sums in registers; types stand in for numbers known at compile time.
 */
import { STRIDE, TILE, VECTOR } from './tile';

/** Vectors of a full tile. */
const VECTORS: u32 = TILE / 4;
/** Bytes of an entry of a list: the addresses of four samples of a row, and of the row's weights. */
const ENTRY: u32 = 8;
/** u32 [VECTORS]: where each vector's list ends. */
const ENDS = memory.data(16 * 4, 16);

/**
 * Notes in bit v of masks[r] whether any sample of vector v of row r is not zero.
 *
 * @param masks u32 [rows]
 * @returns how many vectors are
 */
export function findActive(masks: usize, a: usize, rows: u32, vectors: u32): u32 {
  let count: u32 = 0;
  for (let r: u32 = 0; r < rows; r++, a += STRIDE) {
    let mask: u32 = 0;
    for (let v: u32 = 0; v < vectors; v++) mask |= (<u32>v128.any_true(v128.load(a + VECTOR * v))) << v;
    store<u32>(masks + 4 * r, mask);
    count += popcnt(mask);
  }
  return count;
}

/**
 * out[c][s] = Σ_r a[r][s] · w[r][c], as product.ts.
 *
 * @param lists scratch, [VECTORS, rows] entries
 * @param w f32 [rows, columns]
 */
export function activeProduct(
  out: usize,
  masks: usize,
  lists: usize,
  a: usize,
  rows: u32,
  w: usize,
  columns: u32,
  vectors: u32,
): void {
  const length: usize = ENTRY * rows;
  for (let v: u32 = 0; v < vectors; v++) store<u32>(ENDS + 4 * v, lists + v * length);
  for (let r: u32 = 0; r < rows; r++) {
    for (let left = load<u32>(masks + 4 * r); left; left &= left - 1) {
      const v = ctz(left);
      const end = load<u32>(ENDS + 4 * v);
      store<u32>(end, a + VECTOR * v);
      store<u32>(end, w, 4);
      store<u32>(ENDS + 4 * v, end + ENTRY);
    }
    a += STRIDE;
    w += 4 * columns;
  }
  for (let v: u32 = 0; v < vectors; v++) {
    const end = load<u32>(ENDS + 4 * v);
    const rest: usize = columns & ~7;
    let to = out + VECTOR * v;
    let c: usize = 0;
    for (; c < rest; c += 8, to += 8 * STRIDE) columnBlock<u64>(to, lists, end, 4 * c);
    if (columns & 4) {
      columnBlock<u32>(to, lists, end, 4 * c);
      c += 4;
      to += 4 * STRIDE;
    }
    if (columns & 2) {
      columnBlock<u16>(to, lists, end, 4 * c);
      c += 2;
      to += 2 * STRIDE;
    }
    if (columns & 1) columnBlock<u8>(to, lists, end, 4 * c);
    lists += length;
  }
}

/**
 * sums[r][c] += a[r] ∘ b[c], each lane over its own quarter of the samples, as gradient.ts.
 *
 * @param sums v128 [rows, columns]
 */
export function activeOuterProduct(masks: usize, a: usize, rows: u32, b: usize, columns: u32, sums: usize): void {
  for (let r: u32 = 0; r < rows; r++, a += STRIDE) {
    const mask = load<u32>(masks + 4 * r);
    if (!mask) {
      sums += VECTOR * columns;
      continue;
    }
    let from = b;
    for (let c = columns; c >= 8; c -= 8, from += 8 * STRIDE, sums += 8 * VECTOR) rowBlock<u64>(sums, mask, a, from);
    if (columns & 4) {
      rowBlock<u32>(sums, mask, a, from);
      from += 4 * STRIDE;
      sums += 4 * VECTOR;
    }
    if (columns & 2) {
      rowBlock<u16>(sums, mask, a, from);
      from += 2 * STRIDE;
      sums += 2 * VECTOR;
    }
    if (columns & 1) {
      rowBlock<u8>(sums, mask, a, from);
      sums += VECTOR;
    }
  }
}

function mulAdd(sum: v128, a: v128, b: v128): v128 {
  return f32x4.add(sum, f32x4.mul(a, b));
}

function columnBlock<Columns>(out: usize, entry: usize, end: usize, column: usize): void {
  let s0 = f32x4.splat(0);
  let s1 = f32x4.splat(0);
  let s2 = f32x4.splat(0);
  let s3 = f32x4.splat(0);
  let s4 = f32x4.splat(0);
  let s5 = f32x4.splat(0);
  let s6 = f32x4.splat(0);
  let s7 = f32x4.splat(0);
  for (; entry < end; entry += ENTRY) {
    const x = v128.load(load<u32>(entry));
    const w = <usize>load<u32>(entry, 4) + column;
    s0 = mulAdd(s0, x, v128.load32_splat(w));
    if (sizeof<Columns>() > 1) s1 = mulAdd(s1, x, v128.load32_splat(w, 4));
    if (sizeof<Columns>() > 2) {
      s2 = mulAdd(s2, x, v128.load32_splat(w, 8));
      s3 = mulAdd(s3, x, v128.load32_splat(w, 12));
    }
    if (sizeof<Columns>() > 4) {
      s4 = mulAdd(s4, x, v128.load32_splat(w, 16));
      s5 = mulAdd(s5, x, v128.load32_splat(w, 20));
      s6 = mulAdd(s6, x, v128.load32_splat(w, 24));
      s7 = mulAdd(s7, x, v128.load32_splat(w, 28));
    }
  }
  v128.store(out, s0);
  if (sizeof<Columns>() > 1) v128.store(out, s1, STRIDE);
  if (sizeof<Columns>() > 2) {
    v128.store(out, s2, 2 * STRIDE);
    v128.store(out, s3, 3 * STRIDE);
  }
  if (sizeof<Columns>() > 4) {
    v128.store(out, s4, 4 * STRIDE);
    v128.store(out, s5, 5 * STRIDE);
    v128.store(out, s6, 6 * STRIDE);
    v128.store(out, s7, 7 * STRIDE);
  }
}

function addTo(sum: usize, value: v128): void {
  v128.store(sum, f32x4.add(v128.load(sum), value));
}

function rowBlock<Columns>(sums: usize, mask: u32, a: usize, b: usize): void {
  let s0 = f32x4.splat(0);
  let s1 = f32x4.splat(0);
  let s2 = f32x4.splat(0);
  let s3 = f32x4.splat(0);
  let s4 = f32x4.splat(0);
  let s5 = f32x4.splat(0);
  let s6 = f32x4.splat(0);
  let s7 = f32x4.splat(0);
  for (; mask; mask &= mask - 1) {
    const at: usize = VECTOR * ctz(mask);
    const x = v128.load(a + at);
    s0 = mulAdd(s0, x, v128.load(b + at));
    if (sizeof<Columns>() > 1) s1 = mulAdd(s1, x, v128.load(b + at, STRIDE));
    if (sizeof<Columns>() > 2) {
      s2 = mulAdd(s2, x, v128.load(b + at, 2 * STRIDE));
      s3 = mulAdd(s3, x, v128.load(b + at, 3 * STRIDE));
    }
    if (sizeof<Columns>() > 4) {
      s4 = mulAdd(s4, x, v128.load(b + at, 4 * STRIDE));
      s5 = mulAdd(s5, x, v128.load(b + at, 5 * STRIDE));
      s6 = mulAdd(s6, x, v128.load(b + at, 6 * STRIDE));
      s7 = mulAdd(s7, x, v128.load(b + at, 7 * STRIDE));
    }
  }
  addTo(sums, s0);
  if (sizeof<Columns>() > 1) addTo(sums + VECTOR, s1);
  if (sizeof<Columns>() > 2) {
    addTo(sums + 2 * VECTOR, s2);
    addTo(sums + 3 * VECTOR, s3);
  }
  if (sizeof<Columns>() > 4) {
    addTo(sums + 4 * VECTOR, s4);
    addTo(sums + 5 * VECTOR, s5);
    addTo(sums + 6 * VECTOR, s6);
    addTo(sums + 7 * VECTOR, s7);
  }
}
