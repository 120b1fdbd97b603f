/**
 * All data at once, an infinite batch: what the `exact` gradient is the mean over, as samples with their shares.
 *
 * Every set of active features has its probability. Of an active set the last feature's value runs along a line from 0 to
 * 1, cut where an output's ReLU has its kink: between the cuts loss and gradient are polynomials of degree 2 and 3 at most,
 * which two Gauss points a piece integrate exactly. The other features' values stand at the nodes of an eight-point
 * Gauss–Legendre rule. One active feature is thus exact; of several, only the outer integrals are approximate.
 */
import { FAMILIES, type Family } from '../families.ts';
import { gram } from '../metrics.ts';
import type { ModelSettings } from '../problem.ts';

/** Gauss–Legendre on [0, 1]. assembly/nodes.ts has the same in float32. */
const NODES = [
  0.01985507175123191, 0.10166676129318664, 0.2372337950418355, 0.4082826787521751, 0.5917173212478248,
  0.7627662049581645, 0.8983332387068134, 0.9801449282487681,
];
const WEIGHTS = [
  0.05061426814518813, 0.11119051722668724, 0.15685332293894364, 0.181341891689181, 0.181341891689181,
  0.15685332293894364, 0.11119051722668724, 0.05061426814518813,
];
/** Half the distance of two Gauss points on an interval of length 1. */
const HALF_PAIR = Math.sqrt(1 / 12);

/** The most features: the number of lines grows as 9ⁿ. */
export const QUADRATURE_LIMIT = 3;

export interface WeightedSamples {
  /** [count, n] */
  readonly x: Float64Array;
  /** [count], of sum 1. */
  readonly shares: Float64Array;
}

/** Linear and ReLU output models of up to QUADRATURE_LIMIT independent features with values from U[0, 1]. */
export function hasQuadrature({ family, density, sets, law = 'uniform' }: ModelSettings): boolean {
  const { hidden, output, tied, target, signed } = FAMILIES[family] as Family;
  const covered = tied && hidden === 'identity' && output !== 'gelu' && target === 'identity' && !signed;
  return covered && law === 'uniform' && density.length <= QUADRATURE_LIMIT && !sets?.length;
}

/**
 * @param theta one model's parameters, [P]: they decide where the kinks are
 * @throws RangeError where hasQuadrature(settings) is false
 */
export function quadrature(settings: ModelSettings, m: number, theta: ArrayLike<number>): WeightedSamples {
  const n = settings.density.length;
  if (!hasQuadrature(settings)) {
    throw new RangeError(
      `The exact gradient takes linear and ReLU output and ${QUADRATURE_LIMIT} independent features.`,
    );
  }
  const G = gram(theta, n, m);
  const kinked = FAMILIES[settings.family].output === 'relu';
  const x: number[] = [];
  const shares: number[] = [];
  for (const { values, share, moving } of lines(settings.density.map(Math.fround))) {
    if (moving < 0) {
      x.push(...values);
      shares.push(share);
      continue;
    }
    const cuts = [0, 1];
    for (let i = 0; kinked && i < n; i++) {
      let z = theta[n * m + i];
      for (let j = 0; j < n; j++) if (j !== moving) z += G[i * n + j] * values[j];
      const kink = -z / G[i * n + moving];
      if (kink > 0 && kink < 1) cuts.push(kink);
    }
    cuts.sort((a, b) => a - b);
    for (let c = 1; c < cuts.length; c++) {
      const length = cuts[c] - cuts[c - 1];
      const middle = (cuts[c] + cuts[c - 1]) / 2;
      for (const value of [middle - HALF_PAIR * length, middle + HALF_PAIR * length]) {
        x.push(...values.with(moving, value));
        shares.push((share * length) / 2);
      }
    }
  }
  return { x: Float64Array.from(x), shares: Float64Array.from(shares) };
}

interface Line {
  /** [n]: 0 for what is off (and for what moves). */
  readonly values: readonly number[];
  readonly share: number;
  /** The feature whose value runs along the line, the last active one; −1 for the empty sample. */
  readonly moving: number;
}

/** @param density [n] */
function lines(density: readonly number[]): Line[] {
  let found: Line[] = [{ values: [], share: 1, moving: -1 }];
  density.forEach((p, i) => {
    found = found.flatMap(({ values, share, moving }) => [
      { values: [...values, 0], share: share * (1 - p), moving },
      // The feature that moved so far now stands still, at one node after the other.
      ...(moving < 0 ? [0] : NODES).map((node, k) => ({
        values: [...(moving < 0 ? values : values.with(moving, node)), 0],
        share: share * p * (moving < 0 ? 1 : WEIGHTS[k]),
        moving: i,
      })),
    ]);
  });
  return found;
}
