/**
 * E[(x_i − ReLU(Σ_j α_j x_j + b))²] for one output i, exactly, over all patterns of active features.
 *
 * For k active features with slopes α, integrating ReLU(α·x + b)^q over the unit cube k times gives
 *
 *     E[ReLU^q] = q!/(q+k)! · (Π α_j)⁻¹ · Σ_{v ∈ {0,1}^k} (−1)^{k−|v|} (α·v + b)₊^{q+k},
 *
 * and the cross term E[x_i ReLU] follows by parts in x_i. Every other feature is thus in one of three states – off, on at
 * corner 0, on at corner 1 – and one walk over the 3^{n−1} states sums all patterns. Values of another interval are
 * from + width · v of such a v, which changes corners and slopes alone.
 *
 * Small slopes need care: the quotient by Π α_j turns rounding errors into large ones. The features with |α| < FLAT (and
 * the flattest beyond, should Π α_j still fall under SAFE_PRODUCT) are therefore not integrated in closed form: together
 * they shift the pre-activation by about ±σ around a mean, and the two-point Gauss rule μ ± σ integrates that exactly as
 * long as no kink falls within ±σ. At a kink the error is about σ³ over the steepest slope (some 1e-8), or σ² ≲ 1e-5 of
 * one output where every slope is flat. Output i's own feature is treated alike, at most 2 % of its slope off.
 */
import { FACTORIAL, ramp } from './ramp-powers.ts';
import type { Interval } from './value-support.ts';

/** |α| under which a feature is integrated by the Gauss rule. */
const FLAT = 1e-2;
/** The least Π |α_j| to divide by: 1e-16 / 1e-8 · 2/(k+2)! leaves ten digits. */
const SAFE_PRODUCT = 1e-8;
/** The least ‖W_i‖⁴ Π |α_j| to divide the own feature's terms by. */
const SAFE_OWN = 1e-10;
/** Distance of the two Gauss nodes from the middle of [0, 1]: the standard deviation of U[0, 1]. */
const NODE = Math.sqrt(1 / 12);

/**
 * @param slopes α, [n]: row i of WᵀW, so that slopes[i] = ‖W_i‖² ≥ 0
 * @param density [n], each in [0, 1]
 * @param values what an active feature is uniform on
 */
export function reluOutputLoss(
  slopes: Float64Array,
  bias: number,
  density: readonly number[],
  i: number,
  { from, to }: Interval,
): number {
  const width = to - from;
  const middle = (from + to) / 2;
  const others: number[] = [];
  for (let j = 0; j < density.length; j++) if (j !== i && slopes[j] !== 0 && density[j] > 0) others.push(j);
  others.sort((a, b) => Math.abs(slopes[b]) - Math.abs(slopes[a]));
  let steep = 0; // how many of `others` are integrated in closed form
  let product = 1;
  for (; steep < others.length; steep++) {
    const slope = width * Math.abs(slopes[others[steep]]);
    if (slope < FLAT || product * slope < SAFE_PRODUCT) break;
    product *= slope;
  }

  const own = width * slopes[i];
  const ownIsSteep = own * own * product >= SAFE_OWN;
  const ownDensity = density[i];

  /** One corner of one pattern of the others: z the pre-activation there, scale = ± probability / Π α. */
  const corner = (z: number, k: number, scale: number): number => {
    let sum = 0;
    if (ownDensity < 1) sum += (1 - ownDensity) * (2 / FACTORIAL[k + 2]) * ramp(z, k + 2);
    if (ownIsSteep) {
      const start = z + slopes[i] * from;
      const end = z + slopes[i] * to;
      const cubes = (2 / FACTORIAL[k + 3]) * (ramp(end, k + 3) - ramp(start, k + 3));
      const ends = (2 / FACTORIAL[k + 2]) * ramp(end, k + 2);
      const starts = (2 / FACTORIAL[k + 2]) * ramp(start, k + 2);
      // E[ReLU²] − 2 width E[v ReLU] − 2 from E[ReLU]
      sum += (ownDensity * (cubes - width * ends + (width * cubes) / own - from * (ends - starts))) / own;
    } else {
      for (const x of [middle - NODE * width, middle + NODE * width]) {
        const u = z + slopes[i] * x;
        const pair = (2 / FACTORIAL[k + 2]) * ramp(u, k + 2) - ((2 * x) / FACTORIAL[k + 1]) * ramp(u, k + 1);
        sum += (ownDensity / 2) * pair;
      }
    }
    return scale * sum;
  };

  const walk = (at: number, z: number, k: number, scale: number, variance: number): number => {
    if (at === others.length) {
      if (variance === 0) return corner(z, k, scale);
      const sigma = Math.sqrt(variance);
      return (corner(z - sigma, k, scale) + corner(z + sigma, k, scale)) / 2;
    }
    const slope = slopes[others[at]];
    const p = density[others[at]];
    let sum = p < 1 ? walk(at + 1, z, k, scale * (1 - p), variance) : 0;
    if (at < steep) {
      const share = (scale * p) / (width * slope);
      sum +=
        walk(at + 1, z + slope * to, k + 1, share, variance) - walk(at + 1, z + slope * from, k + 1, share, variance);
    } else {
      const spread = width * slope;
      sum += walk(at + 1, z + slope * middle, k, scale * p, variance + (spread * spread) / 12);
    }
    return sum;
  };

  return (ownDensity * (from * from + from * to + to * to)) / 3 + walk(0, bias, 0, 1, 0);
}
