/** The few shares of a dimension that features get, and the shapes that give them ("The geometry of superposition"). */
import type { Point } from './hull.ts';

export interface Fraction {
  /** D_i of every feature of the shape. */
  readonly share: number;
  /** The same as it is written. */
  readonly text: string;
  readonly name: string;
  /** The name where a phone has room for a few letters. */
  readonly brief: string;
  /** The shape as a glyph: places of its features, 1 the farthest, y upwards, and which of them are joined. */
  readonly nodes: readonly Point[];
  readonly edges: readonly (readonly [number, number])[];
}

const around = (k: number, radius = 1, turn = 0): Point[] =>
  Array.from({ length: k }, (_, at): Point => {
    const angle = 2 * Math.PI * (at / k + turn);
    return [radius * Math.sin(angle), radius * Math.cos(angle)];
  });
const ring = (k: number): [number, number][] => Array.from({ length: k }, (_, at) => [at, (at + 1) % k]);

/** From the largest share down. An antiprism of squares is seen along its axis. */
export const FRACTIONS: readonly Fraction[] = [
  { share: 1, text: '1', name: 'alone', brief: 'alone', nodes: [[0, 0]], edges: [] },
  {
    share: 3 / 4,
    text: '3/4',
    name: 'tetrahedron',
    brief: 'tetra',
    nodes: [...around(3), [0, 0]],
    edges: [...ring(3), [0, 3], [1, 3], [2, 3]],
  },
  { share: 2 / 3, text: '2/3', name: 'triangle', brief: 'triangle', nodes: around(3), edges: ring(3) },
  { share: 1 / 2, text: '1/2', name: 'opposite pair', brief: 'pair', nodes: around(2, 1, 1 / 4), edges: [[0, 1]] },
  { share: 2 / 5, text: '2/5', name: 'pentagon', brief: 'penta', nodes: around(5), edges: ring(5) },
  {
    share: 3 / 8,
    text: '3/8',
    name: 'antiprism',
    brief: 'antipr.',
    nodes: [...around(4, 1, 1 / 16), ...around(4, 1, 3 / 16)],
    edges: [...ring(4), ...ring(4).map(([a, b]): [number, number] => [a + 4, b + 4])],
  },
  { share: 0, text: '0', name: 'left out', brief: 'out', nodes: [], edges: [] },
];
