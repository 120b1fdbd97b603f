/** The eight-point Gauss–Legendre rule on [0, 1], as in ../../quadrature.ts. */
import { VECTOR } from './tile';

/** Bits of a node's number. */
export const NODE_BITS: u32 = 3;

/** Nodes and weights, four times each for the four lanes. */
const TABLE = memory.data(2 * 8 * 16, 16);

/** Fills the table; once, when the module starts. */
export function prepareNodes(): void {
  put(0, 0.01985507175123191, 0.05061426814518813);
  put(1, 0.10166676129318664, 0.11119051722668724);
  put(2, 0.2372337950418355, 0.15685332293894364);
  put(3, 0.4082826787521751, 0.181341891689181);
  put(4, 0.5917173212478248, 0.181341891689181);
  put(5, 0.7627662049581645, 0.15685332293894364);
  put(6, 0.8983332387068134, 0.11119051722668724);
  put(7, 0.9801449282487681, 0.05061426814518813);
}

function put(k: usize, node: f32, weight: f32): void {
  v128.store(TABLE + 2 * VECTOR * k, f32x4.splat(node));
  v128.store(TABLE + 2 * VECTOR * k, f32x4.splat(weight), VECTOR);
}

export function node(k: u32): v128 {
  return v128.load(TABLE + 2 * VECTOR * k);
}

export function nodeWeight(k: u32): v128 {
  return v128.load(TABLE + 2 * VECTOR * k, VECTOR);
}
