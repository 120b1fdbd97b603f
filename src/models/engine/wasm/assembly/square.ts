/**
 * The integrals over two active features' values, u and v from 0 to 1, without any error. Lanes are four models.
 *
 * What Line leaves of v is, as a function of u, a polynomial of degree 2 (and times u or v of degree 3) from the u at
 * which the output's kink enters v's interval to the u at which it leaves, and of degree 1 (2) behind: two Gauss points
 * a piece integrate them exactly. Where z rises with u, nothing is on before the kink enters.
 */
import { HALF, ONE } from './constants';
import { Line, within } from './line';

/** The lower of two Gauss points on [0, 1], ½ − √(1/12), and the way to the other. */
const LOWER = memory.data<f32>([0.21132486540518713]);
const APART = memory.data<f32>([0.5773502691896257]);

export class Square {
  /** ∫∫ e, left here for the caller. */
  static sum: v128 = i32x4.splat(0);
  /** ∫∫ u e. */
  static first: v128 = i32x4.splat(0);
  /** ∫∫ v e. */
  static second: v128 = i32x4.splat(0);

  /**
   * e = e0 + e1 u + e2 v where z0 + z1 u + z2 v > 0, else 0.
   *
   * @param linear lanes whose output is on everywhere
   */
  static integrate(z0: v128, z1: v128, z2: v128, e0: v128, e1: v128, e2: v128, linear: v128): void {
    const zero = f32x4.splat(0);
    const one = v128.load32_splat(ONE);
    // Where z falls with u or v, 1 − u or 1 − v takes its place.
    const falling1 = f32x4.lt(z1, zero);
    const falling2 = f32x4.lt(z2, zero);
    const base = f32x4.add(f32x4.add(z0, v128.and(z1, falling1)), v128.and(z2, falling2));
    const slope1 = f32x4.abs(z1);
    const slope2 = f32x4.abs(z2);
    const c = f32x4.add(f32x4.add(e0, v128.and(e1, falling1)), v128.and(e2, falling2));
    const d1 = v128.bitselect(f32x4.neg(e1), e1, falling1);
    const d2 = v128.bitselect(f32x4.neg(e2), e2, falling2);
    const enters = within(one, f32x4.div(f32x4.neg(f32x4.add(base, slope2)), slope1));
    const leaves = within(one, f32x4.div(f32x4.neg(base), slope1));
    const inverse = f32x4.div(one, slope2);
    let sum = zero;
    let first = zero;
    let second = zero;
    let from = v128.andnot(enters, linear);
    let to = leaves;
    for (let piece = 0; piece < 2; piece++) {
      const length = f32x4.sub(to, from);
      const share = f32x4.mul(length, v128.load32_splat(HALF));
      let u = f32x4.add(from, f32x4.mul(length, v128.load32_splat(LOWER)));
      for (let node = 0; node < 2; node++) {
        const z = f32x4.add(base, f32x4.mul(slope1, u));
        const kink = within(one, f32x4.mul(f32x4.neg(z), inverse));
        Line.above(v128.andnot(kink, linear), f32x4.add(c, f32x4.mul(d1, u)), d2);
        const part = f32x4.mul(share, Line.sum);
        sum = f32x4.add(sum, part);
        first = f32x4.add(first, f32x4.mul(part, u));
        second = f32x4.add(second, f32x4.mul(share, Line.moment));
        u = f32x4.add(u, f32x4.mul(length, v128.load32_splat(APART)));
      }
      from = to;
      to = one;
    }
    Square.sum = sum;
    Square.first = v128.bitselect(f32x4.sub(sum, first), first, falling1);
    Square.second = v128.bitselect(f32x4.sub(sum, second), second, falling2);
  }
}
