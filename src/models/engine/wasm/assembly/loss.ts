/** The loss of one model over given samples: the forward pass in float32, its sum in float64. */
import { GELU, gelu, geluDecay } from './activation';
import { hiddenLayer } from './hidden';
import { outputFloor } from './output';
import { product } from './product';
import { wantedOf } from './target';
import { GRAIN, STRIDE, TILE, VECTOR } from './tile';

/** What is measured, as a record that the loader (../loss.ts) writes: words; fields that end in Ptr are addresses. */
@unmanaged
export class Evaluation {
  n: u32;
  m: u32;
  /** Samples. */
  count: u32;
  /** Numbers of the activations and of the target. */
  hidden: u32;
  output: u32;
  target: u32;
  /** Where W₂, c and b begin in theta; W₂ is W (0) when tied, and c absent when 0. */
  read: u32;
  hiddenBias: u32;
  bias: u32;
  /** f32 [P]. */
  thetaPtr: u32;
  /** f64 [n]: squared errors so far. */
  totalsPtr: u32;
  /** f32 [n, STRIDE]: scratch, as the rest. */
  xPtr: u32;
  wantedPtr: u32;
  zPtr: u32;
  /** f32 [m, STRIDE]. */
  hPtr: u32;
  slopesPtr: u32;
  /** f32 [count, n]. */
  samplesPtr: u32;
}

/** Adds Σ_s (g(W₂h + b) − t)², h = f(Wx + c) and t what is wanted of x, for each feature to the totals. */
export function squaredErrors(evaluation: Evaluation): void {
  const n = evaluation.n;
  const m = evaluation.m;
  const x = evaluation.xPtr;
  const h = evaluation.hPtr;
  const z = evaluation.zPtr;
  const theta = evaluation.thetaPtr;
  const floor = outputFloor(evaluation.output);
  const hiddenBias = evaluation.hiddenBias ? theta + 4 * evaluation.hiddenBias : 0;
  const bias = theta + 4 * evaluation.bias;
  for (let from: u32 = 0; from < evaluation.count; from += TILE) {
    const filled = min(TILE, evaluation.count - from);
    const whole = (filled + GRAIN - 1) & ~(GRAIN - 1);
    const vectors = whole >> 2;
    gather(x, evaluation.samplesPtr + 4 * from * n, n, filled, whole);
    product(h, x, n, theta, 4 * m, 4, m, vectors);
    hiddenLayer(h, m, evaluation.hidden, hiddenBias, 0, evaluation.slopesPtr, vectors);
    product(z, h, m, theta + 4 * evaluation.read, 4, 4 * m, n, vectors);
    const wanted = wantedOf(evaluation.target, x, n, evaluation.wantedPtr, vectors);
    for (let i: u32 = 0; i < n; i++) {
      const b = v128.load32_splat(bias + 4 * i);
      let sum = f64x2.splat(0);
      for (let s: u32 = 0; s < filled; s += 4) {
        const at = i * STRIDE + 4 * s;
        const u = f32x4.add(v128.load(z + at), b);
        const g = evaluation.output == GELU ? gelu(u, geluDecay(u)) : f32x4.pmax(floor, u);
        const error = v128.and(f32x4.sub(g, v128.load(wanted + at)), lanesBelow(filled - s));
        const low = f64x2.promote_low_f32x4(error);
        const high = f64x2.promote_low_f32x4(v128.shuffle<f32>(error, error, 2, 3, 2, 3));
        sum = f64x2.add(sum, f64x2.add(f64x2.mul(low, low), f64x2.mul(high, high)));
      }
      const total = evaluation.totalsPtr + 8 * i;
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
