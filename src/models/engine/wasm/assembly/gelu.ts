/**
 * The exact gradient's GELU: its tanh approximation (../../../activations.ts), from additions, multiplications and one division alone, so
 * that it has the same bits on every machine.
 *
 * ½ (1 + tanh s) = 1 / (1 + e^(−2s)): GELU(u) = u · gate, gate = 1 / (1 + 2^t), t = −u (a + c u²).
 *
 * On samples there is another (activation.ts): they round differently, and a run keeps its bits.
 */
import { ONE } from './constants';

/** −a and −c, over ln 2: t's coefficients. */
const FIRST = memory.data<f32>([-2.302208198144325]);
const THIRD = memory.data<f32>([-0.1029432395800235]);
/** 2 √(2/π) and 3 · 0.044715 times as much: the derivative of −ln 2^t by u. */
const RISE0 = memory.data<f32>([1.5957691216057308]);
const RISE2 = memory.data<f32>([0.21406444881780076]);
/** Beyond these t the gate is 0 or 1 to float32. */
const FAR = memory.data<f32>([120]);
const NEAR = memory.data<f32>([-120]);
/** 1.5 · 2²³: added to a number, it leaves the nearest integer in the lowest bits. */
const ROUND = memory.data<f32>([12582912]);
/** 2^f, |f| ≤ ½, by the polynomial through the Chebyshev nodes: relative error 3e-9. */
const C1 = memory.data<f32>([0.6931472067028321]);
const C2 = memory.data<f32>([0.24022650922288827]);
const C3 = memory.data<f32>([0.05550327226670944]);
const C4 = memory.data<f32>([0.00961805667852609]);
const C5 = memory.data<f32>([0.0013400428177419153]);
const C6 = memory.data<f32>([0.0001546144469646172]);

/** GELU(u) / u, in [0, 1]. */
export function geluGate(u: v128): v128 {
  const one = v128.load32_splat(ONE);
  const bend = f32x4.add(v128.load32_splat(FIRST), f32x4.mul(f32x4.mul(u, u), v128.load32_splat(THIRD)));
  const t = f32x4.pmax(v128.load32_splat(NEAR), f32x4.pmin(v128.load32_splat(FAR), f32x4.mul(u, bend)));
  const shifted = f32x4.add(t, v128.load32_splat(ROUND));
  const f = f32x4.sub(t, f32x4.sub(shifted, v128.load32_splat(ROUND)));
  let power = f32x4.add(f32x4.mul(v128.load32_splat(C6), f), v128.load32_splat(C5));
  power = f32x4.add(f32x4.mul(power, f), v128.load32_splat(C4));
  power = f32x4.add(f32x4.mul(power, f), v128.load32_splat(C3));
  power = f32x4.add(f32x4.mul(power, f), v128.load32_splat(C2));
  power = f32x4.add(f32x4.mul(power, f), v128.load32_splat(C1));
  power = f32x4.add(f32x4.mul(power, f), one);
  // Times 2 to the nearest integer, which the shift moves into the exponent.
  power = i32x4.add(power, i32x4.shl(shifted, 23));
  return f32x4.div(one, f32x4.add(one, power));
}

/** GELU′(u). @param gate geluGate(u) */
export function gateSlope(u: v128, gate: v128): v128 {
  const one = v128.load32_splat(ONE);
  const rise = f32x4.mul(u, f32x4.add(v128.load32_splat(RISE0), f32x4.mul(f32x4.mul(u, u), v128.load32_splat(RISE2))));
  return f32x4.mul(gate, f32x4.add(one, f32x4.mul(f32x4.sub(one, gate), rise)));
}
