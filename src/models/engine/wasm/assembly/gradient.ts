/**
 * The gradient of the weights over one tile, added to the sums. Blocks of 2 or 1 features by 4, 2 or 1 hidden dimensions
 * keep up to eight sums in registers; each sum runs over the samples in order.
 */
import { STRIDE, VECTOR } from './tile';

/**
 * ∂loss/∂W_ik = Σ_s dz_i h_k + x_i dh_k: W reads and writes.
 *
 * @param sums v128 [n, m]
 */
export function weightGradient(
  x: usize,
  dz: usize,
  h: usize,
  dh: usize,
  n: u32,
  m: u32,
  sums: usize,
  vectors: u32,
): void {
  blocks<u16>(x, dz, h, dh, n, m, sums, vectors);
}

/**
 * Σ_s a_i b_k: one of its two terms.
 *
 * @param a f32 [n, STRIDE]
 * @param b f32 [m, STRIDE]
 * @param sums v128 [n, m]
 */
export function outerProduct(a: usize, b: usize, n: u32, m: u32, sums: usize, vectors: u32): void {
  blocks<u8>(a, a, b, b, n, m, sums, vectors);
}

/** sizeof<Terms> terms, dz h before x dh: types stand in for numbers known at compile time. */
function blocks<Terms>(x: usize, dz: usize, h: usize, dh: usize, n: u32, m: u32, sums: usize, vectors: u32): void {
  const end: usize = vectors * VECTOR;
  const row: usize = m * VECTOR;
  for (; n >= 2; n -= 2) {
    let hk = h;
    let dhk = dh;
    let to = sums;
    for (let k = m; k >= 4; k -= 4) {
      block<Terms, u16, u32>(x, dz, hk, dhk, to, row, end);
      hk += 4 * STRIDE;
      dhk += 4 * STRIDE;
      to += 4 * VECTOR;
    }
    if (m & 2) {
      block<Terms, u16, u16>(x, dz, hk, dhk, to, row, end);
      hk += 2 * STRIDE;
      dhk += 2 * STRIDE;
      to += 2 * VECTOR;
    }
    if (m & 1) block<Terms, u16, u8>(x, dz, hk, dhk, to, row, end);
    x += 2 * STRIDE;
    dz += 2 * STRIDE;
    sums += 2 * row;
  }
  if (!n) return;
  for (let k = m; k >= 4; k -= 4) {
    block<Terms, u8, u32>(x, dz, h, dh, sums, row, end);
    h += 4 * STRIDE;
    dh += 4 * STRIDE;
    sums += 4 * VECTOR;
  }
  if (m & 2) {
    block<Terms, u8, u16>(x, dz, h, dh, sums, row, end);
    h += 2 * STRIDE;
    dh += 2 * STRIDE;
    sums += 2 * VECTOR;
  }
  if (m & 1) block<Terms, u8, u8>(x, dz, h, dh, sums, row, end);
}

function addTerms<Terms>(sum: v128, dz: v128, h: v128, x: v128, dh: v128): v128 {
  if (sizeof<Terms>() == 1) return f32x4.add(sum, f32x4.mul(dz, h));
  return f32x4.add(sum, f32x4.add(f32x4.mul(dz, h), f32x4.mul(x, dh)));
}

function addTo(sum: usize, value: v128): void {
  v128.store(sum, f32x4.add(v128.load(sum), value));
}

/** A block of sizeof<Rows> features and sizeof<Columns> hidden dimensions. */
function block<Terms, Rows, Columns>(
  x: usize,
  dz: usize,
  h: usize,
  dh: usize,
  sums: usize,
  row: usize,
  end: usize,
): void {
  let s00 = f32x4.splat(0);
  let s01 = f32x4.splat(0);
  let s02 = f32x4.splat(0);
  let s03 = f32x4.splat(0);
  let s10 = f32x4.splat(0);
  let s11 = f32x4.splat(0);
  let s12 = f32x4.splat(0);
  let s13 = f32x4.splat(0);
  let x1 = f32x4.splat(0);
  let dz1 = f32x4.splat(0);
  for (let s: usize = 0; s < end; s += VECTOR) {
    const x0 = v128.load(x + s);
    const dz0 = v128.load(dz + s);
    if (sizeof<Rows>() > 1) {
      x1 = v128.load(x + s, STRIDE);
      dz1 = v128.load(dz + s, STRIDE);
    }
    const h0 = v128.load(h + s);
    const dh0 = v128.load(dh + s);
    s00 = addTerms<Terms>(s00, dz0, h0, x0, dh0);
    if (sizeof<Rows>() > 1) s10 = addTerms<Terms>(s10, dz1, h0, x1, dh0);
    if (sizeof<Columns>() > 1) {
      const h1 = v128.load(h + s, STRIDE);
      const dh1 = v128.load(dh + s, STRIDE);
      s01 = addTerms<Terms>(s01, dz0, h1, x0, dh1);
      if (sizeof<Rows>() > 1) s11 = addTerms<Terms>(s11, dz1, h1, x1, dh1);
    }
    if (sizeof<Columns>() > 2) {
      const h2 = v128.load(h + s, 2 * STRIDE);
      const dh2 = v128.load(dh + s, 2 * STRIDE);
      s02 = addTerms<Terms>(s02, dz0, h2, x0, dh2);
      if (sizeof<Rows>() > 1) s12 = addTerms<Terms>(s12, dz1, h2, x1, dh2);
      const h3 = v128.load(h + s, 3 * STRIDE);
      const dh3 = v128.load(dh + s, 3 * STRIDE);
      s03 = addTerms<Terms>(s03, dz0, h3, x0, dh3);
      if (sizeof<Rows>() > 1) s13 = addTerms<Terms>(s13, dz1, h3, x1, dh3);
    }
  }
  addTo(sums, s00);
  if (sizeof<Columns>() > 1) addTo(sums + VECTOR, s01);
  if (sizeof<Columns>() > 2) {
    addTo(sums + 2 * VECTOR, s02);
    addTo(sums + 3 * VECTOR, s03);
  }
  if (sizeof<Rows>() > 1) {
    addTo(sums + row, s10);
    if (sizeof<Columns>() > 1) addTo(sums + row + VECTOR, s11);
    if (sizeof<Columns>() > 2) {
      addTo(sums + row + 2 * VECTOR, s12);
      addTo(sums + row + 3 * VECTOR, s13);
    }
  }
}
