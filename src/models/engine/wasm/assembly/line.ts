/**
 * The integrals over one active feature's value x from 0 to 1 while the others stand still, in closed form. Lanes are
 * four models.
 *
 * Where an output is on, base + slope · x > 0, half the derivative of its squared error is the polynomial
 * c + d x; the integrals of 1, x and x² over the interval in which it is on give both sums.
 */
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
    const one = f32x4.splat(1);
    const zero = f32x4.splat(0);
    // 0 / 0, an output that is nowhere on, becomes 1: an empty interval.
    const kink = f32x4.pmax(zero, f32x4.pmin(one, f32x4.div(f32x4.neg(base), slope)));
    const falling = f32x4.lt(slope, zero);
    const low = v128.andnot(v128.andnot(kink, falling), linear);
    const high = v128.bitselect(kink, one, v128.andnot(falling, linear));
    const low2 = f32x4.mul(low, low);
    const high2 = f32x4.mul(high, high);
    const i0 = f32x4.sub(high, low);
    const i1 = f32x4.mul(f32x4.sub(high2, low2), f32x4.splat(0.5));
    const i2 = f32x4.mul(f32x4.sub(f32x4.mul(high, high2), f32x4.mul(low, low2)), f32x4.splat(<f32>(1.0 / 3.0)));
    Line.sum = f32x4.add(f32x4.mul(c, i0), f32x4.mul(d, i1));
    Line.moment = f32x4.add(f32x4.mul(c, i1), f32x4.mul(d, i2));
  }
}
