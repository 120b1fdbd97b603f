/**
 * The integrals over three active features' values t, u and v from 0 to 1, without any error. Lanes are four models.
 *
 * The output is v's own: t and u act on it by their sum s alone, z = z0 + s + z3 v. With the larger of their slopes for a
 * unit, s has a trapezoid for its density. What Line leaves of v is a polynomial of degree 2 in s (times v, of degree 3)
 * between the two s at which the output's kink enters and leaves v's interval; with the density, and the mean of t or u
 * at s, it is one of degree 4 at most on each piece between these and the trapezoid's corners. Three Gauss points a piece
 * integrate it exactly.
 */
import { HALF, ONE } from './constants';
import { Line, within } from './line';

/** The lowest of three Gauss points on [0, 1], ½ − √(3/20), the way to the next, and the shares of the outer and inner. */
const LOWEST = memory.data<f32>([0.1127016653792583]);
const APART = memory.data<f32>([0.3872983346207417]);
const OUTER = memory.data<f32>([0.2777777777777778]);
const INNER = memory.data<f32>([0.4444444444444444]);
/** A ratio of slopes that is 0 to float32, and by which one can still divide. */
const TINY: f32 = 1e-20;

export class Cube {
  /** ∫∫∫ e, left here for the caller. */
  static sum: v128 = i32x4.splat(0);
  /** ∫∫∫ t e. */
  static first: v128 = i32x4.splat(0);
  /** ∫∫∫ u e. */
  static second: v128 = i32x4.splat(0);
  /** ∫∫∫ v e. */
  static third: v128 = i32x4.splat(0);

  /**
   * With z = z0 + z1 t + z2 u + z3 v: e = z − w0 − w3 v where z > 0, else 0.
   *
   * @param z3 ≥ 0
   * @param linear lanes whose output is on everywhere
   */
  static integrate(z0: v128, z1: v128, z2: v128, z3: v128, w0: v128, w3: v128, linear: v128): void {
    const zero = f32x4.splat(0);
    const one = v128.load32_splat(ONE);
    const d = f32x4.sub(z3, w3);
    const inverse3 = f32x4.div(one, z3);
    // Where z falls with t or u, 1 − t or 1 − u takes its place.
    const falling1 = f32x4.lt(z1, zero);
    const falling2 = f32x4.lt(z2, zero);
    const base = f32x4.add(f32x4.add(z0, v128.and(z1, falling1)), v128.and(z2, falling2));
    const slope1 = f32x4.abs(z1);
    const slope2 = f32x4.abs(z2);
    // s = slope · (major + ratio · minor), the bracket running from 0 to 1 + ratio.
    const swapped = f32x4.lt(slope1, slope2);
    const slope = f32x4.pmax(slope1, slope2);
    const ratio = f32x4.pmax(f32x4.splat(TINY), within(one, f32x4.div(f32x4.pmin(slope1, slope2), slope)));
    const inverse = f32x4.div(one, ratio);
    const end = f32x4.add(one, ratio);
    const enters = within(end, f32x4.div(f32x4.neg(f32x4.add(base, z3)), slope));
    const leaves = within(end, f32x4.div(f32x4.neg(base), slope));
    let sum = zero;
    let major = zero;
    let minor = zero;
    let third = zero;
    let from = v128.andnot(enters, linear);
    for (let piece = 0; piece < 4; piece++) {
      // `leaves` and the corners `ratio` and 1, in order, then the end.
      let to = end;
      if (piece == 0) to = f32x4.pmin(leaves, ratio);
      else if (piece == 1) to = f32x4.pmax(f32x4.pmin(leaves, one), ratio);
      else if (piece == 2) to = f32x4.pmax(leaves, one);
      to = f32x4.pmax(to, from);
      const length = f32x4.sub(to, from);
      let at = f32x4.add(from, f32x4.mul(length, v128.load32_splat(LOWEST)));
      for (let node = 0; node < 3; node++) {
        // Where `minor` can be at this s: the density is the length of it.
        const least = f32x4.pmax(zero, f32x4.mul(f32x4.sub(at, one), inverse));
        const most = f32x4.pmin(one, f32x4.mul(at, inverse));
        const mean = f32x4.mul(f32x4.add(least, most), v128.load32_splat(HALF));
        const weight = f32x4.mul(length, v128.load32_splat(node == 1 ? INNER : OUTER));
        const share = f32x4.mul(weight, f32x4.sub(most, least));
        const z = f32x4.add(base, f32x4.mul(slope, at));
        const kink = within(one, f32x4.mul(f32x4.neg(z), inverse3));
        Line.above(v128.andnot(kink, linear), f32x4.sub(z, w0), d);
        const part = f32x4.mul(share, Line.sum);
        sum = f32x4.add(sum, part);
        major = f32x4.add(major, f32x4.mul(part, f32x4.sub(at, f32x4.mul(ratio, mean))));
        minor = f32x4.add(minor, f32x4.mul(part, mean));
        third = f32x4.add(third, f32x4.mul(share, Line.moment));
        at = f32x4.add(at, f32x4.mul(length, v128.load32_splat(APART)));
      }
      from = to;
    }
    const first = v128.bitselect(minor, major, swapped);
    const second = v128.bitselect(major, minor, swapped);
    Cube.sum = sum;
    Cube.first = v128.bitselect(f32x4.sub(sum, first), first, falling1);
    Cube.second = v128.bitselect(f32x4.sub(sum, second), second, falling2);
    Cube.third = third;
  }
}
