/**
 * E[(g(Σ_j α_j x_j + b) − x_i)²] for one output i where every feature's value is one of a few points: the law's own, or
 * the nodes of a Gauss rule for a smooth g.
 */
import { activate } from '../activations.ts';
import type { Activation } from '../families.ts';
import type { Node } from './gauss-legendre.ts';

export interface PointOutput {
  readonly activation: Activation;
  /** i. */
  readonly index: number;
  /** α, [n]: row i of WᵀW. */
  readonly slopes: ArrayLike<number>;
  /** [n] */
  readonly density: readonly number[];
  /** The values of an active feature. */
  readonly nodes: readonly Node[];
}

export const pointLoss = (output: PointOutput, bias: number): number => meanFrom(output, 0, bias, 0);

/** The mean over features j and later; those before them have made z and the target what they are. */
function meanFrom(output: PointOutput, j: number, z: number, target: number): number {
  const { activation, index, slopes, density, nodes } = output;
  const slope = slopes[j];
  const p = density[j];
  const own = j === index;
  if (j === density.length - 1) return lastMean(activation, z, target, slope, p, own, nodes);
  let active = 0;
  for (let k = 0; k < nodes.length; k++) {
    const { value, share } = nodes[k];
    active += share * meanFrom(output, j + 1, z + slope * value, own ? value : target);
  }
  return p < 1 ? p * active + (1 - p) * meanFrom(output, j + 1, z, target) : active;
}

/** Where nearly all the time goes: a plain loop. */
function lastMean(
  activation: Activation,
  z: number,
  target: number,
  slope: number,
  p: number,
  own: boolean,
  nodes: readonly Node[],
): number {
  let active = 0;
  for (let k = 0; k < nodes.length; k++) {
    const { value, share } = nodes[k];
    const error = activate(activation, z + slope * value) - (own ? value : target);
    active += share * error * error;
  }
  const off = activate(activation, z) - target;
  return p * active + (1 - p) * off * off;
}
