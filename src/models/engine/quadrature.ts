/**
 * All data at once, an infinite batch: what the `exact` gradient is the mean over, as samples with their shares.
 *
 * Every set of active features has its probability. The values of an active set are taken feature by feature:
 *
 * - Where values are points (the laws `one` and `three`), each of them: no error at all.
 * - Where the outputs are straight lines with at most one kink, linear and ReLU: the interval is cut wherever a kink
 *   passes a corner of the values still to come. Between the cuts, what is left of loss and gradient after integrating
 *   over r values still to come is a polynomial of degree r + 2 (3 for r = 0 or 1), which two or three Gauss points
 *   integrate exactly: no error either.
 * - Where the outputs are smooth, GELU: at the nodes of one Gauss–Legendre rule, whose error is far below float32's.
 */
import { FAMILIES, type Family } from '../families.ts';
import { gram } from '../metrics.ts';
import type { ModelSettings, Problem, Recipe } from '../problem.ts';
import { gaussLegendre, type Node } from '../theory/gauss-legendre.ts';
import { VALUE_SUPPORT, valueNodes, type Interval } from '../theory/value-support.ts';

/** The most features: the number of samples grows as 20ⁿ. */
export const QUADRATURE_LIMIT = 3;

/** Nodes for GELU: good to 1e-9, to tell how good the kernel's fewer ones are (assembly/exact.ts). */
const SMOOTH_NODES = 12;

/**
 * Two features of U[0, 1] keep the rule that their links were first trained with: the first one's value stands at
 * eight Gauss nodes, whatever the kinks do. It is good to 1e-3 of the gradient.
 */
const FIRST_NODES = 8;

export interface WeightedSamples {
  /** [count, n] */
  readonly x: Float64Array;
  /** [count], of sum 1. */
  readonly shares: Float64Array;
}

const REFUSAL =
  `The exact gradient takes up to ${QUADRATURE_LIMIT} independent features and linear, ReLU or GELU output, ` +
  'no hidden bias and no dropout.';

/** Whether these settings have an exact gradient: few, independent, non-negative features, read linearly. */
export function hasExactGradient({ family, density, sets }: ModelSettings): boolean {
  const { hidden, tied, target, signed } = FAMILIES[family] as Family;
  const covered = tied && hidden === 'identity' && target === 'identity' && !signed;
  return covered && density.length <= QUADRATURE_LIMIT && !sets?.length;
}

type Gradient = Pick<Recipe, 'gradient' | 'dropout'>;

/** False for an exact gradient that there is none of. */
export const takesGradient = ({ models, hiddenBias }: Problem, { gradient, dropout }: Gradient): boolean =>
  gradient !== 'exact' || (!hiddenBias && !dropout && models.every(hasExactGradient));

/** @throws RangeError for an exact gradient that there is none of */
export function checkExactGradient(problem: Problem, recipe: Gradient): void {
  if (!takesGradient(problem, recipe)) throw new RangeError(REFUSAL);
}

/**
 * @param theta one model's parameters, [P]: they decide where the kinks are
 * @throws RangeError where hasExactGradient(settings) is false
 */
export function quadrature(settings: ModelSettings, m: number, theta: ArrayLike<number>): WeightedSamples {
  if (!hasExactGradient(settings)) throw new RangeError(REFUSAL);
  const n = settings.density.length;
  const valuesOf = ruleOf(settings, m, theta);
  const x: number[] = [];
  const shares: number[] = [];
  const place = (values: readonly number[], share: number, active: readonly number[]): void => {
    const [feature, ...rest] = active;
    if (feature === undefined) {
      x.push(...values);
      shares.push(share);
      return;
    }
    for (const node of valuesOf(values, feature, rest)) {
      place(values.with(feature, node.value), share * node.share, rest);
    }
  };
  const density = settings.density.map(Math.fround);
  for (let set = 0; set < 2 ** n; set++) {
    const isActive = (i: number): boolean => ((set >> i) & 1) === 1;
    const share = density.reduce((product, p, i) => product * (isActive(i) ? p : 1 - p), 1);
    place(Array<number>(n).fill(0), share, [...density.keys()].filter(isActive));
  }
  return { x: Float64Array.from(x), shares: Float64Array.from(shares) };
}

/**
 * The values at which a feature stands and their shares, given those of the features before it.
 *
 * @param values [n]: 0 for what is off or still to come
 * @param rest active features still to come
 */
type Rule = (values: readonly number[], feature: number, rest: readonly number[]) => readonly Node[];

function ruleOf({ family, density, law = 'uniform' }: ModelSettings, m: number, theta: ArrayLike<number>): Rule {
  const { output } = FAMILIES[family];
  const support = VALUE_SUPPORT[law];
  if (support.points || output === 'gelu') {
    const nodes = valueNodes(law, SMOOTH_NODES);
    return () => nodes;
  }
  const n = density.length;
  const kept = n === 2 && law === 'uniform';
  const firstNodes = valueNodes(law, FIRST_NODES);
  const G = gram(theta, n, m);
  return (values, feature, rest) => {
    if (kept && rest.length) return firstNodes;
    const kinks: number[] = [];
    for (let i = 0; output === 'relu' && i < n; i++) {
      const row = G.subarray(i * n, (i + 1) * n);
      const z = values.reduce((sum, x, j) => sum + row[j] * x, theta[n * m + i]);
      for (const corner of corners(z, row, rest, support)) kinks.push(-corner / row[feature]);
    }
    return piecewise(rest.length < 2 ? 2 : 3, kinks, support);
  };
}

/** z with each of the `rest` at either end of its range: 2^rest numbers. */
function corners(z: number, row: Float64Array, rest: readonly number[], { from, to }: Interval): number[] {
  return rest.reduce((all, j) => all.flatMap((each) => [each + row[j] * from, each + row[j] * to]), [z]);
}

/** The mean over an interval by a Gauss rule of `count` nodes on every piece between the cuts that lie inside. */
function piecewise(count: number, cuts: readonly number[], { from, to }: Interval): Node[] {
  const inside = cuts.filter((cut) => cut > from && cut < to).sort((a, b) => a - b);
  return [...inside, to].flatMap((end, piece) => {
    const start = piece === 0 ? from : inside[piece - 1];
    return gaussLegendre(count, { from: start, to: end }).map(({ value, share }) => ({
      value,
      share: (share * (end - start)) / (to - from),
    }));
  });
}
