/**
 * The exact path: the expected gradient by quadrature (../../quadrature.ts), for up to three features. Lanes are four
 * models, which share nothing but their shape.
 *
 * With z = b + Gx, G = WWᵀ, and e = ∂loss/∂z, everything that the gradient needs of the data is E[e] and M = E[e xᵀ]:
 * ∂loss/∂b = E[e] and ∂loss/∂W = (M + Mᵀ) W.
 */
import { adamVector } from './adam';
import { Job, LAW_ROWS, MODEL_BYTES } from './job';
import { Line } from './line';
import { node, nodeWeight, NODE_BITS } from './nodes';
import { VECTOR } from './tile';

const LIMIT: u32 = 3;
/** v128 [n, n]: G. */
const GRAM = memory.data(3 * 3 * 16, 16);
/** v128 [n]: E[e]. */
const ERROR = memory.data(3 * 16, 16);
/** v128 [n, n]: M, row i for output i. */
const MOMENT = memory.data(3 * 3 * 16, 16);
/** v128 [n]: p. */
const DENSITY = memory.data(3 * 16, 16);
/** v128 [n]: 2 I. */
const WEIGHT = memory.data(3 * 16, 16);
/** v128 [n]: x of the active features that stand still. */
const STILL = memory.data(3 * 16, 16);
/** v128: all ones in the lanes of models with a linear output. */
const LINEAR = memory.data(16, 16);

/** Steps of the four models from `model` on; behind the last model of the job its lanes hold that model again. */
export function trainExact(job: Job, model: u32): void {
  const n = job.n;
  const m = job.m;
  const parameters = n * m + n;
  const theta = job.lanesPtr;
  const m1 = theta + VECTOR * parameters;
  const m2 = m1 + VECTOR * parameters;
  for (let lane: u32 = 0; lane < 4; lane++) {
    const from = min(model + lane, job.models - 1);
    loadLane(theta, job.thetaPtr, from, parameters, lane);
    loadLane(m1, job.m1Ptr, from, parameters, lane);
    loadLane(m2, job.m2Ptr, from, parameters, lane);
    const law = job.lawPtr + LAW_ROWS * 4 * from * ((n + 3) & ~3);
    for (let i: u32 = 0; i < n; i++) {
      store<f32>(DENSITY + VECTOR * i + 4 * lane, load<f32>(law + 4 * i) * <f32>(1.0 / 16777216.0));
      store<f32>(WEIGHT + VECTOR * i + 4 * lane, load<f32>(law + 4 * (2 * ((n + 3) & ~3) + i)));
    }
    store<u32>(LINEAR + 4 * lane, load<u32>(job.modelsPtr + MODEL_BYTES * from, 8) ? 0 : 0xffffffff);
  }
  for (let t: u32 = 0; t < job.steps; t++) {
    expect(n, m, theta);
    step(n, m, theta, m1, m2, job.scalarsPtr + 16 * t);
  }
  for (let lane: u32 = 0; lane < 4 && model + lane < job.models; lane++) {
    storeLane(theta, job.thetaPtr, model + lane, parameters, lane);
    storeLane(m1, job.m1Ptr, model + lane, parameters, lane);
    storeLane(m2, job.m2Ptr, model + lane, parameters, lane);
  }
}

function loadLane(lanes: usize, rows: usize, model: u32, parameters: u32, lane: u32): void {
  const row = rows + 4 * model * ((parameters + 3) & ~3);
  for (let q: u32 = 0; q < parameters; q++) store<f32>(lanes + VECTOR * q + 4 * lane, load<f32>(row + 4 * q));
}

function storeLane(lanes: usize, rows: usize, model: u32, parameters: u32, lane: u32): void {
  const row = rows + 4 * model * ((parameters + 3) & ~3);
  for (let q: u32 = 0; q < parameters; q++) store<f32>(row + 4 * q, load<f32>(lanes + VECTOR * q + 4 * lane));
}

/** Fills ERROR and MOMENT, without the factors 2 I. */
function expect(n: u32, m: u32, theta: usize): void {
  const bias = theta + VECTOR * n * m;
  const linear = v128.load(LINEAR);
  const zero = f32x4.splat(0);
  for (let i: u32 = 0; i < n; i++) {
    for (let j: u32 = 0; j <= i; j++) {
      let g = zero;
      for (let k: u32 = 0; k < m; k++) {
        const wi = v128.load(theta + VECTOR * (i * m + k));
        g = f32x4.add(g, f32x4.mul(wi, v128.load(theta + VECTOR * (j * m + k))));
      }
      v128.store(GRAM + VECTOR * (i * LIMIT + j), g);
      v128.store(GRAM + VECTOR * (j * LIMIT + i), g);
      v128.store(MOMENT + VECTOR * (i * LIMIT + j), zero);
      v128.store(MOMENT + VECTOR * (j * LIMIT + i), zero);
    }
  }
  const empty = chance(n, 0);
  for (let i: u32 = 0; i < n; i++) {
    const z = v128.load(bias + VECTOR * i);
    const e = v128.and(z, v128.or(f32x4.gt(z, zero), linear));
    v128.store(ERROR + VECTOR * i, f32x4.mul(empty, e));
  }
  for (let active: u32 = 1; active < <u32>(1 << n); active++) {
    const share = chance(n, active);
    const moving = 31 - clz(active);
    const still = active ^ (1 << moving);
    // Every combination of nodes of the features that stand still, as the digits of `at`.
    for (let at: u32 = 0, end: u32 = 1 << (NODE_BITS * popcnt(still)); at < end; at++)
      addLine(n, bias, linear, share, moving, still, at);
  }
}

