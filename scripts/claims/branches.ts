/**
 * Five features in two dimensions without training: the exact loss minimised from each of the three shapes of the
 * paper's introduction, in every arrangement of the features.
 */
import { nameGeometry } from '../../src/models/geometry/name.ts';
import type { ModelSettings } from '../../src/models/problem.ts';
import { exactLoss } from '../../src/models/theory/exact-loss.ts';
import { minimise, type Minimum } from '../../src/models/theory/minimise.ts';
import { shapeName } from './shape-name.ts';

const N = 5;
const M = 2;

export type Branch = 'two orthogonal' | 'two digons' | 'pentagon';
export const BRANCHES: readonly Branch[] = ['two orthogonal', 'two digons', 'pentagon'];

/** The lowest exact loss that is reached from a shape. */
export function branchMinimum(settings: ModelSettings, branch: Branch): Minimum {
  const loss = (theta: Float64Array): number => exactLoss(settings, M, theta);
  return startingPoints(branch, settings.density[0])
    .map((start) => minimise(loss, start))
    .reduce((best, other) => (other.value < best.value ? other : best));
}

/** The name of the lowest minimum that is reached from any of the shapes. */
export function lowestShape(settings: ModelSettings): string {
  const { x } = BRANCHES.map((branch) => branchMinimum(settings, branch)).reduce((best, other) =>
    other.value < best.value ? other : best,
  );
  return shapeName(nameGeometry(x, N, M));
}

/** W (n rows of m), then b. Features are 0 … 4; a feature that is left out starts at b = p/2. */
function startingPoints(branch: Branch, density: number): Float64Array[] {
  const point = (angles: readonly (number | undefined)[], length: number, bias: number): Float64Array =>
    Float64Array.from([
      ...angles.flatMap((angle) =>
        angle === undefined ? [0, 0] : [length * Math.cos(angle), length * Math.sin(angle)],
      ),
      ...angles.map((angle) => (angle === undefined ? density / 2 : bias)),
    ]);
  const quarter = Math.PI / 2;
  switch (branch) {
    case 'two orthogonal':
      return [point([0, quarter, undefined, undefined, undefined], 1, 0)];
    case 'two digons':
      // The three ways in which the four most important can be paired.
      return [
        [0, 2, 1, 3],
        [0, 1, 2, 3],
        [0, 1, 3, 2],
      ].map((quarters) => point([...quarters.map((k) => k * quarter), undefined], 1, 0));
    case 'pentagon':
      // Feature 0 first, the others in every order round the circle; of two mirror images one.
      return ordersOf([1, 2, 3, 4])
        .filter((order) => order.indexOf(1) < order.indexOf(2))
        .map((order) => {
          const places = [0, ...[1, 2, 3, 4].map((feature) => 1 + order.indexOf(feature))];
          return point(
            places.map((k) => (k * 2 * Math.PI) / N),
            1.1,
            -0.2,
          );
        });
  }
}

function ordersOf(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) => ordersOf(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}
