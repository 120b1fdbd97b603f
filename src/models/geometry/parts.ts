/** A model's represented features, divided into parts that do not share dimensions: the paper's tegum product. */
import { gram } from '../metrics.ts';
import { joined } from './joined.ts';
import { PARTLY } from './order.ts';
import { shapeOf, SINE_TOLERANCE, type Shape } from './shape.ts';

export interface Part {
  /** Indices of its features, ascending. */
  readonly members: readonly number[];
  readonly shape: Shape;
  /** Hidden dimensions it fills: Σ D_i over its members, rounded (exact for every regular figure), at least 1. */
  readonly dimensions: number;
}

export interface Division {
  /** Features with ‖W_i‖ ≥ .5, ascending. */
  readonly represented: readonly number[];
  /** Connected components of "not at right angles", the part of the lowest index first. */
  readonly parts: readonly Part[];
  /** ‖W_i‖, [n]. */
  readonly norms: Float64Array;
}

/** @param W [n, m], row i is feature i */
export function divide(W: ArrayLike<number>, n: number, m: number): Division {
  const G = gram(W, n, m);
  const norms = Float64Array.from({ length: n }, (_, i) => Math.sqrt(G[i * n + i]));
  const cosines = G.map((dot, at) => dot / (norms[Math.floor(at / n)] * norms[at % n] || 1));
  const represented = Array.from({ length: n }, (_, i) => i).filter((i) => norms[i] >= PARTLY);

  const parts = joined(represented, cosines, n, SINE_TOLERANCE).map((members) => ({
    members,
    shape: shapeOf(members, cosines, norms),
    dimensions: dimensionsFilled(members, G, n),
  }));
  return { represented, parts, norms };
}

/** Σ_i G_ii² / Σ_j G_ij², i and j over the members. */
function dimensionsFilled(members: readonly number[], G: Float64Array, n: number): number {
  let filled = 0;
  for (const i of members) {
    let all = 0;
    for (const j of members) all += G[i * n + j] ** 2;
    filled += G[i * n + i] ** 2 / all;
  }
  return Math.max(1, Math.round(filled));
}
