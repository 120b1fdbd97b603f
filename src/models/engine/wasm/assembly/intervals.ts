/**
 * E[e] and M where values are uniform on an interval, of linear and ReLU outputs: the sum over the sets of active
 * features, of which each is an integral over a line, a square or a cube. Lanes are four models.
 */
import { Cube } from './cube';
import { Line } from './line';
import { addTo, DENSITY, ERROR, GRAM, LIMIT, LINEAR, MOMENT } from './moments';
import { EIGHT, node, nodeShare } from './nodes';
import { Square } from './square';
import { VECTOR } from './tile';

/** v128 [2 ** LIMIT]: the probability that just these features are active. */
const CHANCE = memory.data(8 * 16, 16);

/** x = from + width · v of an active feature, v ~ U[0, 1]. */
let from: v128 = f32x4.splat(0);
let width: v128 = f32x4.splat(1);

/** After startMoments: fills ERROR and adds to MOMENT. Values lie between `low` and `high`. */
export function addIntervals(n: u32, bias: usize, low: f32, high: f32): void {
  const linear = v128.load(LINEAR);
  from = f32x4.splat(low);
  width = f32x4.splat(high - low);
  // Two features of U[0, 1] keep the rule that their links were made with.
  const kept = n == 2 && low == 0;
  fillChances(n);
  for (let i: u32 = 0; i < n; i++) {
    const b = v128.load(bias + VECTOR * i);
    const e = v128.and(b, v128.or(f32x4.gt(b, f32x4.splat(0)), linear));
    v128.store(ERROR + VECTOR * i, f32x4.mul(v128.load(CHANCE), e));
    for (let active: u32 = 1; active < <u32>(1 << n); active++) {
      const share = v128.load(CHANCE + VECTOR * active);
      const j = ctz(active);
      const k = 31 - clz(active);
      if (j == k) addLine(i, j, b, share, linear);
      else if (popcnt(active) == 3) addCube(i, b, share, linear);
      else if (kept) addNodes(i, b, share, linear);
      else addSquare(i, j, k, b, share, linear);
    }
  }
}

function fillChances(n: u32): void {
  for (let active: u32 = 0; active < <u32>(1 << n); active++) {
    let share = f32x4.splat(1);
    for (let i: u32 = 0; i < n; i++) {
      const p = v128.load(DENSITY + VECTOR * i);
      share = f32x4.mul(share, (active >> i) & 1 ? p : f32x4.sub(f32x4.splat(1), p));
    }
    v128.store(CHANCE + VECTOR * active, share);
  }
}

function gram(i: u32, j: u32): v128 {
  return v128.load(GRAM + VECTOR * (i * LIMIT + j));
}

/** z's slope against feature j's v. */
function slope(i: u32, j: u32): v128 {
  return f32x4.mul(width, gram(i, j));
}

/** What e has less of than z, where feature j is active: the target, in front of v … */
function wanted(i: u32, j: u32): v128 {
  return i == j ? width : f32x4.splat(0);
}

/** … and what of it is constant. */
function wantedFrom(own: bool): v128 {
  return own ? from : f32x4.splat(0);
}

/** E[e x_j] from the integrals of e and of v e. */
function addMoment(i: u32, j: u32, share: v128, sum: v128, moment: v128): void {
  addTo(MOMENT + VECTOR * (i * LIMIT + j), share, f32x4.add(f32x4.mul(from, sum), f32x4.mul(width, moment)));
}

/** Feature j alone. */
function addLine(i: u32, j: u32, b: v128, share: v128, linear: v128): void {
  const z0 = f32x4.add(b, f32x4.mul(from, gram(i, j)));
  const z1 = slope(i, j);
  Line.integrate(z0, z1, f32x4.sub(z0, wantedFrom(i == j)), f32x4.sub(z1, wanted(i, j)), linear);
  addTo(ERROR + VECTOR * i, share, Line.sum);
  addMoment(i, j, share, Line.sum, Line.moment);
}

function addSquare(i: u32, j: u32, k: u32, b: v128, share: v128, linear: v128): void {
  const z0 = f32x4.add(b, f32x4.mul(from, f32x4.add(gram(i, j), gram(i, k))));
  const z1 = slope(i, j);
  const z2 = slope(i, k);
  const e0 = f32x4.sub(z0, wantedFrom(i == j || i == k));
  Square.integrate(z0, z1, z2, e0, f32x4.sub(z1, wanted(i, j)), f32x4.sub(z2, wanted(i, k)), linear);
  addTo(ERROR + VECTOR * i, share, Square.sum);
  addMoment(i, j, share, Square.sum, Square.first);
  addMoment(i, k, share, Square.sum, Square.second);
}

/** All three features. */
function addCube(i: u32, b: v128, share: v128, linear: v128): void {
  const j: u32 = i == 0 ? 1 : 0;
  const k: u32 = i == 2 ? 1 : 2;
  const z0 = f32x4.add(b, f32x4.mul(from, f32x4.add(f32x4.add(gram(i, 0), gram(i, 1)), gram(i, 2))));
  Cube.integrate(z0, slope(i, j), slope(i, k), slope(i, i), from, width, linear);
  addTo(ERROR + VECTOR * i, share, Cube.sum);
  addMoment(i, j, share, Cube.sum, Cube.first);
  addMoment(i, k, share, Cube.sum, Cube.second);
  addMoment(i, i, share, Cube.sum, Cube.third);
}

/** Features 0 and 1 of U[0, 1] with the first at the nodes of an eight-point rule. */
function addNodes(i: u32, b: v128, share: v128, linear: v128): void {
  const z1 = gram(i, 0);
  const z2 = gram(i, 1);
  const d = f32x4.sub(z2, wanted(i, 1));
  for (let at: u32 = 0; at < 8; at++) {
    const x = node(EIGHT, at);
    const part = f32x4.mul(share, nodeShare(EIGHT, at));
    const z = f32x4.add(b, f32x4.mul(z1, x));
    Line.integrate(z, z2, i == 0 ? f32x4.sub(z, x) : z, d, linear);
    const sum = f32x4.mul(part, Line.sum);
    const error = ERROR + VECTOR * i;
    v128.store(error, f32x4.add(v128.load(error), sum));
    const moment = MOMENT + VECTOR * i * LIMIT;
    addTo(moment, sum, x);
    addTo(moment + VECTOR, part, Line.moment);
  }
}
