/** The output layer's activation, error and bias gradient over one tile. */
import { GELU, gelu, geluDecay, geluSlope } from './activation';
import { STRIDE, VECTOR } from './tile';

/**
 * The lower end of the output's activation, g(z) = max(z, floor) and g′(z) = z > floor: 0 for ReLU, −∞ for a linear
 * output.
 */
export function outputFloor(relu: u32): v128 {
  return f32x4.splat(relu ? 0 : -Infinity);
}

/**
 * Replaces Wh by dz = c (g(Wh + b) − t) g′, c = 2 I / batch, and adds dz to the bias's sums.
 *
 * @param dz Wh on entry, f32 [n, STRIDE]
 * @param wanted t, f32 [n, STRIDE]
 * @param weights c, f32 [n]
 * @param output g's number
 */
export function outputError(
  dz: usize,
  wanted: usize,
  n: u32,
  bias: usize,
  weights: usize,
  output: u32,
  sums: usize,
  vectors: u32,
): void {
  const floor = outputFloor(output);
  const end: usize = vectors * VECTOR;
  for (let i: u32 = 0; i < n; i++) {
    const b = v128.load32_splat(bias + 4 * i);
    const c = v128.load32_splat(weights + 4 * i);
    let sum = v128.load(sums + VECTOR * i);
    if (output == GELU) {
      for (let s: usize = 0; s < end; s += VECTOR) {
        const z = f32x4.add(v128.load(dz + s), b);
        const d = f32x4.mul(geluError(z, v128.load(wanted + s)), c);
        v128.store(dz + s, d);
        sum = f32x4.add(sum, d);
      }
    } else {
      for (let s: usize = 0; s < end; s += VECTOR) {
        const z = f32x4.add(v128.load(dz + s), b);
        const error = f32x4.sub(f32x4.pmax(floor, z), v128.load(wanted + s));
        const d = v128.and(f32x4.mul(error, c), f32x4.gt(z, floor));
        v128.store(dz + s, d);
        sum = f32x4.add(sum, d);
      }
    }
    v128.store(sums + VECTOR * i, sum);
    dz += STRIDE;
    wanted += STRIDE;
  }
}

/** (g(z) − t) g′(z) */
function geluError(z: v128, t: v128): v128 {
  const decay = geluDecay(z);
  return f32x4.mul(f32x4.sub(gelu(z, decay), t), geluSlope(z, decay));
}

/** Adds what `count` empty samples do: h = 0, so only the bias feels them, by c g(b) g′(b) each. */
export function emptySamples(bias: usize, weights: usize, n: u32, output: u32, sums: usize, count: i32): void {
  for (let i: u32 = 0; i < n; i++) {
    const b = load<f32>(bias + 4 * i);
    let error = b;
    if (output == GELU) error = f32x4.extract_lane(geluError(f32x4.splat(b), f32x4.splat(0)), 0);
    else if (output && !(b > 0)) continue;
    const sum = sums + VECTOR * i;
    store<f32>(sum, load<f32>(sum) + <f32>count * (load<f32>(weights + 4 * i) * error));
  }
}
