/** The hidden layer's bias, activation and dropout over one tile, forth and back. */
import { GELU, gelu, geluDecay, geluSlope, RELU } from './activation';
import { STRIDE, VECTOR } from './tile';

/**
 * h ← f(h + c) · mask, and slopes ← f′(h + c) · mask.
 *
 * @param h Wᵀx on entry, f32 [m, STRIDE]
 * @param activation f's number
 * @param bias c, f32 [m], or 0
 * @param masks f32 [m, STRIDE], or 0
 * @param slopes f32 [m, STRIDE]
 */
export function hiddenLayer(
  h: usize,
  m: u32,
  activation: u32,
  bias: usize,
  masks: usize,
  slopes: usize,
  vectors: u32,
): void {
  const end: usize = vectors * VECTOR;
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1);
  for (let k: u32 = 0; k < m; k++) {
    const c = bias ? v128.load32_splat(bias + 4 * k) : zero;
    const row = k * STRIDE;
    for (let s: usize = row; s < row + end; s += VECTOR) {
      const u = f32x4.add(v128.load(h + s), c);
      const mask = masks ? v128.load(masks + s) : one;
      let value = u;
      let slope = one;
      if (activation == RELU) {
        value = f32x4.pmax(zero, u);
        slope = v128.and(one, f32x4.gt(u, zero));
      } else if (activation == GELU) {
        const decay = geluDecay(u);
        value = gelu(u, decay);
        slope = geluSlope(u, decay);
      }
      v128.store(h + s, f32x4.mul(value, mask));
      v128.store(slopes + s, f32x4.mul(slope, mask));
    }
  }
}

/**
 * ∂loss/∂h ← ∂loss/∂(Wᵀx + c), the sum of which is the hidden bias's gradient.
 *
 * @param sums v128 [m], or 0
 */
export function hiddenError(dh: usize, slopes: usize, m: u32, sums: usize, vectors: u32): void {
  const end: usize = vectors * VECTOR;
  for (let k: u32 = 0; k < m; k++) {
    const row = k * STRIDE;
    let sum = f32x4.splat(0);
    for (let s: usize = row; s < row + end; s += VECTOR) {
      const d = f32x4.mul(v128.load(dh + s), v128.load(slopes + s));
      v128.store(dh + s, d);
      sum = f32x4.add(sum, d);
    }
    if (sums) v128.store(sums + VECTOR * k, f32x4.add(v128.load(sums + VECTOR * k), sum));
  }
}
