/**
 * The integrals over one active feature's value x from 0 to 1 while the others stand still, in closed form. Lanes are
 * four models.
 *
 * Where an output is on, base + slope · x > 0, half the derivative of its squared error is the polynomial
 * c + d x; the integrals of 1, x and x² over the interval in which it is on give both sums.
 */
import { HALF, ONE, THIRD } from './constants';

/** A place on a line, into [0, end]; 0 / 0, the kink of an output that is nowhere on, becomes `end`. */
export function within(end: v128, at: v128): v128 {
  return f32x4.pmax(f32x4.splat(0), f32x4.pmin(end, at));
}

export class Line {
  /** ∫ e dx, left here for the caller. */
  static sum: v128 = i32x4.splat(0);
  /** ∫ x e dx. */
  static moment: v128 = i32x4.splat(0);

  /**
   * e = c + d x where base + slope · x > 0, else 0.
   *
   * @param linear lanes whose output is on everywhere
   */
  static integrate(base: v128, slope: v128, c: v128, d: v128, linear: v128): void {
    const one = v128.load32_splat(ONE);
    const kink = within(one, f32x4.div(f32x4.neg(base), slope));
    const falling = f32x4.lt(slope, f32x4.splat(0));
    const low = v128.andnot(v128.andnot(kink, falling), linear);
    const high = v128.bitselect(kink, one, v128.andnot(falling, linear));
    const low2 = f32x4.mul(low, low);
    const high2 = f32x4.mul(high, high);
    const i0 = f32x4.sub(high, low);
    const i1 = f32x4.mul(f32x4.sub(high2, low2), v128.load32_splat(HALF));
    const i2 = f32x4.mul(f32x4.sub(f32x4.mul(high, high2), f32x4.mul(low, low2)), v128.load32_splat(THIRD));
    Line.sum = f32x4.add(f32x4.mul(c, i0), f32x4.mul(d, i1));
    Line.moment = f32x4.add(f32x4.mul(c, i1), f32x4.mul(d, i2));
  }

  /** e = c + d x from x = `low` on, else 0. */
  @inline
  static above(low: v128, c: v128, d: v128): void {
    const one = v128.load32_splat(ONE);
    const low2 = f32x4.mul(low, low);
    const i0 = f32x4.sub(one, low);
    const i1 = f32x4.mul(f32x4.sub(one, low2), v128.load32_splat(HALF));
    const i2 = f32x4.mul(f32x4.sub(one, f32x4.mul(low, low2)), v128.load32_splat(THIRD));
    Line.sum = f32x4.add(f32x4.mul(c, i0), f32x4.mul(d, i1));
    Line.moment = f32x4.add(f32x4.mul(c, i1), f32x4.mul(d, i2));
  }
}
