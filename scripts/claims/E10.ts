/** E9, E10: what each feature has of a dimension in the named shapes, from their coordinates. */
import { POLYTOPES, type Factor, type Polytope, type PolytopeId } from '../../src/models/geometry/polytopes.ts';
import { featureMetrics } from '../../src/models/metrics.ts';
import type { ClaimValue } from '../../src/article/reproduction/claim.ts';
import type { ClaimDefinition, ExperimentDefinition } from './definition.ts';
import { within } from './tolerance.ts';

const PAPER = 'Elhage et al. 2022, “The Geometry of Superposition”: the lines of the figure, and the tegum products';
const FOLLOWS = 'A closed form: k features that share d dimensions evenly have d/k each';

/** The fractions that the paper names, each for the factors of the shape in order. */
const NAMED: Partial<Record<PolytopeId, readonly number[]>> = {
  digon: [1 / 2],
  triangle: [2 / 3],
  tetrahedron: [3 / 4],
  square: [1 / 2, 1 / 2],
  pentagon: [2 / 5],
  octahedron: [1 / 2, 1 / 2, 1 / 2],
  'triangular-bipyramid': [2 / 3, 1 / 2],
  'pentagonal-bipyramid': [2 / 5, 1 / 2],
  'square-antiprism': [3 / 8],
};

/** Of the antiprism of least energy, which is not tight: 1 / (4 (1 − z²)² + 8 z⁴) at z² = (1 + 3√2)/17. */
const UNEVEN = 289 / (1248 - 336 * Math.SQRT2);

export const E10: ExperimentDefinition = {
  id: 'E10',
  title: 'The shapes and their shares',
  protocol:
    'The shapes are set by their coordinates, every feature with length 1, and the dimensionality of each feature is measured. Of each part of a shape the feature that is furthest from the expected share is told.',
  claims: Object.values(POLYTOPES).flatMap((shape) => (shape.id === 'single' ? [] : [claimOf(shape)])),
};

function claimOf(shape: Polytope): ClaimDefinition {
  const { id, name, n, d, vertices, factors } = shape;
  const expected = factors.map(({ fraction }) => (fraction ? fraction[0] / fraction[1] : UNEVEN));
  const paper = NAMED[id];
  return {
    id: `E10.dimensionality.${id}`,
    source: paper ? PAPER : FOLLOWS,
    statement: `Feature dimensionality in the ${name}, ${n} features in ${d} ${d === 1 ? 'dimension' : 'dimensions'}`,
    paper: paper ? byFactor(factors, paper) : null,
    theory: byFactor(factors, expected),
    tolerance: within(1e-6),
    ...(factors.length > 1 && { by: 'features' }),
    measure() {
      const { dimensionality } = featureMetrics(vertices, n, d);
      const furthest = factors.map(({ members }, k) =>
        members.map((i) => dimensionality[i]).reduce((a, b) => (off(b, expected[k]) > off(a, expected[k]) ? b : a)),
      );
      return Promise.resolve({ value: byFactor(factors, furthest) });
    },
  };
}

const off = (value: number, expected: number): number => Math.abs(value - expected);

/** One number for a shape of one part; otherwise each under its features' numbers. */
function byFactor(factors: readonly Factor[], values: readonly number[]): ClaimValue {
  if (factors.length === 1) return values[0];
  return Object.fromEntries(factors.map(({ members }, k) => [members.map((i) => i + 1).join(' '), values[k]]));
}
