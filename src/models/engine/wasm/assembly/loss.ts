/** The loss of one model over given samples: the forward pass in float32, its sum in float64. */
import { outputFloor } from './output';
import { product } from './product';
import { GRAIN, STRIDE, TILE, VECTOR } from './tile';

/**
 * Adds Σ_s (g(Wh + b) − x)² for each feature to `totals`.
 *
 * @param theta W [n, m], then b [n]
 * @param samples f32 [count, n]
 * @param x, z f32 [n, STRIDE], scratch
 * @param h f32 [m, STRIDE], scratch
 * @param totals f64 [n]
 */
export function squaredErrors(
  n: u32,
  m: u32,
  relu: u32,
  theta: usize,
  samples: usize,
  count: u32,
  x: usize,
  h: usize,
  z: usize,
  totals: usize,
): void {
  const floor = outputFloor(relu);
  const bias = theta + 4 * n * m;
  for (let from: u32 = 0; from < count; from += TILE) {
    const filled = min(TILE, count - from);
    const whole = (filled + GRAIN - 1) & ~(GRAIN - 1);
    gather(x, samples + 4 * from * n, n, filled, whole);
    product(h, x, n, theta, 4 * m, 4, m, whole >> 2);
    product(z, h, m, theta, 4, 4 * m, n, whole >> 2);
    for (let i: u32 = 0; i < n; i++) {
      const b = v128.load32_splat(bias + 4 * i);
      let sum = f64x2.splat(0);
      for (let s: u32 = 0; s < filled; s += 4) {
        const at = i * STRIDE + 4 * s;
        const u = f32x4.add(v128.load(z + at), b);
        const error = v128.and(f32x4.sub(f32x4.pmax(floor, u), v128.load(x + at)), lanesBelow(filled - s));
        const low = f64x2.promote_low_f32x4(error);
        const high = f64x2.promote_low_f32x4(v128.shuffle<f32>(error, error, 2, 3, 2, 3));
        sum = f64x2.add(sum, f64x2.add(f64x2.mul(low, low), f64x2.mul(high, high)));
      }
      const total = totals + 8 * i;
      store<f64>(total, load<f64>(total) + (f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1)));
    }
  }
}

/** The first `count` lanes on. */
function lanesBelow(count: u32): v128 {
  return i32x4.lt_u(i32x4(0, 1, 2, 3), i32x4.splat(count));
}

/** Samples in rows to a tile with features in rows; zeros behind the last. */
function gather(x: usize, samples: usize, n: u32, filled: u32, whole: u32): void {
  for (let i: u32 = 0; i < n; i++) {
    let from = samples + 4 * i;
    const row = x + i * STRIDE;
    for (let s: u32 = 0; s < filled; s++, from += 4 * n) store<f32>(row + 4 * s, load<f32>(from));
    for (let s = filled; s < whole; s++) store<f32>(row + 4 * s, 0);
  }
}
