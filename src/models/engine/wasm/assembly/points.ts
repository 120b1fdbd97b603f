/**
 * E[e] and M where a feature's value is one of a few points: of the laws that have no other values, and at the nodes of a
 * Gauss–Legendre rule where the output is smooth. Lanes are four models.
 *
 * Being off is one more point, 0; all combinations of points are visited, an output at a time, its sums gathered feature
 * by feature.
 */
import { ONE } from './constants';
import { gateSlope, geluGate } from './gelu';
import { DENSITY, ERROR, GRAM, LIMIT, LINEAR, MOMENT } from './moments';
import { node, nodeShare } from './nodes';
import { VECTOR } from './tile';

/** Points of a feature, 0 among them. */
let count: u32 = 1;
/** v128 [9]: their values. */
const VALUE = memory.data(9 * 16, 16);
/** v128 [9]: the share of each among the active ones; that of 0 is not used. */
const SHARE = memory.data(9 * 16, 16);
/** v128 [LIMIT, 9]: the chance of each for each feature. */
const CHANCE = memory.data(3 * 9 * 16, 16);
const ROW: usize = 9 * 16;

function put(k: u32, value: v128, share: v128): void {
  v128.store(VALUE + VECTOR * k, value);
  v128.store(SHARE + VECTOR * k, share);
}

/** The values 1 … `values`, all alike. */
export function setPoints(values: u32): void {
  for (let k: u32 = 1; k <= values; k++) put(k, f32x4.splat(<f32>k), f32x4.splat(<f32>1 / <f32>values));
  start(values);
}

/** U[low, high] at the nodes of a Gauss rule. */
export function setNodes(rule: usize, nodes: u32, low: f32, high: f32): void {
  for (let k: u32 = 0; k < nodes; k++) {
    put(k + 1, f32x4.add(f32x4.splat(low), f32x4.mul(f32x4.splat(high - low), node(rule, k))), nodeShare(rule, k));
  }
  start(nodes);
}

function start(values: u32): void {
  v128.store(VALUE, f32x4.splat(0));
  count = values + 1;
}

/** After startMoments: fills ERROR and MOMENT. */
export function addPoints(n: u32, bias: usize, smooth: bool): void {
  // The last of three places is the last feature's; places before the first feature's hold one that is always off.
  const absent = LIMIT - n;
  for (let place: u32 = 0; place < absent; place++) v128.store(CHANCE + ROW * place, v128.load32_splat(ONE));
  for (let i: u32 = 0; i < n; i++) {
    const p = v128.load(DENSITY + VECTOR * i);
    const row = CHANCE + ROW * (absent + i);
    v128.store(row, f32x4.sub(v128.load32_splat(ONE), p));
    for (let k: u32 = 1; k < count; k++) v128.store(row + VECTOR * k, f32x4.mul(p, v128.load(SHARE + VECTOR * k)));
  }
  for (let i: u32 = 0; i < n; i++) {
    const b = v128.load(bias + VECTOR * i);
    addOutput(
      absent + i,
      absent,
      b,
      smooth,
      GRAM + VECTOR * LIMIT * i,
      ERROR + VECTOR * i,
      MOMENT + VECTOR * LIMIT * i,
    );
  }
}

/**
 * @param own the output's own place
 * @param gram v128 [n]: its row of G
 * @param error v128: its E[e]
 * @param moment v128 [n]: its row of M
 */
function addOutput(own: u32, absent: u32, b: v128, smooth: bool, gram: usize, error: usize, moment: usize): void {
  const linear = v128.load(LINEAR);
  const zero = f32x4.splat(0);
  const g0 = absent > 0 ? zero : v128.load(gram);
  const g1 = absent > 1 ? zero : v128.load(gram + VECTOR * (1 - absent));
  const g2 = v128.load(gram + VECTOR * (2 - absent));
  const end0: u32 = absent > 0 ? 1 : count;
  const end1: u32 = absent > 1 ? 1 : count;
  let sum = zero;
  let moment0 = zero;
  let moment1 = zero;
  let moment2 = zero;
  for (let k0: u32 = 0; k0 < end0; k0++) {
    const x0 = v128.load(VALUE + VECTOR * k0);
    const z0 = f32x4.add(b, f32x4.mul(g0, x0));
    let sum0 = zero;
    for (let k1: u32 = 0; k1 < end1; k1++) {
      const x1 = v128.load(VALUE + VECTOR * k1);
      const z1 = f32x4.add(z0, f32x4.mul(g1, x1));
      const target = own == 0 ? x0 : x1;
      let sum1 = zero;
      let last = zero;
      for (let k2: u32 = 0; k2 < count; k2++) {
        const x2 = v128.load(VALUE + VECTOR * k2);
        const e = derivative(f32x4.add(z1, f32x4.mul(g2, x2)), own == 2 ? x2 : target, smooth, linear);
        const part = f32x4.mul(v128.load(CHANCE + 2 * ROW + VECTOR * k2), e);
        sum1 = f32x4.add(sum1, part);
        last = f32x4.add(last, f32x4.mul(part, x2));
      }
      const share = f32x4.mul(v128.load(CHANCE + VECTOR * k0), v128.load(CHANCE + ROW + VECTOR * k1));
      sum1 = f32x4.mul(share, sum1);
      sum0 = f32x4.add(sum0, sum1);
      moment1 = f32x4.add(moment1, f32x4.mul(sum1, x1));
      moment2 = f32x4.add(moment2, f32x4.mul(share, last));
    }
    sum = f32x4.add(sum, sum0);
    moment0 = f32x4.add(moment0, f32x4.mul(sum0, x0));
  }
  v128.store(error, sum);
  if (absent < 1) v128.store(moment, moment0);
  if (absent < 2) v128.store(moment + VECTOR * (1 - absent), moment1);
  v128.store(moment + VECTOR * (2 - absent), moment2);
}

/** e = (g(z) − target) g′(z). */
function derivative(z: v128, target: v128, smooth: bool, linear: v128): v128 {
  if (!smooth) return v128.and(f32x4.sub(z, target), v128.or(f32x4.gt(z, f32x4.splat(0)), linear));
  const gate = geluGate(z);
  return f32x4.mul(f32x4.sub(f32x4.mul(z, gate), target), gateSlope(z, gate));
}
