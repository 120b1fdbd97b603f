/** The activations of src/models/activations.ts, by the numbers that ../numbers.ts gives them; the identity's is 0. */
export const RELU: u32 = 1;
export const GELU: u32 = 2;

/** 2 √(2/π) and GELU's cubic: σ(SCALE (u + CUBIC u³)) is ½ (1 + tanh(√(2/π) (u + CUBIC u³))). */
const SCALE: f32 = 1.5957691216057308;
const CUBIC: f32 = 0.044715;

/** Beyond this the logistic function is 0 or 1, and its parts must not underflow. */
const STEEPEST: f32 = 80;

/** 1.5 · 2²³, and the bias of a float32's exponent. */
const ROUNDS: f32 = 12582912 + 127;

/** GELU(u) = u σ with σ = 1 / (1 + this), on samples; the exact gradient has its own (gelu.ts). */
export function geluDecay(u: v128): v128 {
  const cubic = f32x4.mul(f32x4.splat(CUBIC), f32x4.mul(u, f32x4.mul(u, u)));
  const steep = f32x4.mul(f32x4.splat(-SCALE), f32x4.add(u, cubic));
  return exponential(f32x4.pmax(f32x4.pmin(steep, f32x4.splat(STEEPEST)), f32x4.splat(-STEEPEST)));
}

/** @param decay geluDecay(u) */
export function gelu(u: v128, decay: v128): v128 {
  return f32x4.div(u, f32x4.add(f32x4.splat(1), decay));
}

/** GELU′(u) = σ + u σ′, with 1 − σ = decay · σ so that nothing cancels. */
export function geluSlope(u: v128, decay: v128): v128 {
  const share = f32x4.div(f32x4.splat(1), f32x4.add(f32x4.splat(1), decay));
  const steepness = f32x4.add(
    f32x4.splat(SCALE),
    f32x4.mul(f32x4.splat(<f32>(3 * 0.044715 * 1.5957691216057308)), f32x4.mul(u, u)),
  );
  return f32x4.add(share, f32x4.mul(u, f32x4.mul(f32x4.mul(f32x4.mul(decay, share), share), steepness)));
}

/** eˣ for |x| ≤ STEEPEST, to 1e-7 of it near 0 and 1e-5 of it far away. NaN stays. */
function exponential(x: v128): v128 {
  const t = f32x4.mul(x, f32x4.splat(1.4426950408889634));
  // Added to a number so large that its last digit is 1, t is rounded, and ends with the exponent of 2^⌊t⌉.
  const rounded = f32x4.add(t, f32x4.splat(ROUNDS));
  const f = f32x4.sub(t, f32x4.sub(rounded, f32x4.splat(ROUNDS)));
  // 2^f = 1 + f · polynomial(f), fitted on [−½, ½] to 2e-9.
  let sum = f32x4.splat(0.00015353362);
  sum = f32x4.add(f32x4.mul(sum, f), f32x4.splat(0.0013398875));
  sum = f32x4.add(f32x4.mul(sum, f), f32x4.splat(0.00961843692));
  sum = f32x4.add(f32x4.mul(sum, f), f32x4.splat(0.0555033237));
  sum = f32x4.add(f32x4.mul(sum, f), f32x4.splat(0.240226477));
  sum = f32x4.add(f32x4.mul(sum, f), f32x4.splat(0.693147182));
  sum = f32x4.add(f32x4.mul(sum, f), f32x4.splat(1));
  return f32x4.mul(sum, i32x4.shl(rounded, 23));
}