/** The probability that just these features are active. */
function chance(n: u32, active: u32): v128 {
  let share = f32x4.splat(1);
  for (let i: u32 = 0; i < n; i++) {
    const p = v128.load(DENSITY + VECTOR * i);
    share = f32x4.mul(share, (active >> i) & 1 ? p : f32x4.sub(f32x4.splat(1), p));
  }
  return share;
}

/** Adds one line: feature `moving` runs from 0 to 1, those in `still` stand at the nodes `at`. */
function addLine(n: u32, bias: usize, linear: v128, share: v128, moving: u32, still: u32, at: u32): void {
  for (let j: u32 = 0; j < moving; j++) {
    if (!((still >> j) & 1)) continue;
    const k = at & ((1 << NODE_BITS) - 1);
    v128.store(STILL + VECTOR * j, node(k));
    share = f32x4.mul(share, nodeWeight(k));
    at >>= NODE_BITS;
  }
  for (let i: u32 = 0; i < n; i++) {
    let base = v128.load(bias + VECTOR * i);
    const gram = GRAM + VECTOR * i * LIMIT;
    for (let j: u32 = 0; j < moving; j++) {
      if ((still >> j) & 1) {
        base = f32x4.add(base, f32x4.mul(v128.load(gram + VECTOR * j), v128.load(STILL + VECTOR * j)));
      }
    }
    const slope = v128.load(gram + VECTOR * moving);
    // e = base + slope · x − target; the target is x itself, a value that stands still, or nothing.
    let c = base;
    let d = slope;
    if (i == moving) d = f32x4.sub(slope, f32x4.splat(1));
    else if ((still >> i) & 1) c = f32x4.sub(base, v128.load(STILL + VECTOR * i));
    Line.integrate(base, slope, c, d, linear);
    const sum = f32x4.mul(share, Line.sum);
    const error = ERROR + VECTOR * i;
    v128.store(error, f32x4.add(v128.load(error), sum));
    const moment = MOMENT + VECTOR * i * LIMIT;
    const own = moment + VECTOR * moving;
    v128.store(own, f32x4.add(v128.load(own), f32x4.mul(share, Line.moment)));
    for (let j: u32 = 0; j < moving; j++) {
      if (!((still >> j) & 1)) continue;
      const to = moment + VECTOR * j;
      v128.store(to, f32x4.add(v128.load(to), f32x4.mul(sum, v128.load(STILL + VECTOR * j))));
    }
  }
}

/** From ERROR and MOMENT to the parameters' gradient, and one step of AdamW. */
function step(n: u32, m: u32, theta: usize, m1: usize, m2: usize, scalars: usize): void {
  for (let i: u32 = 0; i < n; i++) {
    const weight = v128.load(WEIGHT + VECTOR * i);
    const error = ERROR + VECTOR * i;
    v128.store(error, f32x4.mul(weight, v128.load(error)));
    for (let j: u32 = 0; j < n; j++) {
      const to = MOMENT + VECTOR * (i * LIMIT + j);
      v128.store(to, f32x4.mul(weight, v128.load(to)));
    }
  }
  // One dimension k at a time: ∂loss/∂W_ik takes W_jk of all j, which the step then replaces.
  for (let k: u32 = 0; k < m; k++) {
    for (let i: u32 = 0; i < n; i++) {
      let gradient = f32x4.splat(0);
      for (let j: u32 = 0; j < n; j++) {
        const both = f32x4.add(
          v128.load(MOMENT + VECTOR * (i * LIMIT + j)),
          v128.load(MOMENT + VECTOR * (j * LIMIT + i)),
        );
        gradient = f32x4.add(gradient, f32x4.mul(both, v128.load(theta + VECTOR * (j * m + k))));
      }
      v128.store(STILL + VECTOR * i, gradient);
    }
    for (let i: u32 = 0; i < n; i++) {
      const q: usize = VECTOR * (i * m + k);
      adamVector(theta + q, m1 + q, m2 + q, v128.load(STILL + VECTOR * i), scalars);
    }
  }
  for (let i: u32 = 0; i < n; i++) {
    const q: usize = VECTOR * (n * m + i);
    adamVector(theta + q, m1 + q, m2 + q, v128.load(ERROR + VECTOR * i), scalars);
  }
}
