/** The name of the geometry that a model has found: data for captions, brackets and text alternatives. */
import { REPRESENTED } from '../metrics.ts';
import { neighbourAngles, type NeighbourAngles } from './neighbours.ts';
import { divide, type Part } from './parts.ts';
import { geometryTitle, type GeometryTitle } from './title.ts';

export interface Geometry extends GeometryTitle {
  /** Features with ‖W_i‖ ≥ .5, ascending. */
  readonly represented: readonly number[];
  /** Those of them with ‖W_i‖ < .9. */
  readonly partly: readonly number[];
  /** Groups of features that share dimensions, each at right angles to the others. */
  readonly parts: readonly Part[];
  /** Opposite pairs, the lower index first. */
  readonly pairs: readonly (readonly [number, number])[];
  /** m = 2 and two or more represented: the least and the largest angle between neighbours around the circle. */
  readonly neighbours?: NeighbourAngles;
}

/** @param W [n, m], row i is feature i */
export function nameGeometry(W: ArrayLike<number>, n: number, m: number): Geometry {
  const { represented, parts, norms } = divide(W, n, m);
  return {
    ...geometryTitle(parts, m),
    represented,
    partly: represented.filter((i) => norms[i] < REPRESENTED),
    parts,
    pairs: parts.filter(({ shape }) => shape.kind === 'pair').map(({ members: [i, j] }) => [i, j] as const),
    ...(m === 2 && represented.length > 1 && { neighbours: neighbourAngles(W, represented) }),
  };
}
