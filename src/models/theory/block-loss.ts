/**
 * The exact loss of one feature among others of one density, where all are of one length and one bias and every feature
 * sees the same angles: a polytope. The sum over patterns of relu-output-loss.ts, with features at one angle counted
 * instead of told apart: of c of them it matters only how many are off, at corner 0 and at corner 1.
 */
import { FACTORIAL, ramp } from './ramp-powers.ts';

/** Features that one feature sees at one angle. */
interface Neighbours {
  /** Ŵ_i·Ŵ_j, not 0. */
  readonly cosine: number;
  readonly count: number;
}

/** cosines[j], j ≠ i, gathered; those at right angles do nothing. */
export function neighboursOf(cosines: readonly number[]): readonly Neighbours[] {
  const counts = new Map<number, number>();
  for (const cosine of cosines) {
    const rounded = Math.round(cosine * 1e9) / 1e9;
    if (rounded !== 0) counts.set(rounded, (counts.get(rounded) ?? 0) + 1);
  }
  return [...counts].map(([cosine, count]) => ({ cosine, count }));
}

/**
 * E[(x_i − ReLU(Σ_j W_i·W_j x_j + b))²] for features that are 0 with probability 1 − p, else U[0, 1]. No cosine may be
 * small (the quotient by their product would cancel): those of the polytopes are .13 and more.
 *
 * @param neighbours at most 12 features
 * @param density p, in (0, 1]
 * @param length ‖W_i‖ of all, > 0
 * @param bias of all
 */
export function blockLoss(neighbours: readonly Neighbours[], density: number, length: number, bias: number): number {
  const own = length * length;
  const off = 1 - density;

  /** One corner of one pattern: z the pre-activation there without the own feature, k others active. */
  const corner = (z: number, k: number): number => {
    const end = z + own;
    if (end <= 0) return 0;
    const cubes = (2 / FACTORIAL[k + 3]) * (ramp(end, k + 3) - ramp(z, k + 3));
    const ends = (2 / FACTORIAL[k + 2]) * ramp(end, k + 2);
    return off * (2 / FACTORIAL[k + 2]) * ramp(z, k + 2) + (density * (cubes - ends + cubes / own)) / own;
  };

  const walk = (at: number, z: number, k: number, weight: number): number => {
    if (at === neighbours.length) return weight * corner(z, k);
    const { cosine, count } = neighbours[at];
    const slope = own * cosine;
    let sum = 0;
    for (let on = off === 0 ? count : 0; on <= count; on++) {
      const share = (weight * choose(count, on) * off ** (count - on) * density ** on) / slope ** on;
      for (let ones = 0; ones <= on; ones++) {
        const sign = (on - ones) % 2 === 0 ? 1 : -1;
        sum += walk(at + 1, z + ones * slope, k + on, sign * choose(on, ones) * share);
      }
    }
    return sum;
  };
  return density / 3 + walk(0, bias, 0, 1);
}

const choose = (n: number, k: number): number => FACTORIAL[n] / (FACTORIAL[k] * FACTORIAL[n - k]);
