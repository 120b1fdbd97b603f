/** AdamW over one model's parameters, four at a time; the gradient sums are folded and cleared on the way. */
import { VECTOR } from './tile';

const BETA1: f32 = 0.9;
const BETA2: f32 = 0.999;
const EPSILON: f32 = 1e-8;

/** The four lanes' sums of four vectors, as one vector. */
function foldFour(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(v128.shuffle<f32>(a, b, 0, 4, 1, 5), v128.shuffle<f32>(a, b, 2, 6, 3, 7));
  const cd = f32x4.add(v128.shuffle<f32>(c, d, 0, 4, 1, 5), v128.shuffle<f32>(c, d, 2, 6, 3, 7));
  return f32x4.add(v128.shuffle<f32>(ab, cd, 0, 1, 4, 5), v128.shuffle<f32>(ab, cd, 2, 3, 6, 7));
}

/**
 * One step of four parameters that lie together.
 *
 * @param scalars the step's four numbers (job.ts)
 */
export function adamVector(theta: usize, m1: usize, m2: usize, gradient: v128, scalars: usize): void {
  const first = f32x4.add(
    f32x4.mul(v128.load(m1), f32x4.splat(BETA1)),
    f32x4.mul(gradient, f32x4.splat(<f32>(1 - 0.9))),
  );
  const second = f32x4.add(
    f32x4.mul(v128.load(m2), f32x4.splat(BETA2)),
    f32x4.mul(f32x4.mul(gradient, gradient), f32x4.splat(<f32>(1 - 0.999))),
  );
  v128.store(m1, first);
  v128.store(m2, second);
  const t = v128.load(theta);
  const rate = v128.load32_splat(scalars);
  const decay = v128.load32_splat(scalars, 4);
  const unbias2 = v128.load32_splat(scalars, 8);
  const size = f32x4.add(f32x4.sqrt(f32x4.mul(second, unbias2)), f32x4.splat(EPSILON));
  const move = f32x4.add(f32x4.mul(t, decay), f32x4.div(f32x4.mul(first, rate), size));
  v128.store(theta, f32x4.sub(t, move));
}

/**
 * @param parameters P padded to a multiple of 4
 * @param scalars the step's four numbers (job.ts)
 */
export function adamStep(theta: usize, m1: usize, m2: usize, sums: usize, parameters: u32, scalars: usize): void {
  const zero = f32x4.splat(0);
  for (let q: u32 = 0; q < parameters; q += 4) {
    const gradient = foldFour(
      v128.load(sums),
      v128.load(sums, VECTOR),
      v128.load(sums, 2 * VECTOR),
      v128.load(sums, 3 * VECTOR),
    );
    v128.store(sums, zero);
    v128.store(sums, zero, VECTOR);
    v128.store(sums, zero, 2 * VECTOR);
    v128.store(sums, zero, 3 * VECTOR);
    adamVector(theta, m1, m2, gradient, scalars);
    theta += VECTOR;
    m1 += VECTOR;
    m2 += VECTOR;
    sums += 4 * VECTOR;
  }
}
