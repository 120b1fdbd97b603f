/** The output layer where lanes are features. */
export { outputFloor } from './output';

/** ∂/∂z of half the squared error: (g(z) − target) g′(z). */
export function outputSlope(z: v128, target: v128, floor: v128): v128 {
  return v128.and(f32x4.sub(f32x4.pmax(floor, z), target), f32x4.gt(z, floor));
}

/** Adds what `count` empty samples do to the sums of e: z = b, and nothing is wanted. */
export function emptyErrors(errors: usize, bias: usize, width: u32, floor: v128, count: i32): void {
  const times = f32x4.splat(<f32>count);
  for (let i: usize = 0; i < 4 * width; i += 16) {
    const e = outputSlope(v128.load(bias + i), f32x4.splat(0), floor);
    v128.store(errors + i, f32x4.add(v128.load(errors + i), f32x4.mul(times, e)));
  }
}
