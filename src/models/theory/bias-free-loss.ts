/**
 * McGrath's loss surface: two features, one hidden dimension, no biases, exactly. The model x′ = ReLU(w (w·x)) has two
 * weights, so its whole loss can be seen at once (comment in Elhage et al. 2022, "Superposition as a phase change").
 * Features are 0 with probability 1 − p, else U[0, 1]; importances are 1 and r. The surface is
 * the same at w and at −w.
 */

/** A place on the surface: (w₁, w₂). */
export type WeightPair = readonly [w1: number, w2: number];

/** Loss per sample, summed over features, importance-weighted. @param p density, in (0, 1] @param r ≥ 0 */
export function biasFreeLoss(p: number, r: number, [w1, w2]: WeightPair): number {
  const [a1, a2, c] = [w1 * w1, w2 * w2, w1 * w2];
  const alone = (1 - a1) ** 2 + r * (1 - a2) ** 2 + (1 + r) * Math.max(0, c) ** 2;
  return ((p * (1 - p)) / 3) * alone + p * p * (pairLoss(a1, c) + r * pairLoss(a2, c));
}

/** (∂L/∂w₁, ∂L/∂w₂). On the axes, where an output dies, it jumps; there it is that of the side w₁w₂ > 0. */
export function biasFreeGradient(p: number, r: number, [w1, w2]: WeightPair): [number, number] {
  const [a1, a2, c] = [w1 * w1, w2 * w2, w1 * w2];
  const [first, second] = [pairSlopes(a1, c), pairSlopes(a2, c)];
  const alone = (p * (1 - p) * 2) / 3;
  const both = p * p;
  const byA1 = -alone * (1 - a1) + both * first.a;
  const byA2 = r * (-alone * (1 - a2) + both * second.a);
  const byC = alone * (1 + r) * Math.max(0, c) + both * (first.c + r * second.c);
  return [2 * w1 * byA1 + w2 * byC, 2 * w2 * byA2 + w1 * byC];
}

/**
 * The losses of a square of places, [size, size], as a picture: from left to right w₁ rises, from top to bottom w₂ falls,
 * and a value stands for the middle of its cell.
 *
 * @param extent half of the square's side: w₁ and w₂ run from −extent to extent
 */
export function biasFreeField(p: number, r: number, size: number, extent: number): Float32Array {
  const at = (k: number): number => extent * ((2 * k + 1) / size - 1);
  return Float32Array.from({ length: size * size }, (_, cell) =>
    biasFreeLoss(p, r, [at(cell % size), -at(Math.floor(cell / size))]),
  );
}

/**
 * E[(x − ReLU(ax + cy))²] with x and y both active, over the unit square: one output's own feature and the other's.
 * For c < 0 the output is on where y < tx, t = a / −c: to the right of a line that leaves the square at its top (t > 1) or
 * at its right side.
 *
 * @param a w_i² ≥ 0 @param c w₁w₂
 */
function pairLoss(a: number, c: number): number {
  const u = 1 - a;
  if (c >= 0) return (u * u) / 3 - (u * c) / 2 + (c * c) / 3;
  const d = -c;
  if (a <= d) {
    const t = a / d;
    return (u * u * t + u * d * t * t + (d * d * t ** 3) / 3) / 4 + 1 / 3 - t / 4;
  }
  const s = d / a;
  const off = (u * u * s ** 3) / 3 + u * d * s * s + d * d * s;
  return (u * u) / 3 + (u * d) / 2 + (d * d) / 3 - off / 4 + s ** 3 / 12;
}

/** The derivatives of pairLoss. The edge of the output's half contributes nothing: the integrand is continuous there. */
function pairSlopes(a: number, c: number): { a: number; c: number } {
  const u = 1 - a;
  if (c >= 0) return { a: c / 2 - (2 * u) / 3, c: (2 * c) / 3 - u / 2 };
  const d = -c;
  if (a <= d) {
    const t = a / d;
    return { a: -(u * t + (d * t * t) / 2) / 2, c: -((u * t * t) / 2 + (d * t ** 3) / 3) / 2 };
  }
  const s = d / a;
  const shared = (2 - s * s) / 4;
  return {
    a: -2 * (u * (1 / 3 - s ** 3 / 12) + d * (shared / 2)),
    c: -2 * (u * (shared / 2) + d * (1 / 3 - s / 4)),
  };
}
