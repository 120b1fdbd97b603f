/** The output layer's activation, error and bias gradient over one tile. */
import { STRIDE, VECTOR } from './tile';

/**
 * The lower end of the output's activation, g(z) = max(z, floor) and g′(z) = z > floor: 0 for ReLU, −∞ for a linear
 * output.
 */
export function outputFloor(relu: u32): v128 {
  return f32x4.splat(relu ? 0 : -Infinity);
}

/**
 * Replaces Wh by dz = c (g(Wh + b) − x) g′, c = 2 I / batch, and adds dz to the bias's sums.
 *
 * @param dz Wh on entry, f32 [n, STRIDE]
 * @param weights c, f32 [n]
 */
export function outputError(
  dz: usize,
  x: usize,
  n: u32,
  bias: usize,
  weights: usize,
  relu: u32,
  sums: usize,
  vectors: u32,
): void {
  const floor = outputFloor(relu);
  const end: usize = vectors * VECTOR;
  for (let i: u32 = 0; i < n; i++) {
    const b = v128.load32_splat(bias + 4 * i);
    const c = v128.load32_splat(weights + 4 * i);
    let sum = v128.load(sums + VECTOR * i);
    for (let s: usize = 0; s < end; s += VECTOR) {
      const z = f32x4.add(v128.load(dz + s), b);
      const error = f32x4.sub(f32x4.pmax(floor, z), v128.load(x + s));
      const d = v128.and(f32x4.mul(error, c), f32x4.gt(z, floor));
      v128.store(dz + s, d);
      sum = f32x4.add(sum, d);
    }
    v128.store(sums + VECTOR * i, sum);
    dz += STRIDE;
    x += STRIDE;
  }
}

/** Adds what `count` empty samples do: h = 0, so only the bias feels them, by c g(b) g′(b) each. */
export function emptySamples(bias: usize, weights: usize, n: u32, relu: u32, sums: usize, count: i32): void {
  for (let i: u32 = 0; i < n; i++) {
    const b = load<f32>(bias + 4 * i);
    if (relu && !(b > 0)) continue;
    const sum = sums + VECTOR * i;
    store<f32>(sum, load<f32>(sum) + <f32>count * (load<f32>(weights + 4 * i) * b));
  }
}
